package dev.gantry.engine;

import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.cluster.ObjectRef;
import dev.gantry.engine.desired.DesiredObject;
import dev.gantry.finding.Origin;
import org.jspecify.annotations.Nullable;

/**
 * An object that has to become ready.
 *
 * @param ref where it is
 * @param id what it is
 * @param origin the author's line
 * @param object as it was applied; {@code null} if that is not known
 */
record Watched(
        ObjectRef ref,
        ResourceId id,
        @Nullable Origin origin,
        @Nullable DesiredObject object) {

    static Watched of(Placed placed) {
        return new Watched(placed.ref(), placed.object().id(), placed.object().origin(), placed.object());
    }
}
