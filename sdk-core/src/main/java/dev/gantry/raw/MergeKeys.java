package dev.gantry.raw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;

/**
 * What tells the items of a list apart, by the name of the field that holds the list.
 *
 * @see <a href="https://kubernetes.io/docs/reference/using-api/server-side-apply/#merge-strategy">Merge strategy</a>
 */
final class MergeKeys {

    private static final String[][] PORTS = {{"containerPort", "protocol"}, {"port", "protocol"}, {"name"}};
    private static final String[][] MOUNTS = {{"mountPath"}};
    private static final String[][] DEVICES = {{"devicePath"}};
    private static final String[][] ALIASES = {{"ip"}};
    private static final String[][] SPREADS = {{"topologyKey", "whenUnsatisfiable"}, {"topologyKey"}};
    private static final String[][] OWNERS = {{"uid"}, {"kind", "name"}};
    private static final String[][] SUBJECTS = {{"kind", "name", "namespace"}, {"name"}};
    private static final String[][] ITEMS = {{"key"}, {"path"}};
    private static final String[][] TOLERATIONS = {{"key", "operator", "effect"}, {"key"}};
    private static final String[][] RULES = {{"host"}, {"name"}, {"alert"}, {"record"}};
    private static final String[][] PATHS = {{"path", "pathType"}};
    private static final String[][] OTHERS = {{"name"}, {"key"}, {"type"}};

    private MergeKeys() {}

    /** The keys to try, best first; each is a list of fields. */
    static String[][] of(String list) {
        return switch (list) {
            case "ports" -> PORTS;
            case "volumeMounts" -> MOUNTS;
            case "volumeDevices" -> DEVICES;
            case "hostAliases" -> ALIASES;
            case "topologySpreadConstraints" -> SPREADS;
            case "ownerReferences" -> OWNERS;
            case "subjects" -> SUBJECTS;
            case "items" -> ITEMS;
            case "tolerations" -> TOLERATIONS;
            case "rules" -> RULES;
            case "paths" -> PATHS;
            default -> OTHERS;
        };
    }

    /**
     * Whether two items of a list are two things: both have a key, not the same one, and differ in more than that. An item
     * of which only the key has changed was renamed.
     */
    static boolean areTwo(String list, JsonNode one, JsonNode other) {
        for (String[] key : of(list)) {
            if (one.get(key[0]) != null && other.get(key[0]) != null) {
                return differ(key, one, other) && !without(key, one).equals(without(key, other));
            }
        }
        return false;
    }

    private static boolean differ(String[] key, JsonNode one, JsonNode other) {
        for (String field : key) {
            JsonNode mine = one.get(field);
            JsonNode theirs = other.get(field);
            if (mine != null && theirs != null && !mine.equals(theirs)) {
                return true;
            }
        }
        return false;
    }

    private static ObjectNode without(String[] key, JsonNode item) {
        return item.<ObjectNode>deepCopy().without(List.of(key));
    }

    /** Whether two items have the same key, of which at least the first field is there. */
    static boolean same(String[] key, JsonNode one, JsonNode other) {
        if (one.get(key[0]) == null) {
            return false;
        }
        for (String field : key) {
            if (!Objects.equals(one.get(field), other.get(field))) {
                return false;
            }
        }
        return true;
    }
}
