package dev.gantry.report;

import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingJson;
import java.util.ArrayList;
import java.util.List;

/** Findings as an array of objects, in the order of the other reports. */
final class JsonReport {

    private JsonReport() {}

    static String render(List<Finding> findings) {
        List<Finding> sorted = new ArrayList<>(findings);
        sorted.sort(FindingOrder.BY_WEIGHT_AND_PLACE);
        return FindingJson.text(sorted);
    }
}
