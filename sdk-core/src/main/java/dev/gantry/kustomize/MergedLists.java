package dev.gantry.kustomize;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.security.PodTemplate;
import java.util.HashSet;
import java.util.List;
import java.util.Map.Entry;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which lists a strategic merge patch merges item by item, and by which field.
 *
 * <p>Kustomize knows more of them than are used here. The others have two fields for a key, or are seldom different; a JSON
 * patch says such a difference, and a merge only where the list was not there at all.
 *
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/">The patch strategies of a
 *     Pod's fields</a>
 */
final class MergedLists {

    /** What Kustomize takes for a key in some kind, each with the lists that it may be the key of. */
    private static final List<String> KEYS =
            List.of("name", "ip", "mountPath", "devicePath", "uid", "topologyKey", "type", "key");

    private MergedLists() {}

    /** Whether lists in objects of this kind are merged by key at all: those in the templates of pods are. */
    static boolean areIn(ObjectKey key, JsonNode tree) {
        return PodTemplate.of(key.group(), key.kind(), tree) != null;
    }

    /** The field that tells the items of a list apart; {@code null} if the list is replaced as a whole. */
    static @Nullable String key(String list) {
        return switch (list) {
            case "containers", "initContainers", "env", "volumes" -> "name";
            case "volumeMounts" -> "mountPath";
            default -> null;
        };
    }

    /** Whether items of several lists bear the same names, and so may be one thing in several versions. */
    static boolean areOfOneName(List<? extends JsonNode> items) {
        for (String key : KEYS) {
            JsonNode first = items.get(0).path(key);
            if (!items.stream().allMatch(item -> item.path(key).equals(first))) {
                return false;
            }
        }
        return true;
    }

    /** Whether every item has a key of its own. */
    static boolean isKeyed(JsonNode list, String key) {
        Set<String> seen = new HashSet<>();
        for (JsonNode item : list) {
            JsonNode value = item.path(key);
            if (!value.isTextual() || !seen.add(value.textValue())) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether Kustomize may take two items of some list for the same one, and lose the first: a merge looks at the whole
     * object, and not only at what the patch names.
     */
    static boolean hasTwins(JsonNode node) {
        for (Entry<String, JsonNode> field : node.properties()) {
            JsonNode value = field.getValue();
            if ((value.isArray() && isTwins(field.getKey(), value)) || hasTwins(value)) {
                return true;
            }
        }
        if (node.isArray()) {
            for (JsonNode item : node) {
                if (hasTwins(item)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isTwins(String list, JsonNode items) {
        for (String key : KEYS) {
            Set<String> seen = new HashSet<>();
            for (JsonNode item : items) {
                JsonNode value = list.equals("finalizers") ? item : item.path(key);
                if (value.isTextual() && !seen.add(value.textValue())) {
                    return true;
                }
            }
        }
        return false;
    }
}
