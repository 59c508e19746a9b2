package dev.gantry.monitoring.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Findings;
import dev.gantry.check.Manifest;
import dev.gantry.field.FieldPath;
import dev.gantry.finding.Finding;
import dev.gantry.monitoring.promql.PromQlNames;

/** The names of metrics and labels in rules. */
final class RuleNames {

    private final Findings findings;

    RuleNames(Findings findings) {
        this.findings = findings;
    }

    void check(Manifest manifest, String path, JsonNode rule) {
        String record = rule.path("record").asText();
        if (!record.isEmpty() && !PromQlNames.isMetric(record)) {
            boolean selector = record.indexOf('{') >= 0 || record.indexOf('}') >= 0;
            if (selector) {
                findings.add(
                        manifest,
                        path + ".record",
                        Finding.of(ExpressionRule.NAME, "\"" + record + "\" is a selector, not the name of a metric.")
                                .hint("Name the metric alone, and add labels with label(name, value)."));
            } else {
                newName(manifest, path + ".record", "metric", record, "letters, digits, '_' and ':'");
            }
        }
        checkLabels(manifest, path + ".labels", rule.path("labels"));
        rule.path("annotations").properties().forEach(annotation -> {
            if (!PromQlNames.isLabel(annotation.getKey())) {
                label(manifest, path + ".annotations", annotation.getKey(), "annotation");
            }
        });
    }

    void checkLabels(Manifest manifest, String path, JsonNode labels) {
        labels.properties().forEach(label -> {
            if (!PromQlNames.isLabel(label.getKey()) || label.getKey().equals("__name__")) {
                label(manifest, path, label.getKey(), "label");
            }
        });
    }

    private void label(Manifest manifest, String path, String name, String what) {
        String field = FieldPath.child(path, name);
        if (name.isEmpty() || name.equals("__name__")) {
            findings.add(
                    manifest,
                    field,
                    Finding.of(
                                    ExpressionRule.NAME,
                                    name.isEmpty()
                                            ? "The name of the " + what + " is empty."
                                            : "__name__ is the name of the metric, which a label cannot change.")
                            .hint(name.isEmpty() ? "Name it." : "Name the metric with record(metric, ...)."));
        } else {
            newName(manifest, field, what, name, "letters, digits and '_'");
        }
    }

    private void newName(Manifest manifest, String field, String what, String name, String allowed) {
        findings.add(
                manifest,
                field,
                Finding.of(
                                ExpressionRule.NEW_NAME,
                                "The " + what + " \"" + name
                                        + "\" has a name that Prometheus takes only from version 3 on.")
                        .hint("Use " + allowed + ", and no digit at first."));
    }
}
