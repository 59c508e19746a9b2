package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The items of all LimitRanges of one namespace, and what containers get from them. */
final class NamespaceLimits {

    /**
     * One item of a LimitRange.
     *
     * @param range whose item it is
     * @param index its place in {@code spec.limits}
     * @param node its tree
     */
    record Item(Manifest range, int index, JsonNode node) {

        boolean isFor(String type) {
            return node.path("type").asText().equals(type);
        }

        String path(String field) {
            return "spec.limits[" + index + "]." + field;
        }
    }

    private final List<Item> items = new ArrayList<>();

    NamespaceLimits(List<Manifest> ranges) {
        for (Manifest range : ranges) {
            JsonNode limits = range.tree().path("spec").path("limits");
            for (int i = 0; i < limits.size(); i++) {
                items.add(new Item(range, i, limits.path(i)));
            }
        }
    }

    List<Item> items() {
        return items;
    }

    /** The limit that a container has in a cluster; {@code null} if it has none. */
    @Nullable
    String limit(JsonNode container, String resource) {
        JsonNode own = container.path("resources").path("limits").path(resource);
        return own.isMissingNode() ? byDefault(resource, "default", "max") : own.asText();
    }

    /** What a container requests in a cluster; {@code null} if that is nothing. */
    @Nullable
    String request(JsonNode container, String resource) {
        JsonNode resources = container.path("resources");
        JsonNode own = resources.path("requests").path(resource);
        JsonNode stated = own.isMissingNode() ? resources.path("limits").path(resource) : own;
        return stated.isMissingNode()
                ? byDefault(resource, "defaultRequest", "default", "max", "min")
                : stated.asText();
    }

    /** A cluster fills in what an item leaves out: each of these fields from the next one. */
    private @Nullable String byDefault(String resource, String... fields) {
        for (Item item : items) {
            if (item.isFor("Container")) {
                for (String field : fields) {
                    JsonNode amount = item.node().path(field).path(resource);
                    if (!amount.isMissingNode()) {
                        return amount.asText();
                    }
                }
            }
        }
        return null;
    }
}
