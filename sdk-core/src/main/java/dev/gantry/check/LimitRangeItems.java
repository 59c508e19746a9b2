package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The items of all LimitRanges of one namespace, and what containers get from them. */
final class LimitRangeItems {

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

    LimitRangeItems(List<Manifest> ranges) {
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
    String limit(PodContainer container, String resource) {
        String own = container.limit(resource);
        return own == null ? byDefault(resource, "default", "max") : own;
    }

    /** What a container requests in a cluster; {@code null} if that is nothing. */
    @Nullable
    String request(PodContainer container, String resource) {
        String own = container.request(resource);
        return own == null ? byDefault(resource, "defaultRequest", "default", "max", "min") : own;
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
