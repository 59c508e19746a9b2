package dev.gantry.fake.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Objects at one moment.
 *
 * @param revision the counter at that moment
 * @param items all that there were
 */
public record Snapshot(long revision, List<Item> items) {

    /**
     * An object and where it is kept.
     *
     * @param key where it is kept
     * @param object the object itself
     */
    public record Item(ObjectKey key, ObjectNode object) {}

    /** Copies the list. */
    public Snapshot {
        items = List.copyOf(items);
    }
}
