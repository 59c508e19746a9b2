package dev.gantry.differencing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/** How a single value is computed. */
public sealed interface Formula {

    /** The value. */
    JsonNode value(Given scope);

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

        @Override
        public JsonNode value(Given scope) {
            StringBuilder text = new StringBuilder();
            for (Part part : parts) {
                text.append(part.text(scope));
            }
            return JsonNodeFactory.instance.textNode(text.toString());
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

        @Override
        public JsonNode value(Given scope) {
            long total = constant;
            for (Term term : terms) {
                total += term.factor() * scope.get(term.ref()).longValue();
            }
            return JsonNodeFactory.instance.numberNode(total);
        }
    }

    /**
     * A number as it is.
     *
     * @param knob the value
     */
    record Same(Knob knob) implements Formula {
        @Override
        public JsonNode value(Given scope) {
            return scope.get(knob.ref());
        }
    }

    /**
     * A boolean, or its opposite.
     *
     * @param ref the way to it
     * @param negated whether it is the opposite
     */
    record Flag(Ref ref, boolean negated) implements Formula {
        @Override
        public JsonNode value(Given scope) {
            return BooleanNode.valueOf(scope.get(ref).asBoolean() != negated);
        }
    }

    /**
     * A whole number times a factor.
     *
     * @param ref the number
     * @param factor not 0
     */
    record Term(Ref ref, long factor) {}

    /** A part of a text. */
    sealed interface Part {

        /** Its text. */
        String text(Given scope);

        /**
         * Always the same.
         *
         * @param text the text
         */
        record Fixed(String text) implements Part {
            @Override
            public String text(Given scope) {
                return text;
            }
        }

        /**
         * A value as text.
         *
         * @param knob the value
         */
        record Value(Knob knob) implements Part {
            @Override
            public String text(Given scope) {
                return Trees.text(scope.get(knob.ref()));
            }
        }

        /**
         * A text, or another in its place where it is empty.
         *
         * @param knob the value
         * @param other what stands in its place
         */
        record OrElse(Knob knob, Knob other) implements Part {
            @Override
            public String text(Given scope) {
                String given = scope.get(knob.ref()).asText();
                return given.isEmpty() ? scope.get(other.ref()).asText() : given;
            }
        }

        /**
         * The elements of a list of texts.
         *
         * @param list of them
         * @param separator between any two
         */
        record Elements(Knob list, String separator) implements Part {
            @Override
            public String text(Given scope) {
                return Trees.joined(scope.get(list.ref()), separator);
            }
        }
    }
}
