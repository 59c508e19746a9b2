package dev.gantry.engine.order;

import dev.gantry.engine.desired.DesiredObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Which stack goes before which: one is applied as a whole, before the next one begins. */
final class StackOrder {

    private final List<String> names;
    private final List<Integer> stackOfObject;
    private final List<Constraint> hard;
    private final List<Integer> order;

    private StackOrder(List<String> names, List<Integer> stackOfObject, List<Constraint> hard, List<Integer> order) {
        this.names = names;
        this.stackOfObject = stackOfObject;
        this.hard = hard;
        this.order = order;
    }

    /** The order of the stacks of these objects, which have these constraints. */
    static StackOrder of(List<DesiredObject> objects, List<Constraint> constraints) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        List<Integer> stacks = new ArrayList<>(objects.size());
        for (DesiredObject object : objects) {
            String stack = object.entry().stack();
            numbers.putIfAbsent(stack, numbers.size());
            stacks.add(numbers.get(stack));
        }
        List<Constraint> between = constraints.stream()
                .map(each -> new Constraint(stacks.get(each.first()), stacks.get(each.then()), each.reason()))
                .filter(each -> each.first() != each.then())
                .toList();
        List<Constraint> hard = between.stream().filter(Constraint::isHard).toList();
        Precedence kept = new Precedence(numbers.size());
        Circles.outside(numbers.size(), hard, hard).forEach(each -> kept.add(each.first(), each.then()));
        Circles.outside(numbers.size(), between, between).stream()
                .filter(each -> !each.isHard())
                .forEach(each -> kept.add(each.first(), each.then()));
        return new StackOrder(List.copyOf(numbers.keySet()), stacks, hard, kept.sorted());
    }

    /** The number of an object's stack. */
    int of(int object) {
        return stackOfObject.get(object);
    }

    int size() {
        return names.size();
    }

    String name(int stack) {
        return names.get(stack);
    }

    /** The numbers of the stacks, the first one first. */
    List<Integer> order() {
        return order;
    }

    /** The names of those that a stack cannot do without. */
    List<String> before(int stack) {
        TreeSet<String> before = new TreeSet<>();
        for (Constraint each : hard) {
            if (each.then() == stack) {
                before.add(names.get(each.first()));
            }
        }
        return List.copyOf(before);
    }
}
