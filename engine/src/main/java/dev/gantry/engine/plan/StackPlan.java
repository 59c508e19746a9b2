package dev.gantry.engine.plan;

import dev.gantry.engine.desired.Release;
import java.util.ArrayList;
import java.util.List;

/**
 * What happens to one stack.
 *
 * @param release what it is to consist of
 * @param revision the number that this would become
 * @param waves objects of the program in the order of applying; those of a wave at once
 * @param removals what the program no longer has, in the order of deleting
 */
public record StackPlan(Release release, int revision, List<List<Step.Wanted>> waves, List<Step> removals) {

    /** Copies the lists. */
    public StackPlan {
        waves = waves.stream().map(List::copyOf).toList();
        removals = List.copyOf(removals);
    }

    /** Everything that happens, in its order. */
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        waves.forEach(steps::addAll);
        steps.addAll(removals);
        return steps;
    }

    /** Whether the cluster is as the program says. */
    public boolean isUnchanged() {
        return steps().stream().allMatch(step -> step instanceof Step.Unchanged || step instanceof Step.Keep);
    }
}
