package dev.gantry.kustomize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.field.FieldDifference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares what a tree makes for one environment with what the program makes. */
final class Proof {

    private Proof() {}

    /**
     * One object that differs.
     *
     * @param key which object
     * @param field the first field that differs; {@code null} if the object is missing, or should not be there
     * @param message what is different
     */
    record Difference(ObjectKey key, @Nullable String field, String message) {}

    /** The objects that differ, in the order of the program, then those that it does not make. */
    static List<Difference> differences(List<ObjectNode> expected, List<ObjectNode> built) {
        Map<ObjectKey, ObjectNode> rest = new LinkedHashMap<>();
        List<Difference> differences = new ArrayList<>(0);
        for (ObjectNode object : built) {
            if (rest.put(ObjectKey.of(object), object) != null) {
                differences.add(new Difference(ObjectKey.of(object), null, "The tree makes it twice."));
            }
        }
        for (ObjectNode object : expected) {
            ObjectKey key = ObjectKey.of(object);
            ObjectNode other = rest.remove(key);
            if (other == null) {
                differences.add(new Difference(key, null, "The tree does not make it."));
            } else if (!other.equals(object)) {
                FieldDifference first = FieldDifference.between(object, other).get(0);
                String message = "The program has " + shown(first.from()) + ", the tree " + shown(first.to()) + ".";
                differences.add(new Difference(key, first.path(), message));
            }
        }
        rest.keySet().forEach(key -> differences.add(new Difference(key, null, "The program does not make it.")));
        return differences;
    }

    private static String shown(@Nullable JsonNode value) {
        String text = value == null ? "nothing" : value.toString();
        return text.length() <= 200 ? text : text.substring(0, 200) + "...";
    }
}
