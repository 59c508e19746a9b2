package dev.gantry.engine.desired;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.bundle.IndexEntry;
import dev.gantry.bundle.ResourceId;
import dev.gantry.finding.Origin;
import org.jspecify.annotations.Nullable;

/**
 * An object as it is to be.
 *
 * @param entry what the bundle says of it
 * @param tree its manifest; nobody changes it
 */
public record DesiredObject(IndexEntry entry, ObjectNode tree) {

    /** What it is. */
    public ResourceId id() {
        return entry.id();
    }

    /** The author's line. */
    public @Nullable Origin origin() {
        return entry.origin();
    }
}
