package dev.gantry.fake.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a value can be, and how it is merged. */
public final class Type {

    /** The form of a value. */
    public enum Form {
        /** A text. */
        STRING,
        /** A text that is base64. */
        BYTES,
        /** A text that is a time. */
        TIME,
        /** An integer of 32 bits. */
        INT32,
        /** An integer of 64 bits. */
        INT64,
        /** A number. */
        NUMBER,
        /** {@code true} or {@code false}. */
        BOOL,
        /** A number, or a text such as {@code 500m}. */
        QUANTITY,
        /** An integer, or a text such as {@code 25%}. */
        INT_OR_STRING,
        /** Anything, which is one value to server-side apply. */
        ANY,
        /** Anything, of which server-side apply merges the objects. */
        DEDUCED,
        /** A list. */
        LIST,
        /** An object with any keys. */
        MAP,
        /** An object with certain fields. */
        STRUCT
    }

    /** What tells the elements of a list apart. */
    public enum Relation {
        /** Nothing: the list is one value. */
        ATOMIC,
        /** Their value. */
        SET,
        /** Some of their fields. */
        MAP
    }

    private final Form form;
    private final String name;
    private final @Nullable Type element;
    private final Relation relation;
    private final List<String> keys;
    private final boolean atomic;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private @Nullable Type unknown;

    private Type(Form form, String name, @Nullable Type element, Relation relation, List<String> keys, boolean atomic) {
        this.form = form;
        this.name = name;
        this.element = element;
        this.relation = relation;
        this.keys = List.copyOf(keys);
        this.atomic = atomic;
    }

    static Type simple(Form form) {
        return new Type(form, form.name(), null, Relation.ATOMIC, List.of(), false);
    }

    static Type list(Type element, Relation relation, List<String> keys) {
        return new Type(Form.LIST, "", element, relation, keys, relation == Relation.ATOMIC);
    }

    static Type map(Type element, boolean atomic) {
        return new Type(Form.MAP, "", element, Relation.ATOMIC, List.of(), atomic);
    }

    static Type struct(String name, boolean atomic) {
        return new Type(Form.STRUCT, name, null, Relation.ATOMIC, List.of(), atomic);
    }

    /** Types may contain themselves, so their fields come after them. */
    void add(Field field) {
        fields.put(field.name(), field);
    }

    void keepsUnknownFields(Type type) {
        unknown = type;
    }

    /** Its form. */
    public Form form() {
        return form;
    }

    /** Its name, such as {@code core.v1.Container}; empty if it has none. */
    public String name() {
        return name;
    }

    /** What tells the elements of this list apart. */
    public Relation relation() {
        return relation;
    }

    /** The fields that tell the elements of this list apart. */
    public List<String> keys() {
        return keys;
    }

    /** Whether it is one value to server-side apply, although it is made of parts. */
    public boolean isAtomic() {
        return atomic;
    }

    /** Whether it has fields. */
    public boolean isStruct() {
        return form == Form.STRUCT;
    }

    /** Its fields, if it is a struct. */
    public Map<String, Field> fields() {
        return fields;
    }

    /** The elements of this list or map. */
    public Type element() {
        if (element == null) {
            throw new IllegalStateException(form + " has no elements");
        }
        return element;
    }

    /** What is behind a name in this object; {@code null} if the name is not known. */
    public @Nullable Type child(String key) {
        return switch (form) {
            case MAP -> element();
            case STRUCT -> {
                Field field = fields.get(key);
                yield field == null ? unknown : field.type();
            }
            case DEDUCED -> this;
            default -> null;
        };
    }

    /** Whether this object says that it has a field of this name. */
    public boolean declares(String key) {
        return fields.containsKey(key);
    }
}
