package dev.gantry.permission;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Manifest;
import dev.gantry.check.Model;
import dev.gantry.check.Selectors;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Follows bindings to roles, and roles to those that they are made of. */
final class BindingReader {

    private static final String GROUP = "rbac.authorization.k8s.io";
    private static final String AGGREGATE_TO = GROUP + "/aggregate-to-";

    private final Model model;
    private final @Nullable String namespace;
    private final String name;
    private final List<Permission> permissions = new ArrayList<>();
    private final List<Manifest> unknown = new ArrayList<>(0);

    BindingReader(Model model, @Nullable String namespace, String name) {
        this.model = model;
        this.namespace = namespace;
        this.name = name;
        for (Manifest binding : model.ofKind(GROUP, "ClusterRoleBinding")) {
            follow(binding, true);
        }
        for (Manifest binding : model.ofKind(GROUP, "RoleBinding")) {
            follow(binding, false);
        }
    }

    List<Permission> permissions() {
        return Collections.unmodifiableList(permissions);
    }

    List<Manifest> unknown() {
        return Collections.unmodifiableList(unknown);
    }

    private void follow(Manifest binding, boolean wholeCluster) {
        for (JsonNode subject : binding.tree().path("subjects")) {
            if (isMeant(subject, binding, wholeCluster)) {
                grant(binding, wholeCluster);
                return;
            }
        }
    }

    private boolean isMeant(JsonNode subject, Manifest binding, boolean wholeCluster) {
        String who = subject.path("name").asText();
        return switch (subject.path("kind").asText()) {
            case "ServiceAccount" -> {
                String stated = subject.path("namespace").textValue();
                String home = stated == null && !wholeCluster ? binding.id().namespace() : stated;
                yield who.equals(name) && Objects.equals(home, namespace);
            }
            case "User" -> who.equals("system:serviceaccount:" + namespace + ":" + name);
            case "Group" ->
                who.equals("system:serviceaccounts")
                        || who.equals("system:serviceaccounts:" + namespace)
                        || who.equals("system:authenticated");
            default -> false;
        };
    }

    private void grant(Manifest binding, boolean wholeCluster) {
        JsonNode reference = binding.tree().path("roleRef");
        String kind = reference.path("kind").asText();
        String role = reference.path("name").asText();
        String home = kind.equals("Role") ? binding.id().namespace() : null;
        Manifest found = model.find(GROUP, kind, home, role).orElse(null);
        if (found != null) {
            collect(found, binding, wholeCluster, new HashSet<>());
        } else if (kind.equals("ClusterRole") && role.equals("cluster-admin")) {
            permissions.add(permission(List.of("*"), "*", "*", List.of(), List.of(), wholeCluster, null, binding));
            permissions.add(permission(List.of("*"), "", "", List.of(), List.of("*"), wholeCluster, null, binding));
        } else {
            unknown.add(binding);
            Set<Manifest> seen = new HashSet<>();
            for (String label : labelsOf(kind, role)) {
                collectLabelled(label, binding, wholeCluster, seen);
            }
        }
    }

    /** The labels by which roles are added to those that every cluster has. */
    private static List<String> labelsOf(String kind, String role) {
        if (!kind.equals("ClusterRole")) {
            return List.of();
        }
        return switch (role) {
            case "view" -> List.of("view");
            case "edit" -> List.of("edit", "view");
            case "admin" -> List.of("admin", "edit", "view");
            default -> List.of();
        };
    }

    private void collectLabelled(String label, Manifest binding, boolean wholeCluster, Set<Manifest> seen) {
        for (Manifest role : model.ofKind(GROUP, "ClusterRole")) {
            JsonNode labels = role.tree().path("metadata").path("labels");
            if (labels.path(AGGREGATE_TO + label).asText().equals("true")) {
                collect(role, binding, wholeCluster, seen);
            }
        }
    }

    private void collect(Manifest role, Manifest binding, boolean wholeCluster, Set<Manifest> seen) {
        if (!seen.add(role)) {
            return;
        }
        JsonNode selectors = role.tree().path("aggregationRule").path("clusterRoleSelectors");
        if (selectors.isEmpty()) {
            for (JsonNode rule : role.tree().path("rules")) {
                add(rule, role, binding, wholeCluster);
            }
            return;
        }
        for (JsonNode selector : selectors) {
            for (Manifest part : model.ofKind(GROUP, "ClusterRole")) {
                if (Selectors.matches(selector, part.tree().path("metadata").path("labels"))) {
                    collect(part, binding, wholeCluster, seen);
                }
            }
        }
    }

    private void add(JsonNode rule, Manifest role, Manifest binding, boolean wholeCluster) {
        List<String> verbs = texts(rule.path("verbs"));
        List<String> names = texts(rule.path("resourceNames"));
        List<String> urls = texts(rule.path("nonResourceURLs"));
        for (String group : texts(rule.path("apiGroups"))) {
            for (String resource : texts(rule.path("resources"))) {
                permissions.add(permission(verbs, group, resource, names, List.of(), wholeCluster, role, binding));
            }
        }
        if (!urls.isEmpty()) {
            permissions.add(permission(verbs, "", "", List.of(), urls, wholeCluster, role, binding));
        }
    }

    private static Permission permission(
            List<String> verbs,
            String group,
            String resource,
            List<String> names,
            List<String> urls,
            boolean wholeCluster,
            @Nullable Manifest role,
            Manifest binding) {
        String where = wholeCluster ? null : binding.id().namespace();
        return new Permission(verbs, group, resource, names, urls, wholeCluster, where, role, binding);
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>(list.size());
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
