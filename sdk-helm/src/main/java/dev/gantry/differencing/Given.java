package dev.gantry.differencing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.chart.Release;
import java.util.ArrayList;
import java.util.List;

/**
 * What a template is given.
 *
 * @param settings as a tree
 * @param release that is made
 * @param elements of the loops around, the outermost first
 */
public record Given(ObjectNode settings, Release release, List<JsonNode> elements) {

    private static final Release NO_RELEASE = new Release("", "", "", "");

    /** Copies the list. */
    public Given {
        elements = List.copyOf(elements);
    }

    /** Settings alone. */
    static Given of(ObjectNode settings) {
        return of(settings, NO_RELEASE);
    }

    /** A scope outside of any loop. */
    public static Given of(ObjectNode settings, Release release) {
        return new Given(settings, release, List.of());
    }

    /** The scope within a loop. */
    Given with(JsonNode element) {
        List<JsonNode> more = new ArrayList<>(elements);
        more.add(element);
        return new Given(settings, release, more);
    }

    /** The value that a way leads to; a {@link MissingNode} if there is none. */
    JsonNode get(Ref ref) {
        return switch (ref.root()) {
            case SETTINGS -> follow(settings, ref.path());
            case ELEMENT -> follow(elements.get(ref.depth()), ref.path());
            case RELEASE ->
                TextNode.valueOf(
                        switch (ref.path().get(0)) {
                            case "name" -> release.name();
                            case "fullName" -> release.fullName();
                            case "namespace" -> release.namespace();
                            default -> release.appVersion();
                        });
        };
    }

    private static JsonNode follow(JsonNode start, List<String> path) {
        JsonNode node = start;
        for (String key : path) {
            node = key.equals(Ref.FIRST) ? node.path(0) : node.path(key);
        }
        return node.isNull() ? MissingNode.getInstance() : node;
    }
}
