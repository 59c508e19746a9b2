package dev.gantry.fake.selection;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.fake.failure.Refusals;
import dev.gantry.fake.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A selector of fields. Every kind has the two of {@code metadata}; a few have more, which every kind has here.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/overview/working-with-objects/field-selectors/">Field selectors</a>
 */
public final class FieldSelector implements Predicate<JsonNode> {

    private static final Set<String> KNOWN = Set.of(
            "metadata.name",
            "metadata.namespace",
            "type",
            "spec.nodeName",
            "status.phase",
            "involvedObject.kind",
            "involvedObject.name",
            "involvedObject.namespace",
            "involvedObject.uid");

    private record Requirement(String field, boolean equal, String value) {}

    private final List<Requirement> requirements;

    private FieldSelector(List<Requirement> requirements) {
        this.requirements = List.copyOf(requirements);
    }

    /** Reads a selector such as {@code metadata.name=web,status.phase!=Failed}. */
    public static FieldSelector parse(String text) {
        List<Requirement> requirements = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            if (part.isBlank()) {
                continue;
            }
            boolean equal = !part.contains("!=");
            String[] sides = part.split(equal ? "==?" : "!=", 2);
            if (sides.length < 2) {
                throw Refusals.badRequest("invalid selector: '" + text + "'; can't understand '" + part + "'");
            }
            if (!KNOWN.contains(sides[0])) {
                throw Refusals.badRequest("\"" + sides[0]
                        + "\" is not a known field selector: only \"metadata.name\", \"metadata.namespace\"");
            }
            requirements.add(new Requirement(sides[0], equal, sides[1]));
        }
        return new FieldSelector(requirements);
    }

    /** Whether an object is selected. */
    @Override
    public boolean test(JsonNode object) {
        return requirements.stream()
                .allMatch(one -> Json.text(object, one.field().split("\\.", -1)).equals(one.value()) == one.equal());
    }
}
