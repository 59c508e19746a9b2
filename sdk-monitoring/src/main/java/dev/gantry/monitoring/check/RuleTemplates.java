package dev.gantry.monitoring.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Findings;
import dev.gantry.check.Manifest;
import dev.gantry.extension.FieldPath;
import dev.gantry.finding.Finding;

/** The templates in the labels and annotations of alerts. */
final class RuleTemplates {

    private final Findings findings;

    RuleTemplates(Findings findings) {
        this.findings = findings;
    }

    void check(Manifest manifest, String path, JsonNode rule) {
        if (rule.has("alert")) {
            check(manifest, path, "labels", rule.path("labels"));
            check(manifest, path, "annotations", rule.path("annotations"));
        }
    }

    private void check(Manifest manifest, String path, String list, JsonNode entries) {
        entries.properties().forEach(entry -> {
            String text = entry.getValue().asText();
            if (text.contains("{{")) {
                TemplateSyntax.Problem problem = TemplateSyntax.problem(text);
                if (problem != null) {
                    findings.add(
                            manifest,
                            FieldPath.child(path + "." + list, entry.getKey()),
                            Finding.of(ExpressionRule.TEMPLATE, problem.message())
                                    .hint(problem.hint()));
                }
            }
        });
    }
}
