package dev.gantry.engine.release.access;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Permissions as roles and bindings: one pair for the cluster, and one for each namespace. */
public final class RoleTrees {

    private static final String GROUP = "rbac.authorization.k8s.io";

    private RoleTrees() {}

    /**
     * The manifests.
     *
     * @param name of all of them
     * @param subject who is allowed it
     */
    public static List<ObjectNode> of(List<Permission> permissions, String name, Subject subject) {
        Map<String, List<Permission>> places = new TreeMap<>();
        for (Permission permission : permissions) {
            places.computeIfAbsent(Objects.requireNonNullElse(permission.namespace(), ""), key -> new ArrayList<>())
                    .add(permission);
        }
        List<ObjectNode> trees = new ArrayList<>();
        places.forEach((place, all) -> {
            String namespace = place.isEmpty() ? null : place;
            trees.add(role(namespace, name, all));
            trees.add(binding(namespace, name, subject));
        });
        return trees;
    }

    private static ObjectNode role(@Nullable String namespace, String name, List<Permission> permissions) {
        ObjectNode role = object(namespace == null ? "ClusterRole" : "Role", namespace, name);
        // Resources of one group for which the same is allowed stand in one rule.
        Map<String, ObjectNode> rules = new TreeMap<>();
        for (Permission permission : permissions) {
            String key = permission.group() + " " + permission.verbs() + " "
                    + (permission.names().isEmpty() ? "" : permission.resource() + permission.names());
            ObjectNode rule = rules.computeIfAbsent(key, each -> rule(permission));
            rule.withArray("/resources").add(permission.resource());
        }
        ArrayNode all = role.putArray("rules");
        rules.values().forEach(all::add);
        return role;
    }

    private static ObjectNode rule(Permission permission) {
        ObjectNode rule = JsonNodeFactory.instance.objectNode();
        rule.putArray("apiGroups").add(permission.group());
        rule.putArray("resources");
        if (!permission.names().isEmpty()) {
            ArrayNode names = rule.putArray("resourceNames");
            permission.names().forEach(names::add);
        }
        ArrayNode verbs = rule.putArray("verbs");
        permission.verbs().forEach(verbs::add);
        return rule;
    }

    private static ObjectNode binding(@Nullable String namespace, String name, Subject subject) {
        ObjectNode binding = object(namespace == null ? "ClusterRoleBinding" : "RoleBinding", namespace, name);
        ObjectNode who = binding.putArray("subjects").addObject();
        who.put("kind", subject.kind());
        if (subject.namespace() == null) {
            who.put("apiGroup", GROUP);
        } else {
            who.put("namespace", subject.namespace());
        }
        who.put("name", subject.name());
        binding.putObject("roleRef")
                .put("apiGroup", GROUP)
                .put("kind", namespace == null ? "ClusterRole" : "Role")
                .put("name", name);
        return binding;
    }

    private static ObjectNode object(String kind, @Nullable String namespace, String name) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("apiVersion", GROUP + "/v1").put("kind", kind);
        ObjectNode metadata = object.putObject("metadata").put("name", name);
        if (namespace != null) {
            metadata.put("namespace", namespace);
        }
        return object;
    }
}
