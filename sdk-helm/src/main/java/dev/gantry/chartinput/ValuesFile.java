package dev.gantry.chartinput;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.extension.Run;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import dev.gantry.finding.Origin;
import dev.gantry.raw.YamlDocument;
import dev.gantry.raw.YamlDocuments;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A file of values.
 *
 * @param tree its content
 * @param lines where each value is, by path
 */
record ValuesFile(ObjectNode tree, SortedMap<String, Origin> lines) {

    /**
     * Reads a file; what is wrong with it is reported, and it has no values then.
     *
     * @param origin the line that names it
     */
    static ValuesFile read(Path file, @Nullable Origin origin, Run run) {
        String name = run.nameOf(file);
        try {
            String text = new String(run.read(file), StandardCharsets.UTF_8);
            List<YamlDocument> documents = YamlDocuments.traced(name, text).stream()
                    .filter(document -> !document.tree().isNull())
                    .toList();
            if (documents.isEmpty()) {
                return empty();
            }
            if (documents.size() == 1 && documents.get(0).tree() instanceof ObjectNode tree) {
                return new ValuesFile(tree, documents.get(0).lines());
            }
            run.report(List.of(Finding.of(
                            HelmChartRule.VALUES_FILE,
                            documents.size() == 1
                                    ? "The values in " + name + " are no mapping."
                                    : "There are " + documents.size() + " documents in " + name + ".")
                    .hint("Write the values as the chart's values.yaml has them: one mapping of keys.")
                    .at(Origin.file(name, 1, 1))
                    .related(origin, "the file is read here")));
        } catch (FindingsException e) {
            run.report(e.findings().stream()
                    .map(finding -> finding.origin() == null ? finding.at(origin) : finding)
                    .toList());
        }
        return empty();
    }

    private static ValuesFile empty() {
        return new ValuesFile(JsonNodeFactory.instance.objectNode(), new TreeMap<>());
    }
}
