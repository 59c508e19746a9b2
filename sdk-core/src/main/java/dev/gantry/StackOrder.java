package dev.gantry;

import dev.gantry.extension.Dependency;
import dev.gantry.extension.Draft;
import dev.gantry.extension.ProgramRule;
import dev.gantry.finding.Finding;
import dev.gantry.finding.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which stack waits for which others: because the author says so, or because a resource of it depends on one of theirs.
 * Resources themselves cannot wait for each other in a circle, since each has to be made before another can name it.
 */
final class StackOrder {

    private final List<Stack> stacks;
    private final Map<Stack, List<Wait>> waits = new HashMap<>();

    /** A stack waits for another. */
    private record Wait(Stack stack, Stack other, @Nullable Origin line) {}

    StackOrder(List<Stack> stacks, Placement placement) {
        this.stacks = stacks;
        for (Stack stack : stacks) {
            for (StackDependency dependency : stack.dependencies()) {
                add(stack, dependency.stack(), dependency.origin());
            }
        }
        for (Placed placed : placement.placed()) {
            for (Dependency dependency : Draft.of(placed.resource()).dependencies()) {
                Placed target = placement.of(dependency.target());
                if (target != null) {
                    Origin line =
                            dependency.origin() == null ? placed.resource().origin() : dependency.origin();
                    add(placed.stack(), target.stack(), line);
                }
            }
        }
    }

    private void add(Stack stack, Stack other, @Nullable Origin line) {
        List<Wait> known = waits.computeIfAbsent(stack, x -> new ArrayList<>(1));
        if (stack != other && known.stream().noneMatch(wait -> wait.other() == other)) {
            known.add(new Wait(stack, other, line));
        }
    }

    /** The names of the stacks that one waits for, in the order of the program. */
    List<String> dependencies(Stack stack) {
        List<Wait> own = waits.getOrDefault(stack, List.of());
        return own.isEmpty()
                ? List.of()
                : stacks.stream()
                        .filter(other -> own.stream().anyMatch(wait -> wait.other() == other))
                        .map(Stack::name)
                        .toList();
    }

    void check(FindingLog log) {
        for (Stack stack : stacks) {
            for (Wait wait : waits.getOrDefault(stack, List.of())) {
                if (!stacks.contains(wait.other())) {
                    log.add(
                            stack.facts(),
                            Finding.of(
                                            ProgramRule.DEPENDENCY,
                                            "The stack \"" + wait.other().name()
                                                    + "\" is not one of this app, so nothing can wait for it.")
                                    .hint(
                                            "Depend on a stack that this run of define(...) has made with app.stack(...).")
                                    .at(wait.line()));
                }
            }
        }
        Set<Stack> seen = new HashSet<>();
        for (Stack stack : stacks) {
            follow(stack, new ArrayList<>(), seen, log);
        }
    }

    private void follow(Stack stack, List<Wait> path, Set<Stack> seen, FindingLog log) {
        for (int i = 0; i < path.size(); i++) {
            if (path.get(i).stack() == stack) {
                report(path.subList(i, path.size()), log);
                return;
            }
        }
        if (seen.add(stack)) {
            for (Wait wait : waits.getOrDefault(stack, List.of())) {
                path.add(wait);
                follow(wait.other(), path, seen, log);
                path.remove(path.size() - 1);
            }
        }
    }

    private static void report(List<Wait> circle, FindingLog log) {
        StringBuilder shown = new StringBuilder();
        for (Wait wait : circle) {
            shown.append('"').append(wait.stack().name()).append("\" waits for ");
        }
        Wait first = circle.get(0);
        Finding finding = Finding.of(
                        ProgramRule.DEPENDENCY_CIRCLE,
                        "The stacks cannot be put into an order: " + shown + '"'
                                + first.stack().name() + "\".")
                .hint(
                        "Put the resources that wait for each other into one stack, or leave out one of the dependencies.")
                .at(first.line());
        for (Wait wait : circle.subList(1, circle.size())) {
            String text = "\"" + wait.stack().name() + "\" comes to wait for \""
                    + wait.other().name() + "\" here";
            finding = finding.related(wait.line(), text);
        }
        log.add(first.stack().facts(), finding);
    }
}
