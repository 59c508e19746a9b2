package dev.gantry.engine;

import dev.gantry.engine.plan.Plan;
import dev.gantry.finding.Finding;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of a run.
 *
 * @param plan what was planned
 * @param stacks how each stack ended that was begun; none if the plan failed
 */
public record Outcome(Plan plan, List<StackOutcome> stacks) {

    /** Copies the list. */
    public Outcome {
        stacks = List.copyOf(stacks);
    }

    static Outcome notBegun(Plan plan) {
        return new Outcome(plan, List.of());
    }

    /** Whether every stack is as it was to be. */
    public boolean succeeded() {
        return !plan.failed() && stacks.stream().allMatch(StackOutcome::succeeded);
    }

    /** What stood against the plan, and what went wrong or is worth knowing. */
    public List<Finding> findings() {
        List<Finding> all = new ArrayList<>(plan.findings());
        stacks.forEach(stack -> all.addAll(stack.findings()));
        return all;
    }
}
