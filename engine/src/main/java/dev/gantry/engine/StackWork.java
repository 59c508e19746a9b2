package dev.gantry.engine;

import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.desired.DesiredObject;
import dev.gantry.engine.desired.Release;
import dev.gantry.engine.order.Wave;
import dev.gantry.engine.plan.StackPlan;
import dev.gantry.engine.plan.Step;
import dev.gantry.engine.release.Inventory;
import dev.gantry.engine.release.Ownership;
import dev.gantry.engine.release.StackHome;
import dev.gantry.engine.release.history.Standing;
import java.util.List;
import java.util.Map;

/**
 * A stack's part of a plan, with what the run needs to do it.
 *
 * @param release with every object complete with its namespace
 * @param inventory as it was read for the plan
 * @param standing how far the stack had come then
 * @param ownership whose objects may be taken
 * @param waves in the order of applying
 * @param targets by identity
 * @param forecasts by identity; none for those of kinds and namespaces that are not there yet
 * @param plan what was shown
 */
record StackWork(
        Release release,
        StackHome home,
        Inventory inventory,
        Standing standing,
        Ownership ownership,
        List<Wave> waves,
        Map<ResourceId, Placed> targets,
        Map<ResourceId, Prediction.Result> forecasts,
        StackPlan plan) {

    /** Where an object goes. */
    Placed target(DesiredObject object) {
        Placed target = targets.get(object.id());
        if (target == null) {
            throw new IllegalStateException(object + " has no place");
        }
        return target;
    }

    /** What the program no longer has, and stays a member of the stack. */
    List<ResourceId> kept() {
        return plan.removals().stream()
                .filter(step -> step instanceof Step.Keep keep && !keep.released())
                .map(Step::id)
                .toList();
    }
}
