package dev.gantry.engine.progress;

import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.cluster.Connection;
import dev.gantry.engine.plan.Plan;
import dev.gantry.finding.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Something that happened while the engine works. */
public sealed interface Event {

    /** What was done to an object. */
    enum Outcome {
        /** It was absent, and was made. */
        CREATED,
        /** It was changed in place. */
        CHANGED,
        /** It was as it is to be. */
        UNCHANGED,
        /** It was deleted and made anew. */
        RECREATED
    }

    /** It is known which cluster is spoken to; always the first event. */
    record Connected(Connection connection) implements Event {}

    /** It is known what is going to happen. */
    record Planned(Plan plan) implements Event {}

    /**
     * Another run works on the stack, or did before it was killed, and is waited for.
     *
     * @param holder who
     * @param since when it began
     * @param atMost how long it is waited for, if it gives no sign of life
     */
    record Locked(String stack, String holder, Instant since, Duration atMost) implements Event {}

    /**
     * A wave begins.
     *
     * @param wave its number, from 1
     * @param waves how many there are
     * @param objects how many objects it has
     */
    record WaveStarted(String stack, int wave, int waves, int objects) implements Event {}

    /** An object was applied. */
    record Applied(String stack, ResourceId id, Outcome outcome) implements Event {}

    /** Objects are waited for; told again whenever that changes, and now and then. */
    record Waiting(String stack, List<Pending> pending) implements Event {
        /** Copies the list. */
        public Waiting {
            pending = List.copyOf(pending);
        }
    }

    /**
     * An object that is waited for.
     *
     * @param reason what is missing, such as {@code 2 of 6 pods are available}
     * @param since when this began
     */
    record Pending(ResourceId id, String reason, Instant since) {}

    /** An object that was waited for is ready. */
    record Ready(String stack, ResourceId id, Duration after) implements Event {}

    /** Something went wrong, or is worth knowing. */
    record Found(Finding finding) implements Event {}

    /** An object was deleted, since the program no longer has it. */
    record Pruned(String stack, ResourceId id) implements Event {}

    /** An object that the program no longer has stays. */
    record Kept(String stack, ResourceId id, String why) implements Event {}

    /** A request is sent again. */
    record Retrying(String action, String why, Duration after) implements Event {}

    /** A stack is done. */
    record Finished(String stack, int revision, Result result) implements Event {}

    /** How a stack ended. */
    enum Result {
        /** It is as the program says. */
        SUCCEEDED,
        /** It is not. */
        FAILED,
        /** It was brought back to what it was before. */
        ROLLED_BACK,
        /** Somebody stopped the run. */
        INTERRUPTED
    }
}
