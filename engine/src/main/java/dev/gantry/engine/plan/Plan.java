package dev.gantry.engine.plan;

import dev.gantry.engine.cluster.Connection;
import dev.gantry.finding.Finding;
import java.util.List;

/**
 * What is going to happen, before anything is written.
 *
 * @param connection the cluster
 * @param stacks in the order in which they are applied
 * @param findings what stands against it, and what is worth knowing; with an error, nothing is applied
 */
public record Plan(Connection connection, List<StackPlan> stacks, List<Finding> findings) {

    /** Copies the lists. */
    public Plan {
        stacks = List.copyOf(stacks);
        findings = List.copyOf(findings);
    }

    /** Whether it cannot be applied. */
    public boolean failed() {
        return findings.stream().anyMatch(Finding::isError);
    }

    /** Whether the cluster is as the program says. */
    public boolean isUnchanged() {
        return stacks.stream().allMatch(StackPlan::isUnchanged);
    }
}
