package dev.gantry.engine;

import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.desired.EnvironmentRule;
import dev.gantry.engine.desired.Selection;
import dev.gantry.engine.plan.Plan;
import dev.gantry.engine.plan.StackPlan;
import dev.gantry.engine.plan.Step;
import dev.gantry.finding.Finding;
import java.util.ArrayList;
import java.util.List;

/** Options that name objects which are not in the plan: misspelt, most likely, so that what they allow is not allowed. */
final class Selections {

    private Selections() {}

    static List<Finding> unused(EngineOptions options, Plan plan) {
        List<ResourceId> ids = new ArrayList<>();
        for (StackPlan stack : plan.stacks()) {
            stack.steps().stream().map(Step::id).forEach(ids::add);
        }
        List<Finding> findings = new ArrayList<>();
        look("gantry.forceConflicts", options.forceConflicts(), ids, findings);
        look("gantry.recreate", options.recreate(), ids, findings);
        look("gantry.confirm", options.confirmed(), ids, findings);
        return findings;
    }

    private static void look(String option, Selection selection, List<ResourceId> ids, List<Finding> into) {
        for (String name : selection.without(ids)) {
            into.add(Finding.of(
                            EnvironmentRule.SELECTION_UNUSED,
                            option + " names " + name + ", which is not among the objects of this run.")
                    .hint("See whether kind, namespace and name are as in the plan: Kind/namespace/name."));
        }
    }
}
