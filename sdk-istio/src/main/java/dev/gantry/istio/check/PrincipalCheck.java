package dev.gantry.istio.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Findings;
import dev.gantry.check.Manifest;
import dev.gantry.check.Model;
import dev.gantry.check.Words;
import dev.gantry.extension.Likeness;
import dev.gantry.extension.Reference;
import dev.gantry.finding.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares the principals of AuthorizationPolicies with the ServiceAccounts of the program. */
final class PrincipalCheck {

    private static final List<String> PRINCIPALS = List.of("principals", "notPrincipals");
    private static final List<String> ACCOUNTS = List.of("serviceAccounts", "notServiceAccounts");

    private final Model model;
    private final Findings findings;
    private final Map<String, List<String>> accounts = new HashMap<>();

    /** A ServiceAccount that is named. */
    private record Named(String namespace, String name) {}

    PrincipalCheck(Model model, Findings findings) {
        this.model = model;
        this.findings = findings;
    }

    void check() {
        List<Manifest> policies = model.ofKind(IstioChecks.SECURITY, "AuthorizationPolicy");
        if (policies.isEmpty()) {
            return;
        }
        for (Manifest account : model.ofKind("", "ServiceAccount")) {
            accounts.computeIfAbsent(String.valueOf(account.id().namespace()), x -> new ArrayList<>(2))
                    .add(account.id().name());
        }
        for (Manifest policy : policies) {
            JsonNode rules = policy.tree().path("spec").path("rules");
            for (int i = 0; i < rules.size(); i++) {
                JsonNode from = rules.path(i).path("from");
                for (int j = 0; j < from.size(); j++) {
                    String path = "spec.rules[" + i + "].from[" + j + "].source";
                    checkSource(policy, path, from.path(j).path("source"));
                }
                JsonNode when = rules.path(i).path("when");
                for (int j = 0; j < when.size(); j++) {
                    if (when.path(j).path("key").asText().equals("source.principal")) {
                        String path = "spec.rules[" + i + "].when[" + j + "].";
                        checkList(policy, path + "values", when.path(j).path("values"), true);
                        checkList(policy, path + "notValues", when.path(j).path("notValues"), true);
                    }
                }
            }
        }
    }

    private void checkSource(Manifest policy, String path, JsonNode source) {
        for (String list : PRINCIPALS) {
            checkList(policy, path + "." + list, source.path(list), true);
        }
        for (String list : ACCOUNTS) {
            checkList(policy, path + "." + list, source.path(list), false);
        }
    }

    private void checkList(Manifest policy, String path, JsonNode list, boolean principals) {
        for (int i = 0; i < list.size(); i++) {
            String text = list.path(i).asText();
            Named named =
                    principals ? ofPrincipal(text) : ofAccount(text, policy.id().namespace());
            if (named == null || named.name().equals("default") || isTyped(policy, path, named.name())) {
                continue;
            }
            List<String> others = accounts.getOrDefault(named.namespace(), List.of());
            if (!others.isEmpty() && !others.contains(named.name())) {
                missing(policy, path + "[" + i + "]", named, others);
            }
        }
    }

    /** Such as {@code cluster.local/ns/shop/sa/web}; {@code null} for one with a {@code *}, or of another form. */
    private static @Nullable Named ofPrincipal(String text) {
        String[] parts = text.split("/", -1);
        boolean complete = parts.length == 5 && parts[1].equals("ns") && parts[3].equals("sa");
        return complete && parts[2].indexOf('*') < 0 && parts[4].indexOf('*') < 0
                ? new Named(parts[2], parts[4])
                : null;
    }

    private static @Nullable Named ofAccount(String text, @Nullable String own) {
        int slash = text.indexOf('/');
        return slash < 0
                ? own == null ? null : new Named(own, text)
                : new Named(text.substring(0, slash), text.substring(slash + 1));
    }

    /** Whether a field was written from a resource, which was looked at when it was placed. */
    private static boolean isTyped(Manifest policy, String field, String name) {
        for (Reference reference : policy.references()) {
            if (reference.field().equals(field) && reference.target().name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private void missing(Manifest policy, String field, Named named, List<String> others) {
        String guess = Likeness.closest(named.name(), others);
        findings.add(
                policy,
                field,
                Finding.of(
                                MeshRule.NO_ACCOUNT,
                                "The program has no ServiceAccount \"" + named.name() + "\" in the namespace \""
                                        + named.namespace() + "\".")
                        .hint((guess == null
                                        ? "It has " + Words.list(others, other -> "\"" + other + "\"") + "."
                                        : "Did you mean \"" + guess + "\"?")
                                + " Better pass the ServiceAccount: principals(account), and if it lives outside the"
                                + " program ServiceAccount.existing(...)."));
    }
}
