package dev.gantry.engine.order;

import dev.gantry.engine.desired.DesiredObject;
import dev.gantry.finding.Finding;
import java.util.ArrayList;
import java.util.List;

/**
 * In which order objects are applied: stack by stack, wave by wave.
 *
 * <p>The ranks of the index give a few bands of kinds, one after the other: namespaces, classes and definitions; accounts and
 * roles; bindings, configuration, volumes and Services; workloads; autoscalers, gateways and destinations; routes and custom
 * resources; APIs of other servers; admission. Objects of one band go at once, except where one has to come before another. Then
 * the other one moves into a later wave, and with it whatever has to come after that, even out of its band.
 *
 * <p>That one has to come before another is certain in three cases: the author says so, it is the other's namespace, or it
 * defines the other's kind. These are waited for, and a circle of them is a finding. A field that names another object is a
 * reason to put it first only if its rank does not say otherwise; it gives way where it would close a circle, and is not waited
 * for.
 *
 * @param stacks in the order of the objects that were given, except where one has to come before another
 * @param findings {@link OrderRule#CYCLE} for each circle; the waves are complete all the same
 */
public record Waves(List<StackWaves> stacks, List<Finding> findings) {

    /** Copies the lists. */
    public Waves {
        stacks = List.copyOf(stacks);
        findings = List.copyOf(findings);
    }

    /**
     * The order of these objects.
     *
     * @param objects of one stack or of several, all of one environment
     */
    public static Waves of(List<DesiredObject> objects) {
        int size = objects.size();
        List<Constraint> all = Constraints.among(objects);
        List<Constraint> hard = all.stream().filter(Constraint::isHard).toList();
        List<Constraint> possible = Circles.outside(size, hard, hard);
        List<Constraint> soft =
                all.stream().filter(constraint -> !constraint.isHard()).toList();

        List<Constraint> kept = new ArrayList<>(possible);
        kept.addAll(Circles.outside(size, all, soft));
        StackOrder order = StackOrder.of(objects, kept);

        Circles circles = new Circles(objects);
        List<Finding> findings = new ArrayList<>(circles.ofObjects(hard));
        findings.addAll(circles.ofStacks(order, possible));
        return new Waves(stacks(objects, order, kept), findings);
    }

    private static List<StackWaves> stacks(List<DesiredObject> objects, StackOrder order, List<Constraint> kept) {
        List<List<Integer>> members = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int stack = 0; stack < order.size(); stack++) {
            members.add(new ArrayList<>());
        }
        for (int i = 0; i < objects.size(); i++) {
            List<Integer> stack = members.get(order.of(i));
            places.add(stack.size());
            stack.add(i);
        }
        List<Precedence> inside = new ArrayList<>();
        members.forEach(stack -> inside.add(new Precedence(stack.size())));
        for (Constraint each : kept) {
            if (order.of(each.first()) == order.of(each.then())) {
                inside.get(order.of(each.then())).add(places.get(each.first()), places.get(each.then()));
            }
        }
        Awaited awaited = new Awaited(objects, kept);
        List<StackWaves> stacks = new ArrayList<>();
        for (int stack : order.order()) {
            List<Integer> numbers = members.get(stack);
            List<Integer> bands = numbers.stream()
                    .map(number -> Band.of(objects.get(number).entry().rank()).place())
                    .toList();
            List<Wave> waves = new ArrayList<>();
            for (List<Integer> layer : Layers.of(bands, inside.get(stack))) {
                List<Integer> wave = layer.stream().map(numbers::get).toList();
                waves.add(new Wave(wave.stream().map(objects::get).toList(), awaited.before(wave)));
            }
            stacks.add(new StackWaves(order.name(stack), order.before(stack), waves));
        }
        return stacks;
    }

    /** The waves of a stack; none if no object is of it. */
    public List<Wave> of(String stack) {
        return stacks.stream()
                .filter(each -> each.stack().equals(stack))
                .findFirst()
                .map(StackWaves::waves)
                .orElse(List.of());
    }
}
