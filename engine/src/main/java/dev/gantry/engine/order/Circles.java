package dev.gantry.engine.order;

import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.desired.DesiredObject;
import dev.gantry.finding.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Finds constraints that cannot all be kept, and says so. */
final class Circles {

    private final List<DesiredObject> objects;

    Circles(List<DesiredObject> objects) {
        this.objects = objects;
    }

    /** Those of some constraints that are in no circle of all of them. */
    static List<Constraint> outside(int size, List<Constraint> all, List<Constraint> some) {
        int[] circles = precedence(size, all).circles();
        return some.stream()
                .filter(each -> circles[each.first()] != circles[each.then()])
                .toList();
    }

    /** A finding for each circle of objects. */
    List<Finding> ofObjects(List<Constraint> hard) {
        Precedence precedence = precedence(objects.size(), hard);
        List<Finding> findings = new ArrayList<>();
        for (int start : starts(precedence, hard)) {
            List<Constraint> steps = new ArrayList<>();
            List<Integer> way = precedence.wayBack(start);
            for (int i = 0; i < way.size(); i++) {
                steps.add(between(hard, way.get(i), way.get((i + 1) % way.size())));
            }
            findings.add(finding(steps));
        }
        return findings;
    }

    /** A finding for each circle of stacks; the constraints are in no circle of objects. */
    List<Finding> ofStacks(StackOrder stacks, List<Constraint> hard) {
        List<Constraint> across = hard.stream()
                .filter(each -> stacks.of(each.first()) != stacks.of(each.then()))
                .toList();
        List<Constraint> between = across.stream()
                .map(each -> new Constraint(stacks.of(each.first()), stacks.of(each.then()), each.reason()))
                .toList();
        Precedence precedence = precedence(stacks.size(), between);
        List<Finding> findings = new ArrayList<>();
        for (int start : starts(precedence, between)) {
            List<Integer> way = precedence.wayBack(start);
            List<Constraint> steps = new ArrayList<>();
            for (int i = 0; i < way.size(); i++) {
                Constraint step = between(between, way.get(i), way.get((i + 1) % way.size()));
                steps.add(across.get(between.indexOf(step)));
            }
            findings.add(finding(stacks, steps));
        }
        return findings;
    }

    /** The one with the lowest number of each circle. */
    private static Iterable<Integer> starts(Precedence precedence, List<Constraint> constraints) {
        int[] circles = precedence.circles();
        Map<Integer, Integer> lowest = new HashMap<>();
        for (Constraint each : constraints) {
            if (circles[each.first()] == circles[each.then()]) {
                lowest.merge(circles[each.first()], Math.min(each.first(), each.then()), Math::min);
            }
        }
        return new TreeSet<>(lowest.values());
    }

    private static Constraint between(List<Constraint> constraints, int first, int then) {
        Predicate<Constraint> theOne = each -> each.first() == first && each.then() == then;
        return constraints.stream().filter(theOne).findFirst().orElseThrow();
    }

    private Finding finding(List<Constraint> steps) {
        List<String> parts = new ArrayList<>();
        // From the last to the first: a step says what comes before, and people say what waits for what.
        for (int i = steps.size() - 1; i >= 0; i--) {
            parts.add(words(steps.get(i)));
        }
        String message = steps.size() == 1
                ? id(steps.get(0).then()) + " " + steps.get(0).words() + " itself."
                : String.join(", ", parts) + ": none of them can be the first.";
        return withLines(Finding.of(OrderRule.CYCLE, message), steps)
                .hint("Take one of the dependsOn calls away that make this circle.");
    }

    private Finding finding(StackOrder stacks, List<Constraint> steps) {
        List<String> parts = new ArrayList<>();
        for (Constraint step : steps) {
            parts.add("stack " + stacks.name(stacks.of(step.first())) + " has to come before stack "
                    + stacks.name(stacks.of(step.then())) + ", because " + words(step));
        }
        String message = String.join("; ", parts) + ".";
        return withLines(
                        Finding.of(OrderRule.CYCLE, Character.toUpperCase(message.charAt(0)) + message.substring(1)),
                        steps)
                .hint("A stack is applied as a whole. Put objects that need each other into one stack,"
                        + " or take one of the dependencies away.");
    }

    private Finding withLines(Finding finding, List<Constraint> steps) {
        DesiredObject subject = objects.get(steps.get(steps.size() - 1).then());
        Finding result = finding.on(subject.id().toString(), null)
                .in(null, subject.entry().stack())
                .at(subject.origin());
        for (int i = steps.size() - 2; i >= 0; i--) {
            result = result.related(objects.get(steps.get(i).then()).origin(), words(steps.get(i)));
        }
        return result;
    }

    private String words(Constraint step) {
        return id(step.then()) + " " + step.words() + " " + id(step.first());
    }

    private ResourceId id(int number) {
        return objects.get(number).id();
    }

    private static Precedence precedence(int size, List<Constraint> constraints) {
        Precedence precedence = new Precedence(size);
        constraints.forEach(each -> precedence.add(each.first(), each.then()));
        return precedence;
    }
}
