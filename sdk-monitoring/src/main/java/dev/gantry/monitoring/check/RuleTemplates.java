package dev.gantry.monitoring.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Findings;
import dev.gantry.check.Manifest;
import dev.gantry.field.FieldPath;
import dev.gantry.finding.Finding;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The templates in the labels and annotations of alerts. */
final class RuleTemplates {

    private static final Pattern ACTION = Pattern.compile("\\{\\{.*?}}", Pattern.DOTALL);

    /** Such as {@code $value} or {@code $labels.pod}, but neither {@code $values} nor an escaped one. */
    private static final Pattern VARIABLE =
            Pattern.compile("(?<![\\\\$\\w])\\$(?:value|(?:labels|externalLabels)\\.[A-Za-z_]\\w*|externalURL)(?!\\w)");

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
            String field = FieldPath.child(path + "." + list, entry.getKey());
            TemplateSyntax.Problem problem = text.contains("{{") ? TemplateSyntax.problem(text) : null;
            if (problem != null) {
                findings.add(
                        manifest,
                        field,
                        Finding.of(ExpressionRule.TEMPLATE, problem.message()).hint(problem.hint()));
            } else if (text.indexOf('$') >= 0) {
                checkBare(manifest, field, text);
            }
        });
    }

    /** Looks for variables that stand outside of the actions, where they are text like any other. */
    private void checkBare(Manifest manifest, String field, String text) {
        Matcher bare = VARIABLE.matcher(ACTION.matcher(text).replaceAll(" "));
        if (bare.find()) {
            findings.add(
                    manifest,
                    field,
                    Finding.of(
                                    ExpressionRule.BARE_VARIABLE,
                                    bare.group() + " stands outside of {{ }}, so it is shown as it is written.")
                            .hint("Write {{ " + bare.group() + " }}."));
        }
    }
}
