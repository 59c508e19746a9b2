package dev.gantry.settings;

import dev.gantry.settings.SettingComponent.Form;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;

/** What a component of the settings record wants to be given. */
sealed interface Shape {

    /** As a message says it after "must be". */
    String wanted();

    /** The shape below an {@code Optional}, else itself. */
    default Shape required() {
        return this instanceof OptionalOf optional ? optional.value().required() : this;
    }

    /** A record. */
    record Group(Class<?> type, Constructor<?> constructor, List<Field> fields) implements Shape {
        @Override
        public String wanted() {
            return fields.isEmpty() ? "an empty mapping" : "a mapping with " + String.join(", ", names());
        }

        List<String> names() {
            List<String> names = new ArrayList<>(fields.size());
            for (Field field : fields) {
                names.add(field.name());
            }
            return names;
        }
    }

    /** One component of a record. */
    record Field(String name, Shape shape, Limits limits) {}

    /** A {@code List}. */
    record ListOf(Shape element) implements Shape {
        @Override
        public String wanted() {
            return "a list";
        }
    }

    /** A {@code Map} with text as keys. */
    record MapOf(Shape value) implements Shape {
        @Override
        public String wanted() {
            return "a mapping";
        }
    }

    /** An {@code Optional}: may be absent, or null. */
    record OptionalOf(Shape value) implements Shape {
        @Override
        public String wanted() {
            return value.wanted();
        }
    }

    /**
     * Anything that is written as one scalar.
     *
     * @param constants how an enum's constants are written, in their order; empty for other types
     */
    record Value(String wanted, Form form, Class<?> type, List<String> constants, Reading reading) implements Shape {

        Value(String wanted, Form form, Class<?> type, Reading reading) {
            this(wanted, form, type, List.of(), reading);
        }

        /** The one spelling of a constant, for any that was accepted. */
        String canonical(Node.Scalar scalar) {
            try {
                return reading.read(scalar) instanceof Enum<?> constant ? Values.written(constant) : scalar.text();
            } catch (Refusal e) {
                throw new IllegalStateException("not accepted before", e);
            }
        }
    }

    /** A type of which a finding already says that it is not possible. */
    record Impossible() implements Shape {
        @Override
        public String wanted() {
            return "of another type";
        }
    }

    /** Turns a scalar that is not null into the value of a component. */
    @FunctionalInterface
    interface Reading {
        Object read(Node.Scalar scalar) throws Refusal;
    }

    /** Why a scalar cannot be used. Its message continues "x must be wanted, but ...". */
    final class Refusal extends Exception {

        private static final long serialVersionUID = 1L;

        private final SettingsRule rule;
        private final String hint;

        Refusal(SettingsRule rule, String message, String hint) {
            super(message, null, false, false);
            this.rule = rule;
            this.hint = hint;
        }

        SettingsRule rule() {
            return rule;
        }

        String message() {
            return String.valueOf(getMessage());
        }

        String hint() {
            return hint;
        }
    }
}
