package dev.gantry.differencing;

import java.util.List;

/** How a single value is computed. */
public sealed interface Formula {

    /**
     * A text that is put together.
     *
     * @param parts in their order
     */
    record Joined(List<Part> parts) implements Formula {

        /** Copies the list. */
        public Joined {
            parts = List.copyOf(parts);
        }

        /** Whether a value is in it. */
        boolean has(Ref ref) {
            return parts.stream()
                    .anyMatch(part -> part instanceof Part.Value value
                            && value.knob().ref().equals(ref));
        }
    }

    /**
     * A number: a constant, and values with their factors.
     *
     * @param terms each added
     * @param constant added to them
     */
    record Sum(List<Term> terms, long constant) implements Formula {

        /** Copies the list. */
        public Sum {
            terms = List.copyOf(terms);
        }
    }

    /**
     * A number as it is.
     *
     * @param knob the value
     */
    record Same(Knob knob) implements Formula {}

    /**
     * A boolean, or its opposite.
     *
     * @param ref the way to it
     * @param negated whether it is the opposite
     */
    record Flag(Ref ref, boolean negated) implements Formula {}

    /**
     * A whole number times a factor.
     *
     * @param ref the number
     * @param factor not 0
     */
    record Term(Ref ref, long factor) {}

    /** A part of a text. */
    sealed interface Part {

        /**
         * Always the same.
         *
         * @param text the text
         */
        record Fixed(String text) implements Part {}

        /**
         * A value as text.
         *
         * @param knob the value
         */
        record Value(Knob knob) implements Part {}

        /**
         * A text, or another in its place where it is empty.
         *
         * @param knob the value
         * @param other what stands in its place
         */
        record OrElse(Knob knob, Knob other) implements Part {}

        /**
         * The elements of a list of texts.
         *
         * @param list of them
         * @param separator between any two
         */
        record Elements(Knob list, String separator) implements Part {}
    }
}
