package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.extension.Likeness;
import dev.gantry.extension.Reference;
import dev.gantry.finding.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares bindings with the roles and the ServiceAccounts that they name. */
final class BindingCheck {

    private static final String GROUP = "rbac.authorization.k8s.io";

    private final Model model;
    private final Findings findings;
    private final Set<Manifest> bound = new HashSet<>();
    private final Set<Manifest> boundForAll = new HashSet<>();
    private final Map<@Nullable String, List<String>> accounts = new HashMap<>();

    BindingCheck(Model model, Findings findings) {
        this.model = model;
        this.findings = findings;
    }

    void check() {
        List<Manifest> roleBindings = model.ofKind(GROUP, "RoleBinding");
        List<Manifest> clusterBindings = model.ofKind(GROUP, "ClusterRoleBinding");
        if (!roleBindings.isEmpty() || !clusterBindings.isEmpty()) {
            for (Manifest account : model.ofKind("", "ServiceAccount")) {
                accounts.computeIfAbsent(account.id().namespace(), x -> new ArrayList<>(2))
                        .add(account.id().name());
            }
        }
        for (Manifest binding : roleBindings) {
            checkRole(binding);
            checkSubjects(binding, false);
        }
        for (Manifest binding : clusterBindings) {
            checkSecrets(binding);
            checkSubjects(binding, true);
        }
        for (Manifest role : model.ofKind(GROUP, "Role")) {
            if (!bound.contains(role)) {
                findings.add(
                        role,
                        "",
                        Finding.of(AccessRule.UNUSED_ROLE, "No RoleBinding of the program hands out this Role.")
                                .hint("Add RoleBinding.of(name, role, b -> b.serviceAccount(account)), or do not make"
                                        + " the Role."));
            }
        }
    }

    private void checkRole(Manifest binding) {
        JsonNode reference = binding.tree().path("roleRef");
        if (!reference.path("kind").asText().equals("Role")) {
            return;
        }
        String name = reference.path("name").asText();
        String namespace = binding.id().namespace();
        Manifest role = model.find(GROUP, "Role", namespace, name).orElse(null);
        if (role != null) {
            bound.add(role);
            return;
        }
        if (name.isEmpty() || isTyped(binding, "roleRef.name", name)) {
            return;
        }
        List<String> others = new ArrayList<>();
        for (Manifest other : model.ofKind(GROUP, "Role")) {
            if (Model.sameNamespace(other, binding)) {
                others.add(other.id().name());
            }
        }
        if (!others.isEmpty()) {
            findings.add(
                    binding,
                    "roleRef.name",
                    Finding.of(AccessRule.NO_ROLE, "The program has no Role \"" + name + "\"" + in(namespace) + ".")
                            .hint(instead(name, others)
                                    + " If it exists outside the program, name it with Role.existing(...)."));
        }
    }

    private void checkSubjects(Manifest binding, boolean wholeCluster) {
        JsonNode subjects = binding.tree().path("subjects");
        if (subjects.isEmpty()) {
            findings.add(
                    binding,
                    "subjects",
                    Finding.of(AccessRule.NO_SUBJECTS, "The binding hands out its role to nobody.")
                            .hint("Call serviceAccount(...), user(...) or group(...)."));
        }
        for (int i = 0; i < subjects.size(); i++) {
            JsonNode subject = subjects.path(i);
            if (!subject.path("kind").asText().equals("ServiceAccount")) {
                continue;
            }
            String name = subject.path("name").asText();
            String namespace = subject.path("namespace").textValue();
            if (namespace != null || !wholeCluster) {
                checkAccount(binding, i, namespace == null ? binding.id().namespace() : namespace, name);
            } else if (!binding.namesAbsent("subjects[" + i + "].name")) {
                findings.add(
                        binding,
                        "subjects[" + i + "]",
                        Finding.of(
                                        AccessRule.NO_NAMESPACE,
                                        "It is not known in which namespace the ServiceAccount \"" + name + "\" is.")
                                .hint("Give its stack a namespace, or name it with"
                                        + " ServiceAccount.existing(name).in(namespace)."));
            }
        }
    }

    private void checkAccount(Manifest binding, int index, @Nullable String namespace, String name) {
        List<String> others = accounts.getOrDefault(namespace, List.of());
        if (others.isEmpty() || name.isEmpty() || name.equals("default") || others.contains(name)) {
            return;
        }
        if (!isTyped(binding, "subjects[" + index + "].name", name)) {
            findings.add(
                    binding,
                    "subjects[" + index + "].name",
                    Finding.of(
                                    AccessRule.NO_ACCOUNT,
                                    "The program has no ServiceAccount \"" + name + "\"" + in(namespace) + ".")
                            .hint(instead(name, others)
                                    + " If it exists outside the program, name it with"
                                    + " ServiceAccount.existing(...)."));
        }
    }

    /** Whether a field was written from a resource, which was looked at when it was placed. */
    private static boolean isTyped(Manifest binding, String field, String name) {
        for (Reference reference : binding.references()) {
            if (reference.field().equals(field) && reference.target().name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private void checkSecrets(Manifest binding) {
        JsonNode reference = binding.tree().path("roleRef");
        Manifest role = model.find(
                        GROUP, "ClusterRole", null, reference.path("name").asText())
                .orElse(null);
        if (role == null || !boundForAll.add(role)) {
            return;
        }
        JsonNode rules = role.tree().path("rules");
        for (int i = 0; i < rules.size(); i++) {
            JsonNode rule = rules.path(i);
            boolean all =
                    RoleCheck.contains(rule.path("verbs"), "list") || RoleCheck.contains(rule.path("verbs"), "watch");
            if (all
                    && RoleCheck.contains(rule.path("resources"), "secrets")
                    && RoleCheck.contains(rule.path("apiGroups"), "")
                    && rule.path("resourceNames").isEmpty()) {
                findings.add(
                        role,
                        "rules[" + i + "].resources",
                        Finding.of(AccessRule.ALL_SECRETS, "Whoever has this role reads all Secrets of all namespaces.")
                                .hint(
                                        "Bind it in single namespaces with a RoleBinding, or allow Verb.GET on the Secrets"
                                                + " that are needed.")
                                .related(binding.origin(), binding + " hands it out for the whole cluster"));
            }
        }
    }

    private static String instead(String name, List<String> others) {
        String guess = Likeness.closest(name, others);
        return guess == null
                ? "It has " + Words.list(others, other -> "\"" + other + "\"") + "."
                : "Did you mean \"" + guess + "\"?";
    }

    private static String in(@Nullable String namespace) {
        return namespace == null ? "" : " in the namespace \"" + namespace + "\"";
    }
}
