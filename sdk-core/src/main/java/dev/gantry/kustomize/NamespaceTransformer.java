package dev.gantry.kustomize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The field {@code namespace} of an overlay, which puts every object into one namespace. It does more than that: it renames a
 * Namespace, takes kinds that Kustomize does not know for namespaced ones, and looks into subjects and webhooks. So it is used
 * only where all of that changes nothing else.
 *
 * @see <a href="https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/namespace/">namespace</a>
 */
final class NamespaceTransformer {

    /** What Kustomize knows to have no namespace. What is newer than its tables would get one. */
    private static final Set<String> WITHOUT = Set.of(
            "v1 Namespace",
            "v1 Node",
            "v1 PersistentVolume",
            "rbac.authorization.k8s.io/v1 ClusterRole",
            "rbac.authorization.k8s.io/v1 ClusterRoleBinding",
            "storage.k8s.io/v1 StorageClass",
            "storage.k8s.io/v1 CSIDriver",
            "storage.k8s.io/v1 VolumeAttachment",
            "scheduling.k8s.io/v1 PriorityClass",
            "networking.k8s.io/v1 IngressClass",
            "node.k8s.io/v1 RuntimeClass",
            "apiextensions.k8s.io/v1 CustomResourceDefinition");

    private NamespaceTransformer() {}

    /** The namespace that says it all for each environment; none if there is not one for every environment. */
    static SortedMap<String, String> of(SortedMap<String, List<ObjectNode>> environments) {
        SortedMap<String, String> namespaces = new TreeMap<>();
        environments.forEach((environment, trees) -> {
            String namespace = single(trees);
            if (namespace != null) {
                namespaces.put(environment, namespace);
            }
        });
        return namespaces.size() == environments.size() ? namespaces : new TreeMap<>();
    }

    private static @Nullable String single(List<ObjectNode> trees) {
        Set<String> namespaces = new HashSet<>();
        int named = 0;
        for (ObjectNode tree : trees) {
            ObjectKey key = ObjectKey.of(tree);
            if (!key.namespace().isEmpty()) {
                namespaces.add(key.namespace());
            } else if (!hasNone(key)) {
                return null;
            }
            named += isNamespace(key) ? 1 : 0;
        }
        String namespace = namespaces.size() == 1 ? namespaces.iterator().next() : null;
        return namespace != null && named <= 1 && changesNothingElse(trees, namespace) ? namespace : null;
    }

    /** Applied to what is in the namespace already, it must be without any effect. */
    private static boolean changesNothingElse(List<ObjectNode> trees, String namespace) {
        Set<String> names = new HashSet<>();
        trees.forEach(tree ->
                names.add(name(tree.path("kind").asText(), ObjectKey.of(tree).name())));
        for (ObjectNode tree : trees) {
            ObjectKey key = ObjectKey.of(tree);
            boolean changed = isNamespace(key) && !key.name().equals(namespace);
            for (JsonNode subject : tree.path("subjects")) {
                changed |= isServiceAccount(subject) && isDrawn(subject, "ServiceAccount", names, namespace);
            }
            for (JsonNode webhook : tree.path("webhooks")) {
                changed |= isDrawn(webhook.path("clientConfig").path("service"), "Service", names, namespace);
            }
            changed |= switch (key.kind()) {
                case "APIService" -> !isIn(tree.path("spec").path("service"), namespace);
                case "CustomResourceDefinition" ->
                    !isIn(tree.at("/spec/conversion/webhook/clientConfig/service"), namespace);
                case "PersistentVolume" ->
                    isDrawn(tree.path("spec").path("claimRef"), "PersistentVolumeClaim", names, namespace);
                default -> false;
            };
            if (changed) {
                return false;
            }
        }
        return true;
    }

    /** Whether a reference that names another namespace, or none, is taken for one to an object of this one. */
    private static boolean isDrawn(JsonNode reference, String kind, Set<String> names, String namespace) {
        String name = reference.path("name").asText();
        boolean elsewhere =
                reference.isObject() && !reference.path("namespace").asText().equals(namespace);
        return elsewhere && (name.equals("default") || names.contains(name(kind, name)));
    }

    private static boolean isIn(JsonNode reference, String namespace) {
        return !reference.isObject() || reference.path("namespace").asText().equals(namespace);
    }

    private static String name(String kind, String name) {
        return kind + " " + name;
    }

    private static boolean isServiceAccount(JsonNode subject) {
        return subject.path("kind").asText().equals("ServiceAccount");
    }

    static boolean isNamespace(ObjectKey key) {
        return key.apiVersion().equals("v1") && key.kind().equals("Namespace");
    }

    private static boolean hasNone(ObjectKey key) {
        return WITHOUT.contains(key.apiVersion() + " " + key.kind());
    }

    /**
     * Takes the namespace out of an object.
     *
     * @param base what a Namespace is called until an overlay names it
     */
    static void takeOut(ObjectNode tree, String base) {
        if (tree.path("metadata") instanceof ObjectNode metadata) {
            if (isNamespace(ObjectKey.of(tree))) {
                metadata.put("name", base);
            }
            metadata.remove("namespace");
        }
    }

    /** Puts objects into a namespace, as Kustomize does. */
    static void apply(List<ObjectNode> trees, String namespace) {
        for (ObjectNode tree : trees) {
            ObjectKey key = ObjectKey.of(tree);
            ObjectNode metadata = tree.withObject("/metadata");
            if (isNamespace(key)) {
                metadata.put("name", namespace);
            } else if (!hasNone(key)) {
                metadata.put("namespace", namespace);
            }
            for (JsonNode subject : tree.path("subjects")) {
                if (isServiceAccount(subject) && subject.path("name").asText().equals("default")) {
                    ((ObjectNode) subject).put("namespace", namespace);
                }
            }
        }
    }
}
