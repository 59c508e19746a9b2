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

    /**
     * It is known which cluster is spoken to; always the first event.
     *
     * @param connection the cluster
     */
    record Connected(Connection connection) implements Event {}

    /**
     * It is known what is going to happen.
     *
     * @param plan for all stacks, or for one that had to be planned anew
     */
    record Planned(Plan plan) implements Event {}

    /**
     * Another run works on the stack, or did before it was killed, and is waited for.
     *
     * @param stack which one
     * @param holder who
     * @param since when it began
     * @param atMost how long it is waited for, if it gives no sign of life
     */
    record Locked(String stack, String holder, Instant since, Duration atMost) implements Event {}

    /**
     * A wave begins.
     *
     * @param stack which one
     * @param wave its number, from 1
     * @param waves how many there are
     * @param objects how many objects it has
     */
    record WaveStarted(String stack, int wave, int waves, int objects) implements Event {}

    /**
     * An object was applied.
     *
     * @param stack of which it is part
     * @param id the object
     * @param outcome what was done to it
     */
    record Applied(String stack, ResourceId id, Outcome outcome) implements Event {}

    /**
     * Objects are waited for; told again whenever that changes, and now and then.
     *
     * @param stack of which they are part
     * @param pending those that are not ready
     */
    record Waiting(String stack, List<Pending> pending) implements Event {
        /** Copies the list. */
        public Waiting {
            pending = List.copyOf(pending);
        }
    }

    /**
     * An object that is waited for.
     *
     * @param id the object
     * @param reason what is missing, such as {@code 2 of 6 pods are available}
     * @param since when this began
     */
    record Pending(ResourceId id, String reason, Instant since) {}

    /**
     * An object that was waited for is ready.
     *
     * @param stack of which it is part
     * @param id the object
     * @param after how long it was waited for
     */
    record Ready(String stack, ResourceId id, Duration after) implements Event {}

    /**
     * Something went wrong, or is worth knowing.
     *
     * @param finding what it is
     */
    record Found(Finding finding) implements Event {}

    /**
     * An object was deleted, since the program no longer has it.
     *
     * @param stack of which it was part
     * @param id the object
     */
    record Pruned(String stack, ResourceId id) implements Event {}

    /**
     * An object that the program no longer has stays.
     *
     * @param stack of which it is or was part
     * @param id the object
     * @param why such as its annotation, or that it holds data
     */
    record Kept(String stack, ResourceId id, String why) implements Event {}

    /**
     * A request is sent again.
     *
     * @param action what it asks for, such as {@code apply Deployment shop/web}
     * @param why what came of it before
     * @param after how long from now
     */
    record Retrying(String action, String why, Duration after) implements Event {}

    /**
     * A stack is done.
     *
     * @param stack which one
     * @param revision the number of the revision that was applied; 0 if it ended before one was begun
     * @param result how it ended
     */
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
