package dev.gantry.differencing;

import java.util.List;

/** When something is there. */
public sealed interface Condition {

    /** Always. */
    Condition ALWAYS = new All(List.of());

    /** Never. */
    Condition NEVER = new Any(List.of());

    /** Whether it holds. */
    boolean test(Given scope);

    /**
     * When a question is answered with yes.
     *
     * @param predicate the question
     */
    record Asked(Predicate predicate) implements Condition {
        @Override
        public boolean test(Given scope) {
            return predicate.test(scope);
        }
    }

    /**
     * When another does not hold.
     *
     * @param condition the question
     */
    record Not(Condition condition) implements Condition {
        @Override
        public boolean test(Given scope) {
            return !condition.test(scope);
        }
    }

    /**
     * When all of them hold; from the first on, so that later ones may rely on earlier ones.
     *
     * @param conditions in their order
     */
    record All(List<Condition> conditions) implements Condition {

        /** Copies the list. */
        public All {
            conditions = List.copyOf(conditions);
        }

        @Override
        public boolean test(Given scope) {
            return conditions.stream().allMatch(condition -> condition.test(scope));
        }
    }

    /**
     * When one of them holds.
     *
     * @param conditions in their order
     */
    record Any(List<Condition> conditions) implements Condition {

        /** Copies the list. */
        public Any {
            conditions = List.copyOf(conditions);
        }

        @Override
        public boolean test(Given scope) {
            return conditions.stream().anyMatch(condition -> condition.test(scope));
        }
    }

    /** The condition that chooses between two others, in its shortest form. */
    static Condition choose(Predicate predicate, Condition yes, Condition no) {
        Condition asked = new Asked(predicate);
        if (yes.equals(no)) {
            return yes;
        }
        if (yes.equals(ALWAYS)) {
            return no.equals(NEVER) ? asked : new Any(List.of(asked, no));
        }
        if (no.equals(ALWAYS)) {
            return yes.equals(NEVER) ? new Not(asked) : new Any(List.of(new Not(asked), yes));
        }
        if (no.equals(NEVER)) {
            return new All(List.of(asked, yes));
        }
        if (yes.equals(NEVER)) {
            return new All(List.of(new Not(asked), no));
        }
        return new Any(List.of(new All(List.of(asked, yes)), new All(List.of(new Not(asked), no))));
    }
}
