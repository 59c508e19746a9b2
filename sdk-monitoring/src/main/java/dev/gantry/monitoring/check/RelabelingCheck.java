package dev.gantry.monitoring.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Findings;
import dev.gantry.check.Manifest;
import dev.gantry.extension.Re2;
import dev.gantry.finding.Finding;
import dev.gantry.monitoring.promql.PromQlNames;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares the fields of a step of relabelling with its action, as the operator does before it takes a monitor.
 *
 * @see <a
 *     href="https://github.com/prometheus-operator/prometheus-operator/blob/main/pkg/prometheus/validation/validator.go">
 *     validator.go</a>
 */
final class RelabelingCheck {

    private static final Set<String> WITH_TARGET =
            Set.of("replace", "hashmod", "lowercase", "uppercase", "keepequal", "dropequal");
    private static final List<String> ONLY_REGEX =
            List.of("sourceLabels", "targetLabel", "modulus", "separator", "replacement");
    private static final List<String> ONLY_LABELS = List.of("regex", "modulus", "separator", "replacement");

    private final Findings findings;

    RelabelingCheck(Findings findings) {
        this.findings = findings;
    }

    void check(Manifest manifest, String path, JsonNode steps) {
        for (int i = 0; i < steps.size(); i++) {
            JsonNode step = steps.path(i);
            String action = step.path("action").asText("replace").toLowerCase(Locale.ROOT);
            String field = path + "[" + i + "]";
            checkRegex(manifest, field + ".regex", step.path("regex").asText());
            checkNames(manifest, field + ".sourceLabels", step.path("sourceLabels"));
            String problem = problem(action, step);
            if (problem != null) {
                findings.add(
                        manifest,
                        field,
                        Finding.of(MonitorRule.RELABELING, "The action " + action + " " + problem + ".")
                                .hint(hint(action)));
            }
        }
    }

    private void checkRegex(Manifest manifest, String field, String regex) {
        String problem = Re2.problem(regex);
        if (problem != null) {
            findings.add(
                    manifest,
                    field,
                    Finding.of(MonitorRule.RELABELING, "The regular expression \"" + regex + "\" " + problem + ".")
                            .hint("Write it in the syntax of RE2; it has to match the whole text."));
        }
    }

    private void checkNames(Manifest manifest, String field, JsonNode names) {
        for (int i = 0; i < names.size(); i++) {
            String name = names.path(i).asText();
            if (!name.isEmpty() && !PromQlNames.isLabel(name)) {
                findings.add(
                        manifest,
                        field + "[" + i + "]",
                        Finding.of(
                                        MonitorRule.NEW_LABEL,
                                        "The label \"" + name
                                                + "\" has a name that Prometheus takes only from version 3 on.")
                                .hint("Use letters, digits and '_': of the labels of Kubernetes, all else becomes '_',"
                                        + " such as in __meta_kubernetes_pod_label_app_kubernetes_io_name."));
            }
        }
    }

    private static @Nullable String problem(String action, JsonNode step) {
        if (WITH_TARGET.contains(action) && step.path("targetLabel").asText().isEmpty()) {
            return "needs a targetLabel";
        }
        return switch (action) {
            case "hashmod" -> step.path("modulus").asLong() == 0 ? "needs a modulus" : null;
            case "labeldrop", "labelkeep" -> unwanted(step, ONLY_REGEX, "looks at the names of labels only");
            case "keepequal", "dropequal" -> unwanted(step, ONLY_LABELS, "compares labels only");
            case "lowercase", "uppercase" -> unwanted(step, List.of("replacement"), "replaces nothing");
            case "keep", "drop" ->
                !step.path("sourceLabels").isEmpty()
                        ? null
                        : step.path("regex").isMissingNode()
                                ? "has neither sourceLabels nor a regex, so it does nothing"
                                : "has no sourceLabels, so it looks at an empty text";
            default -> null;
        };
    }

    private static @Nullable String unwanted(JsonNode step, List<String> fields, String why) {
        for (String field : fields) {
            if (step.has(field)) {
                return why + ", but has " + field;
            }
        }
        return null;
    }

    private static String hint(String action) {
        return switch (action) {
            case "labeldrop", "labelkeep" -> "Write Relabeling.labelDrop(regex) or Relabeling.labelKeep(regex).";
            case "keepequal", "dropequal" -> "Give it sourceLabels and targetLabel, and nothing else.";
            case "keep", "drop" -> "Write Relabeling.keep(sourceLabel, regex) or Relabeling.drop(sourceLabel, regex).";
            case "hashmod" -> "Give it sourceLabels, targetLabel and modulus.";
            case "lowercase", "uppercase" -> "Give it sourceLabels and targetLabel.";
            default -> "Write Relabeling.replace(targetLabel).";
        };
    }
}
