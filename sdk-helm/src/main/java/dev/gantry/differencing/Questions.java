package dev.gantry.differencing;

import dev.gantry.program.ComparedConstants;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The questions that may decide what is at a place of the output. Simple ones come first, and those about values that were seen to
 * move the place when nothing else was changed.
 */
final class Questions {

    private final Knobs knobs;
    private final ComparedConstants constants;

    Questions(Knobs knobs, ComparedConstants constants) {
        this.knobs = knobs;
        this.constants = constants;
    }

    /** Those that are answered in both ways in some runs. */
    List<Predicate> about(List<Observation> observations) {
        Set<Ref> moving = Relevance.moving(observations);
        List<Predicate> near = new ArrayList<>();
        List<Predicate> far = new ArrayList<>();
        for (Knob knob : knobs.in(observations)) {
            // A release is no reason to make other resources.
            if (knob.ref().root() != Ref.Root.RELEASE) {
                List<Predicate> target = moving.isEmpty() || moves(moving, knob.ref()) ? near : far;
                for (Predicate predicate : of(knob)) {
                    if (divides(predicate, observations)) {
                        target.add(predicate);
                    }
                }
            }
        }
        List<Predicate> chosen = near.isEmpty() ? far : near;
        chosen.sort(Comparator.comparingInt(Questions::rank)
                .thenComparingInt(predicate -> predicate.ref().path().size()));
        return chosen;
    }

    /** What people would ask first: switches, then what is there at all, and numbers last. */
    private static int rank(Predicate predicate) {
        int element = predicate.ref().path().contains(Ref.FIRST) ? 10 : 0;
        if (predicate instanceof Predicate.IsTrue) {
            return element;
        } else if (predicate instanceof Predicate.IsPresent) {
            return element + 1;
        } else if (predicate instanceof Predicate.IsFilled) {
            return element + 2;
        }
        return predicate instanceof Predicate.IsText ? element + 3 : element + 4;
    }

    /** A change of a record is one of what lies in it, and the other way round. */
    private static boolean moves(Set<Ref> moving, Ref ref) {
        for (Ref changed : moving) {
            int shared = Math.min(changed.path().size(), ref.path().size());
            if (ref.root() == Ref.Root.ELEMENT
                    || changed.path().subList(0, shared).equals(ref.path().subList(0, shared))) {
                return true;
            }
        }
        return false;
    }

    private List<Predicate> of(Knob knob) {
        List<Predicate> questions = new ArrayList<>();
        Ref ref = knob.ref();
        switch (knob.form()) {
            case BOOLEAN -> questions.add(new Predicate.IsTrue(ref));
            case CONSTANT ->
                knob.component().constants().forEach(constant -> questions.add(new Predicate.IsText(ref, constant)));
            case LIST, MAP -> questions.add(new Predicate.IsFilled(ref));
            case TEXT -> {
                questions.add(new Predicate.IsFilled(ref));
                constants.texts().forEach(text -> questions.add(new Predicate.IsText(ref, text)));
            }
            case WHOLE -> {
                for (long number : constants.numbers()) {
                    questions.add(new Predicate.IsAtLeast(ref, number));
                    questions.add(new Predicate.IsAtLeast(ref, number + 1));
                    questions.add(new Predicate.IsNumber(ref, number));
                }
            }
            case DECIMAL, GROUP -> {}
        }
        if (knob.component().optional()) {
            questions.add(0, new Predicate.IsPresent(ref));
        }
        return questions;
    }

    private static boolean divides(Predicate predicate, List<Observation> observations) {
        boolean first = predicate.test(observations.get(0).scope());
        for (Observation observation : observations) {
            if (predicate.test(observation.scope()) != first) {
                return true;
            }
        }
        return false;
    }
}
