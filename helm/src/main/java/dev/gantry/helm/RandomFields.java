package dev.gantry.helm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.finding.Finding;
import java.util.ArrayList;
import java.util.List;

/** What a chart makes otherwise each time that it is rendered: passwords, certificates, the time. */
final class RandomFields {

    private static final String HINT =
            "Set the value that the chart makes up by itself, or the name of a Secret that has it, such as existingSecret: the chart's"
                    + " values.yaml tells which.";

    private RandomFields() {}

    static List<Finding> between(List<SourceObject> first, List<SourceObject> second) {
        List<Finding> findings = new ArrayList<>();
        for (Discrepancy difference : ObjectComparison.between(trees(first), trees(second))) {
            String what = difference.field() == null || difference.field().isEmpty()
                    ? String.valueOf(difference.resource())
                    : difference.field() + " of " + difference.resource();
            findings.add(
                    Finding.of(ChartRule.RANDOM, "Each time that the chart is rendered, " + what + " is another one.")
                            .hint(HINT));
        }
        return findings;
    }

    private static List<ObjectNode> trees(List<SourceObject> objects) {
        return objects.stream().map(SourceObject::tree).toList();
    }
}
