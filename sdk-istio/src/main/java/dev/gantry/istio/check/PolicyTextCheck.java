package dev.gantry.istio.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Findings;
import dev.gantry.check.Manifest;
import dev.gantry.check.Model;
import dev.gantry.finding.Finding;
import dev.gantry.istio.security.PolicyText;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Looks at the texts of AuthorizationPolicies that no builder has looked at: of raw objects, and after raw edits. */
final class PolicyTextCheck {

    private static final Map<String, PolicyText> SOURCE = lists(Map.of(
            "principals",
            PolicyText.PRINCIPAL,
            "ipBlocks",
            PolicyText.IP_BLOCK,
            "remoteIpBlocks",
            PolicyText.IP_BLOCK));
    private static final Map<String, PolicyText> OPERATION =
            lists(Map.of("ports", PolicyText.PORT, "methods", PolicyText.METHOD, "paths", PolicyText.PATH));

    private final Model model;
    private final Findings findings;

    PolicyTextCheck(Model model, Findings findings) {
        this.model = model;
        this.findings = findings;
    }

    /** Each of these lists, and the one of what must not be. */
    private static Map<String, PolicyText> lists(Map<String, PolicyText> lists) {
        Map<String, PolicyText> all = new TreeMap<>(lists);
        lists.forEach((list, form) -> all.put("not" + Character.toUpperCase(list.charAt(0)) + list.substring(1), form));
        return all;
    }

    void check() {
        for (Manifest policy : model.ofKind(IstioChecks.SECURITY, "AuthorizationPolicy")) {
            JsonNode rules = policy.tree().path("spec").path("rules");
            for (int i = 0; i < rules.size(); i++) {
                String path = "spec.rules[" + i + "].";
                checkParts(policy, path + "from", rules.path(i).path("from"), "source", SOURCE);
                checkParts(policy, path + "to", rules.path(i).path("to"), "operation", OPERATION);
                checkConditions(policy, path + "when", rules.path(i).path("when"));
            }
        }
    }

    private void checkParts(Manifest policy, String path, JsonNode parts, String field, Map<String, PolicyText> lists) {
        for (int i = 0; i < parts.size(); i++) {
            String place = path + "[" + i + "]." + field + ".";
            JsonNode part = parts.path(i).path(field);
            lists.forEach((list, form) -> checkList(policy, place + list, part.path(list), form));
        }
    }

    private void checkConditions(Manifest policy, String path, JsonNode conditions) {
        for (int i = 0; i < conditions.size(); i++) {
            String place = path + "[" + i + "].";
            String key = conditions.path(i).path("key").asText();
            if (!key.isEmpty() && !PolicyText.isKnown(key) && !policy.hasFlaw(place + "key")) {
                report(
                        policy,
                        place + "key",
                        "\"" + key + "\" is not an attribute that Istio knows.",
                        PolicyText.keyHint(key));
            }
            for (String list : List.of("values", "notValues")) {
                checkList(policy, place + list, conditions.path(i).path(list), PolicyText.ofAttribute(key));
            }
        }
    }

    private void checkList(Manifest policy, String path, JsonNode list, PolicyText form) {
        for (int i = 0; i < list.size(); i++) {
            String text = list.path(i).asText();
            String problem = form.problem(text);
            String field = path + "[" + i + "]";
            if (problem != null && !policy.hasFlaw(field)) {
                report(policy, field, "\"" + text + "\" " + problem + ".", form.hint(text));
            }
        }
    }

    private void report(Manifest policy, String field, String message, String hint) {
        findings.add(policy, field, Finding.of(MeshRule.POLICY_TEXT, message).hint(hint));
    }
}
