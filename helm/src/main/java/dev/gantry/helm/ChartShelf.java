package dev.gantry.helm;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Charts of others that have been prepared, since a program may have each rendered hundreds of times. */
final class ChartShelf {

    private final Map<String, SourceChart> charts = new LinkedHashMap<>();

    /**
     * A chart that is ready to be rendered.
     *
     * @param chart its folder, or its archive
     * @param digest of all its files
     */
    synchronized SourceChart chart(Path chart, String digest) throws HelmFailure, IOException {
        SourceChart known = charts.get(digest);
        if (known == null) {
            known = SourceChart.of(chart);
            charts.put(digest, known);
        }
        return known;
    }

    synchronized void clear() {
        charts.values().forEach(SourceChart::close);
        charts.clear();
    }
}
