package dev.gantry.engine.desired;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.bundle.IndexEntry;
import dev.gantry.bundle.ResourceId;
import dev.gantry.finding.Origin;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An object as it is to be. Keeps its manifest as compact JSON, since there may be thousands, and most are looked at once. */
public final class DesiredObject {

    private final IndexEntry entry;
    private final byte[] json;

    /**
     * An object.
     *
     * @param entry what the bundle says of it
     * @param tree its manifest
     */
    public DesiredObject(IndexEntry entry, ObjectNode tree) {
        this.entry = entry;
        this.json = Trees.json(tree);
    }

    /** What the bundle says of it. */
    public IndexEntry entry() {
        return entry;
    }

    /** Its manifest: a new tree with every call. */
    public ObjectNode tree() {
        return Trees.parse(json);
    }

    /** Whether another one has the same manifest. */
    public boolean isSame(DesiredObject other) {
        return Arrays.equals(json, other.json);
    }

    /** How many bytes its manifest has as JSON. */
    public int size() {
        return json.length;
    }

    /** What it is. */
    public ResourceId id() {
        return entry.id();
    }

    /** The author's line. */
    public @Nullable Origin origin() {
        return entry.origin();
    }

    /** What it is, and nothing of what it holds. */
    @Override
    public String toString() {
        return id().toString();
    }
}
