package dev.gantry.extension;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An object of a manifest as a value, such as a probe or a volume: it can be a constant, be passed around and be written
 * to many places. Whatever is wrong with it becomes a finding wherever it is written. Two blocks are equal if they are
 * of one class and write the same.
 */
public abstract class Block {

    private final Consumer<Fields> writer;

    /** A block that is written like this; the writer may run any number of times. */
    protected Block(Consumer<Fields> writer) {
        this.writer = writer;
    }

    /** A writer that writes this block, and then more. */
    protected final Consumer<Fields> and(Consumer<Fields> more) {
        return writer.andThen(more);
    }

    /** Writes the fields of this block to an object. */
    public final void write(Fields object) {
        writer.accept(object);
    }

    /** Whether this block writes just that. */
    public final boolean writes(JsonNode object) {
        return written().node().equals(object);
    }

    private Draft written() {
        // Not the author's line: nobody asks for it, and to find it takes longer than all else here.
        Draft draft = new Draft(JsonNodeFactory.instance.objectNode(), null, Map.of());
        writer.accept(draft.root());
        return draft;
    }

    private static List<Resource> targets(Draft draft) {
        return draft.references().stream().map(Reference::target).toList();
    }

    @Override
    @SuppressWarnings("EqualsGetClass") // blocks of two classes differ even where they write the same
    public final boolean equals(@Nullable Object other) {
        if (this == other) {
            return true;
        }
        if (other == null || other.getClass() != getClass()) {
            return false;
        }
        Draft mine = written();
        Draft theirs = ((Block) other).written();
        return mine.node().equals(theirs.node()) && targets(mine).equals(targets(theirs));
    }

    @Override
    public final int hashCode() {
        return written().node().hashCode();
    }

    /** The fields as JSON. */
    @Override
    public final String toString() {
        return written().node().toString();
    }
}
