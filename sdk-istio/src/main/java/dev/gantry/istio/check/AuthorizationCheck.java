package dev.gantry.istio.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Findings;
import dev.gantry.check.Manifest;
import dev.gantry.check.Model;
import dev.gantry.finding.Finding;
import java.util.List;

/** Looks at each AuthorizationPolicy by itself: whether it matches anything, and not everything. */
final class AuthorizationCheck {

    private final Model model;
    private final Findings findings;

    AuthorizationCheck(Model model, Findings findings) {
        this.model = model;
        this.findings = findings;
    }

    static String action(Manifest policy) {
        return policy.tree().path("spec").path("action").asText("ALLOW");
    }

    void check() {
        List<Manifest> policies = model.ofKind(IstioChecks.SECURITY, "AuthorizationPolicy");
        for (Manifest policy : policies) {
            JsonNode spec = policy.tree().path("spec");
            JsonNode rules = spec.path("rules");
            checkProvider(policy, spec);
            if (rules.isEmpty()) {
                checkNothing(policy, policies);
            }
            for (int i = 0; i < rules.size(); i++) {
                String path = "spec.rules[" + i + "]";
                if (rules.path(i).isEmpty()) {
                    checkEverything(policy, path, rules.size());
                }
                checkParts(policy, path + ".from", rules.path(i).path("from"), "source");
                checkParts(policy, path + ".to", rules.path(i).path("to"), "operation");
            }
        }
    }

    private void checkProvider(Manifest policy, JsonNode spec) {
        boolean custom = action(policy).equals("CUSTOM");
        boolean provider = !spec.path("provider").path("name").asText().isEmpty();
        if (custom != provider) {
            findings.add(
                    policy,
                    custom ? "spec.action" : "spec.provider",
                    Finding.of(
                                    MeshRule.PROVIDER,
                                    custom
                                            ? "The action CUSTOM needs a provider that decides."
                                            : "The provider is asked only with the action CUSTOM, but the action is "
                                                    + action(policy) + ".")
                            .hint("Call custom(ExtensionProvider.existing(name)), and action(...) not after it."));
        }
    }

    private void checkNothing(Manifest policy, List<Manifest> policies) {
        String action = action(policy);
        if (!action.equals("ALLOW")) {
            findings.add(
                    policy,
                    "spec",
                    Finding.of(
                                    MeshRule.NEVER_MATCHES,
                                    "The policy has the action " + action + " and no rules, so it never matches.")
                            .hint("Add rule(...). A rule that asks for nothing matches every request: rule(r -> {})."));
        } else if (!isDefault(policy, policies)) {
            findings.add(
                    policy,
                    "spec",
                    Finding.of(
                                    MeshRule.ALLOWS_NOTHING,
                                    "The policy allows nothing, so all requests to its pods are rejected that no other"
                                            + " policy allows.")
                            .hint("Add rule(...) for what is to be allowed."));
        }
    }

    /** Whether a policy without rules is what others in its namespace make exceptions from. */
    private static boolean isDefault(Manifest policy, List<Manifest> policies) {
        PolicyScope scope = new PolicyScope(policy);
        if (scope.hasSelector() || scope.hasTarget()) {
            return false;
        }
        for (Manifest other : policies) {
            boolean exception = action(other).equals("ALLOW")
                    && !other.tree().path("spec").path("rules").isEmpty();
            if (exception && (scope.isOfRoot() || Model.sameNamespace(policy, other))) {
                return true;
            }
        }
        return false;
    }

    private void checkEverything(Manifest policy, String path, int rules) {
        String action = action(policy);
        if (action.equals("CUSTOM")) {
            return; // every request is to be decided by somebody else
        }
        String effect = switch (action) {
            case "DENY" -> "all of them are rejected.";
            case "AUDIT" -> "all of them are logged.";
            default -> "all of them are allowed" + (rules > 1 ? ", whatever the other rules say." : ".");
        };
        findings.add(
                policy,
                path,
                Finding.of(
                                MeshRule.MATCHES_EVERYTHING,
                                "The rule asks for nothing, so it matches every request, and " + effect)
                        .hint("Say with from(...), to(...) or when(...) which requests are meant."));
    }

    private void checkParts(Manifest policy, String path, JsonNode parts, String field) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.path(i).path(field).isEmpty()) {
                findings.add(
                        policy,
                        path + "[" + i + "]",
                        Finding.of(MeshRule.EMPTY_PART, "The " + field + " says nothing, so Istio rejects the policy.")
                                .hint(
                                        field.equals("source")
                                                ? "Say who it is, such as principals(account), or leave from(...) out."
                                                : "Say what is asked for, such as paths(...), or leave to(...) out."));
            }
        }
    }
}
