package dev.gantry.engine.drift;

import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.status.Readiness;
import dev.gantry.finding.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an object is.
 *
 * @param id the object
 * @param origin the author's line; {@code null} for what the program no longer has
 * @param pending what the next apply would do because the program has changed
 * @param isThere whether it is in the cluster
 * @param drift what is not as it was applied last
 * @param readiness how far it has come; {@code null} if it is not there
 */
public record ObjectStatus(
        ResourceId id,
        @Nullable Origin origin,
        Pending pending,
        boolean isThere,
        List<DriftedField> drift,
        @Nullable Readiness readiness) {

    /** Copies the list. */
    public ObjectStatus {
        drift = List.copyOf(drift);
    }

    /** How the program differs from what was applied last. */
    public enum Pending {
        /** Not at all. */
        NOTHING,
        /** It is new in the program. */
        NEW,
        /** It says something else of it. */
        CHANGED,
        /** It no longer has it. */
        REMOVED
    }

    /** Whether it is as it was applied, as the program says, and ready. */
    public boolean isFine() {
        return pending == Pending.NOTHING
                && isThere
                && drift.isEmpty()
                && readiness != null
                && readiness.state() == Readiness.State.READY;
    }
}
