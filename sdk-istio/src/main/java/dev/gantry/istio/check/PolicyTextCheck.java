package dev.gantry.istio.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Findings;
import dev.gantry.check.Manifest;
import dev.gantry.check.Model;
import dev.gantry.finding.Finding;
import dev.gantry.istio.security.PolicySyntax;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Looks at the texts of AuthorizationPolicies that no builder has looked at: of raw objects, and after raw edits. */
final class PolicyTextCheck {

    private final Model model;
    private final Findings findings;

    PolicyTextCheck(Model model, Findings findings) {
        this.model = model;
        this.findings = findings;
    }

    void check() {
        for (Manifest policy : model.ofKind(IstioChecks.SECURITY, "AuthorizationPolicy")) {
            JsonNode rules = policy.tree().path("spec").path("rules");
            for (int i = 0; i < rules.size(); i++) {
                String path = "spec.rules[" + i + "].";
                checkParts(policy, path + "from", rules.path(i).path("from"), "source");
                checkParts(policy, path + "to", rules.path(i).path("to"), "operation");
                checkConditions(policy, path + "when", rules.path(i).path("when"));
            }
        }
    }

    private void checkParts(Manifest policy, String path, JsonNode parts, String field) {
        for (int i = 0; i < parts.size(); i++) {
            String place = path + "[" + i + "]." + field + ".";
            for (Map.Entry<String, JsonNode> list : parts.path(i).path(field).properties()) {
                String name = list.getKey();
                checkList(policy, place + name, list.getValue(), text -> PolicySyntax.ofList(name, text));
            }
        }
    }

    private void checkConditions(Manifest policy, String path, JsonNode conditions) {
        for (int i = 0; i < conditions.size(); i++) {
            String place = path + "[" + i + "].";
            String key = conditions.path(i).path("key").asText();
            report(policy, place + "key", key.isEmpty() ? null : PolicySyntax.ofKey(key));
            for (String list : List.of("values", "notValues")) {
                JsonNode values = conditions.path(i).path(list);
                checkList(policy, place + list, values, text -> PolicySyntax.ofValue(key, text));
            }
        }
    }

    private void checkList(
            Manifest policy,
            String path,
            JsonNode list,
            Function<String, PolicySyntax.@Nullable PolicyMistake> syntax) {
        for (int i = 0; i < list.size(); i++) {
            report(policy, path + "[" + i + "]", syntax.apply(list.path(i).asText()));
        }
    }

    private void report(Manifest policy, String field, PolicySyntax.@Nullable PolicyMistake mistake) {
        if (mistake != null && !policy.hasFlaw(field)) {
            findings.add(
                    policy,
                    field,
                    Finding.of(MeshRule.POLICY_TEXT, mistake.message()).hint(mistake.hint()));
        }
    }
}
