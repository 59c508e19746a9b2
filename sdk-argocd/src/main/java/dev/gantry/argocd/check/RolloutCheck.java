package dev.gantry.argocd.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.check.Findings;
import dev.gantry.check.Manifest;
import dev.gantry.check.Selectors;
import dev.gantry.field.FieldPath;
import dev.gantry.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks for steps of a rollout that select none of the Applications. */
final class RolloutCheck {

    private final Manifest set;
    private final boolean goTemplate;
    private final List<Parameters> generators;
    private final Findings findings;

    RolloutCheck(Manifest set, boolean goTemplate, List<Parameters> generators, Findings findings) {
        this.set = set;
        this.goTemplate = goTemplate;
        this.generators = generators;
        this.findings = findings;
    }

    void check() {
        JsonNode spec = set.tree().path("spec");
        JsonNode strategy = spec.path("strategy");
        if (!strategy.path("type").asText("").equals("RollingSync")) {
            return;
        }
        JsonNode automated =
                spec.path("template").path("spec").path("syncPolicy").path("automated");
        if (!automated.isMissingNode() && automated.path("enabled").asBoolean(true)) {
            findings.add(
                    set,
                    "spec.template.spec.syncPolicy.automated",
                    Finding.of(
                                    ApplicationSetRule.AUTOMATED,
                                    "The steps of the rollout sync the Applications, so that automated sync is switched off.")
                            .hint("Leave automated(...) out.")
                            .related(set.lineOf("spec.strategy"), "the rollout"));
        }
        JsonNode labels = spec.path("template").path("metadata").path("labels");
        List<JsonNode> known = known(labels);
        JsonNode steps = strategy.path("rollingSync").path("steps");
        for (int i = 0; i < steps.size(); i++) {
            check(steps.path(i), FieldPath.item("spec.strategy.rollingSync.steps", i), labels, known);
        }
    }

    private void check(JsonNode step, String path, JsonNode labels, @Nullable List<JsonNode> known) {
        for (JsonNode expression : step.path("matchExpressions")) {
            String key = expression.path("key").asText("");
            if (expression.path("operator").asText("").equals("In") && !labels.has(key)) {
                report(
                        path,
                        "The Applications have no label \"" + key + "\".",
                        "Call applicationLabel(\"" + key + "\", ...) with a parameter that tells the steps apart.");
                return;
            }
        }
        if (known != null && known.stream().noneMatch(each -> Selectors.matches(step, each))) {
            report(
                    path,
                    "None of the elements yields labels that this step selects.",
                    "Ask for values that the elements have, or leave the step out.");
        }
    }

    /** The labels of each Application, if all of them are known. */
    private @Nullable List<JsonNode> known(JsonNode labels) {
        List<JsonNode> known = new ArrayList<>();
        for (Parameters generator : generators) {
            if (generator.sets() == null) {
                return null;
            }
            for (JsonNode parameters : generator.sets()) {
                ObjectNode filled = set.tree().objectNode();
                for (Map.Entry<String, JsonNode> label : labels.properties()) {
                    String value = new TemplateText(label.getValue().asText(), goTemplate).with(parameters);
                    if (value == null) {
                        return null;
                    }
                    filled.put(label.getKey(), value);
                }
                known.add(filled);
            }
        }
        return known;
    }

    private void report(String path, String message, String hint) {
        findings.add(set, path, Finding.of(ApplicationSetRule.STEP, message).hint(hint));
    }
}
