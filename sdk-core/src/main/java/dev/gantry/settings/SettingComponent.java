package dev.gantry.settings;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A component of a settings record, for whoever writes settings elsewhere, such as into the values of a chart.
 *
 * @param name as settings files have it; empty for the record as a whole, and for the elements of a list or mapping
 * @param form what is written for it
 * @param type the Java type, below an {@code Optional}
 * @param optional whether it may be absent
 * @param components of a {@link Form#GROUP}; empty for others
 * @param element what a {@link Form#LIST} or {@link Form#MAP} holds; {@code null} for others
 * @param constants of a {@link Form#CONSTANT}, as files have them; empty for others
 * @param min the least number that its {@link Range} allows; {@code null} if it says nothing
 * @param max the greatest number that its {@link Range} allows; {@code null} if it says nothing
 * @param samples values that make sense, as its {@link Samples} say
 */
public record SettingComponent(
        String name,
        Form form,
        Class<?> type,
        boolean optional,
        List<SettingComponent> components,
        @Nullable SettingComponent element,
        List<String> constants,
        @Nullable Long min,
        @Nullable Long max,
        List<String> samples) {

    /** What is written for a component. */
    public enum Form {
        /** A record: a mapping with fixed keys. */
        GROUP,
        /** A list. */
        LIST,
        /** A mapping with any keys. */
        MAP,
        /** A text; also whatever is made of a text by its class. */
        TEXT,
        /** A whole number. */
        WHOLE,
        /** A number. */
        DECIMAL,
        /** {@code true} or {@code false}. */
        BOOLEAN,
        /** The name of an enum's constant. */
        CONSTANT
    }

    /** Copies the lists. */
    public SettingComponent {
        components = List.copyOf(components);
        constants = List.copyOf(constants);
        samples = List.copyOf(samples);
    }

    /** The same record with some of its components. */
    public SettingComponent with(List<SettingComponent> some) {
        return new SettingComponent(name, form, type, optional, some, element, constants, min, max, samples);
    }

    static SettingComponent of(Shape.Field field) {
        Shape shape = field.shape().required();
        boolean optional = field.shape() instanceof Shape.OptionalOf;
        List<SettingComponent> components = List.of();
        SettingComponent element = null;
        List<String> constants = List.of();
        Form form;
        Class<?> type;
        if (shape instanceof Shape.Group group) {
            form = Form.GROUP;
            type = group.type();
            components = group.fields().stream().map(SettingComponent::of).toList();
        } else if (shape instanceof Shape.ListOf list) {
            form = Form.LIST;
            type = List.class;
            element = of(new Shape.Field("", list.element(), Limits.NONE));
        } else if (shape instanceof Shape.MapOf map) {
            form = Form.MAP;
            type = Map.class;
            element = of(new Shape.Field("", map.value(), Limits.NONE));
        } else if (shape instanceof Shape.Value value) {
            form = value.form();
            type = value.type();
            constants = value.constants();
        } else {
            throw new IllegalStateException("A shape that cannot be bound: " + shape);
        }
        Limits limits = field.limits();
        return new SettingComponent(
                field.name(),
                form,
                type,
                optional,
                components,
                element,
                constants,
                limits.min(),
                limits.max(),
                limits.samples());
    }
}
