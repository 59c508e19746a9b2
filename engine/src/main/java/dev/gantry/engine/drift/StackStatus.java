package dev.gantry.engine.drift;

import dev.gantry.engine.release.history.Revision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a stack is.
 *
 * @param stack its name
 * @param namespace where its records are
 * @param last its last revision; {@code null} if it was never deployed
 * @param current the number of the revision that was applied last as a whole; 0 if there is none
 * @param holder who works on it right now; {@code null} if nobody does
 * @param objects those of the current revision and of the program, in the order of applying
 */
public record StackStatus(
        String stack,
        String namespace,
        @Nullable Revision last,
        int current,
        @Nullable String holder,
        List<ObjectStatus> objects) {

    /** Copies the list. */
    public StackStatus {
        objects = List.copyOf(objects);
    }

    /** Whether every object is as the program says, and ready. */
    public boolean isFine() {
        return current > 0 && objects.stream().allMatch(ObjectStatus::isFine);
    }
}
