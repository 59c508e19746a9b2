package dev.gantry.differencing;

import com.fasterxml.jackson.databind.JsonNode;

/** A question about one value, with which a template can choose. */
public sealed interface Predicate {

    /** The value. */
    Ref ref();

    /** The answer. */
    boolean test(Given scope);

    /**
     * Whether a boolean is {@code true}.
     *
     * @param ref the way to it
     */
    record IsTrue(Ref ref) implements Predicate {
        @Override
        public boolean test(Given scope) {
            return scope.get(ref).asBoolean(false);
        }
    }

    /**
     * Whether an optional value is there.
     *
     * @param ref the way to it
     */
    record IsPresent(Ref ref) implements Predicate {
        @Override
        public boolean test(Given scope) {
            return !scope.get(ref).isMissingNode();
        }
    }

    /**
     * Whether a text, a list or a mapping has something in it.
     *
     * @param ref the way to it
     */
    record IsFilled(Ref ref) implements Predicate {
        @Override
        public boolean test(Given scope) {
            JsonNode value = scope.get(ref);
            return value.isTextual() ? !value.textValue().isEmpty() : value.isContainerNode() && !value.isEmpty();
        }
    }

    /**
     * Whether a text is that one.
     *
     * @param ref the way to it
     * @param text the text
     */
    record IsText(Ref ref, String text) implements Predicate {
        @Override
        public boolean test(Given scope) {
            return text.equals(scope.get(ref).textValue());
        }
    }

    /**
     * Whether a whole number is that one.
     *
     * @param ref the way to it
     * @param number the number
     */
    record IsNumber(Ref ref, long number) implements Predicate {
        @Override
        public boolean test(Given scope) {
            JsonNode value = scope.get(ref);
            return value.isNumber() && value.longValue() == number;
        }
    }

    /**
     * Whether a whole number is that one or greater.
     *
     * @param ref the way to it
     * @param number the number
     */
    record IsAtLeast(Ref ref, long number) implements Predicate {
        @Override
        public boolean test(Given scope) {
            JsonNode value = scope.get(ref);
            return value.isNumber() && value.longValue() >= number;
        }
    }
}
