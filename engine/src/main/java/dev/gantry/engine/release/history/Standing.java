package dev.gantry.engine.release.history;

import dev.gantry.engine.release.history.Revision.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a stack has come. It differs as soon as another run has begun, gone on or ended: a plan is for one standing, and is to be
 * made anew if there is another when the lock is held.
 *
 * @param inventory the resourceVersion of the inventory; empty if there is none
 * @param revision the number of the last revision; 0 if there is none
 * @param state how that ended; {@code null} if there is none
 * @param started when it was begun, or gone on with; {@code null} if there is none
 */
public record Standing(
        String inventory,
        int revision,
        @Nullable State state,
        @Nullable Instant started) {

    /** That of a stack that is not deployed. */
    static final Standing NONE = new Standing("", 0, null, null);
}
