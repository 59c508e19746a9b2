package dev.gantry.differencing;

import java.util.List;

/** How a single value is computed. */
public sealed interface Expression {

    /** A text that is put together. */
    record Text(List<Part> parts) implements Expression {

        /** Copies the list. */
        public Text {
            parts = List.copyOf(parts);
        }
    }

    /** A number: a constant, and values with their factors. */
    record Sum(List<Term> terms, long constant) implements Expression {

        /** Copies the list. */
        public Sum {
            terms = List.copyOf(terms);
        }
    }

    /** A number as it is. */
    record Same(Knob knob) implements Expression {}

    /** A boolean, or its opposite. */
    record Flag(Ref ref, boolean negated) implements Expression {}

    /**
     * A whole number times a factor.
     *
     * @param ref the number
     * @param factor not 0
     */
    record Term(Ref ref, long factor) {}

    /** A part of a text. */
    sealed interface Part {

        /** Always the same. */
        record Fixed(String text) implements Part {}

        /** A value as text. */
        record Value(Knob knob) implements Part {}

        /** A text, or another in its place where it is empty. */
        record OrElse(Knob knob, Knob other) implements Part {}
    }
}
