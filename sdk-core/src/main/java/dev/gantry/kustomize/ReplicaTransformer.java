package dev.gantry.kustomize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The field {@code replicas} of an overlay: how many pods the workloads of a name have.
 *
 * @see <a href="https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/replicas/">replicas</a>
 */
final class ReplicaTransformer {

    private static final Set<String> KINDS =
            Set.of("apps Deployment", "apps StatefulSet", "apps ReplicaSet", " ReplicationController");

    private ReplicaTransformer() {}

    /**
     * Takes out of the objects the numbers that differ.
     *
     * @param shared objects that all environments have
     * @param all every object, since the transformer finds them by name only
     * @return for each environment the numbers by name
     */
    static SortedMap<String, SortedMap<String, Long>> takeOut(List<Counterpart> shared, List<Counterpart> all) {
        Set<String> once = new HashSet<>();
        Set<String> several = new HashSet<>();
        for (Counterpart each : all) {
            if (isScaled(each.key()) && !once.add(each.key().name())) {
                several.add(each.key().name());
            }
        }
        SortedMap<String, SortedMap<String, Long>> numbers = new TreeMap<>();
        for (Counterpart each : shared) {
            if (isScaled(each.key()) && !several.contains(each.key().name()) && differs(each)) {
                each.trees().forEach((environment, tree) -> {
                    JsonNode number = ((ObjectNode) tree.path("spec")).remove("replicas");
                    numbers.computeIfAbsent(environment, x -> new TreeMap<>())
                            .put(each.key().name(), number.longValue());
                });
            }
        }
        return numbers;
    }

    private static boolean differs(Counterpart counterpart) {
        Set<JsonNode> values = new HashSet<>();
        for (ObjectNode tree : counterpart.trees().values()) {
            JsonNode value = tree.path("spec").path("replicas");
            if (!value.isIntegralNumber()) {
                return false;
            }
            values.add(value);
        }
        return values.size() > 1;
    }

    private static boolean isScaled(ObjectKey key) {
        return KINDS.contains(key.group() + " " + key.kind());
    }

    /**
     * Sets a number, as Kustomize does.
     *
     * @throws IllegalStateException if there is no workload of that name
     */
    static void apply(List<ObjectNode> trees, String name, JsonNode count) {
        boolean found = false;
        for (ObjectNode tree : trees) {
            ObjectKey key = ObjectKey.of(tree);
            if (isScaled(key) && key.name().equals(name)) {
                tree.withObject("/spec").set("replicas", count);
                found = true;
            }
        }
        if (!found) {
            throw new IllegalStateException("replicas names " + name + ", which is not there");
        }
    }
}
