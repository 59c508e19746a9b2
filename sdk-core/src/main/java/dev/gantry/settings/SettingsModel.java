package dev.gantry.settings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.finding.FindingsException;
import java.util.Objects;

/**
 * The settings record of a program: what its components are, and records made of JSON trees in the way in which they are made
 * of files.
 *
 * @param <S> the record
 */
public final class SettingsModel<S extends Record> {

    private final Class<S> type;
    private final Shape.Group shape;
    private final SettingComponent root;

    private SettingsModel(Class<S> type, Shape.Group shape) {
        this.type = type;
        this.shape = shape;
        this.root = SettingComponent.of(new Shape.Field("", shape, Limits.NONE));
    }

    /**
     * The model of a record.
     *
     * @throws FindingsException if a component is of a type that settings cannot have
     */
    public static <S extends Record> SettingsModel<S> of(Class<S> type) {
        Problems problems = new Problems(null);
        Shape.Group shape = ShapeReader.read(type, problems);
        problems.throwIfAny();
        return new SettingsModel<>(type, Objects.requireNonNull(shape));
    }

    /** The record as a whole, a {@link SettingComponent.Form#GROUP}. */
    public SettingComponent root() {
        return root;
    }

    /**
     * Makes a record of a tree, as strictly as from a file.
     *
     * @throws FindingsException with everything that is wrong, which the record itself may say
     */
    public S bind(ObjectNode values) {
        Problems problems = new Problems(null);
        Binder binder = new Binder(new Binder.Sources("the values", "", false), problems);
        Object value = binder.bind(shape, SettingsJson.node(values));
        problems.throwIfAny();
        return type.cast(Objects.requireNonNull(value));
    }
}
