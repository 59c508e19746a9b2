package dev.gantry.engine.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How many objects there are of each action. */
final class Counts {

    private final Map<Step.Action, Integer> numbers = new EnumMap<>(Step.Action.class);

    private Counts() {}

    static Counts of(Collection<? extends Step> steps) {
        Counts counts = new Counts();
        steps.forEach(step -> counts.numbers.merge(step.action(), 1, Integer::sum));
        return counts;
    }

    static Counts of(Plan plan) {
        Counts counts = new Counts();
        plan.stacks()
                .forEach(stack -> stack.steps().forEach(step -> counts.numbers.merge(step.action(), 1, Integer::sum)));
        return counts;
    }

    int of(Step.Action action) {
        return numbers.getOrDefault(action, 0);
    }

    /** Such as {@code 3 to create, 2 to update, 12 unchanged}. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        for (Map.Entry<Step.Action, Integer> each : numbers.entrySet()) {
            if (each.getKey() != Step.Action.UNCHANGED) {
                parts.add(each.getValue() + " " + words(each.getKey()));
            }
        }
        int unchanged = of(Step.Action.UNCHANGED);
        if (unchanged > 0) {
            parts.add(unchanged + " unchanged");
        }
        return parts.isEmpty() ? "nothing to do" : String.join(", ", parts);
    }

    private static String words(Step.Action action) {
        return switch (action) {
            case CREATE -> "to create";
            case UPDATE -> "to update";
            case UNCHANGED -> "unchanged";
            case RECREATE -> "to recreate";
            case CONFLICT -> "in conflict";
            case DEFERRED -> "deferred";
            case REJECTED -> "rejected";
            case PRUNE -> "to delete";
            case KEEP -> "to keep";
        };
    }
}
