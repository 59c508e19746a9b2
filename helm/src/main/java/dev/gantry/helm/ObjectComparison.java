package dev.gantry.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.bundle.ResourceId;
import dev.gantry.field.FieldDifference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compares what a chart renders to with what is expected, object by object. Objects are paired by apiVersion, kind, namespace and
 * name; those that are left, by the same without the namespace, so that a wrong namespace is one difference and not two.
 */
final class ObjectComparison {

    private static final int LONGEST = 100;

    private final List<Discrepancy> found = new ArrayList<>();

    private ObjectComparison() {}

    /** All that differs; the order of the objects does not matter. */
    static List<Discrepancy> between(List<ObjectNode> expected, List<ObjectNode> rendered) {
        ObjectComparison comparison = new ObjectComparison();
        List<ObjectNode> missing = new ArrayList<>();
        List<ObjectNode> unexpected = comparison.pair(expected, rendered, missing, false);
        List<ObjectNode> unpaired = new ArrayList<>();
        List<ObjectNode> surplus = comparison.pair(missing, unexpected, unpaired, true);
        for (ObjectNode object : unpaired) {
            comparison.found.add(
                    Discrepancy.of(ChartRule.MISSING, id(object, false), "lacks an object that the program makes"));
        }
        for (ObjectNode object : surplus) {
            comparison.found.add(Discrepancy.of(
                    ChartRule.UNEXPECTED, id(object, false), "has an object that the program does not make"));
        }
        return comparison.found;
    }

    /** Compares those that are in both; answers those that are not expected. */
    private List<ObjectNode> pair(
            List<ObjectNode> expected, List<ObjectNode> rendered, List<ObjectNode> missing, boolean anyNamespace) {
        Map<ResourceId, List<ObjectNode>> byId = new LinkedHashMap<>();
        for (ObjectNode object : rendered) {
            byId.computeIfAbsent(id(object, anyNamespace), id -> new ArrayList<>(1))
                    .add(object);
        }
        for (ObjectNode object : expected) {
            List<ObjectNode> same = byId.get(id(object, anyNamespace));
            if (same == null || same.isEmpty()) {
                missing.add(object);
            } else {
                compare(object, same.remove(0));
            }
        }
        List<ObjectNode> left = new ArrayList<>();
        byId.values().forEach(left::addAll);
        return left;
    }

    private void compare(ObjectNode expected, ObjectNode rendered) {
        if (expected.equals(rendered)) {
            return;
        }
        ResourceId id = id(expected, false);
        for (FieldDifference difference : FieldDifference.between(expected, rendered)) {
            FieldDifference shown = difference.masked(id.kind());
            String message = "has " + shown(shown.to()) + " where the program makes " + shown(shown.from());
            found.add(new Discrepancy(ChartRule.DIFFERENT, id.toString(), shown.path(), message, ""));
        }
    }

    private static String shown(@Nullable JsonNode value) {
        if (value == null) {
            return "nothing";
        }
        String text = value.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    private static ResourceId id(ObjectNode object, boolean anyNamespace) {
        String namespace = object.path("metadata").path("namespace").asText();
        return new ResourceId(
                object.path("apiVersion").asText(),
                object.path("kind").asText(),
                anyNamespace ? null : nullIfEmpty(namespace),
                object.path("metadata").path("name").asText());
    }

    private static @Nullable String nullIfEmpty(String text) {
        return text.isEmpty() ? null : text;
    }
}
