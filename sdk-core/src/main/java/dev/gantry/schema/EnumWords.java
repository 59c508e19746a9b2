package dev.gantry.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gantry.extension.Leaf;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the constants of an enum are written: by their {@code @JsonValue} or {@code @JsonProperty}, or else by name. */
final class EnumWords {

    private EnumWords() {}

    /** The words of all constants, in their order. */
    static List<JsonNode> of(Class<?> type) {
        List<JsonNode> words = new ArrayList<>();
        AccessibleObject source = valueOf(type);
        for (Object constant : type.getEnumConstants()) {
            words.add(word((Enum<?>) constant, source));
        }
        return words;
    }

    /** The word of one constant. */
    static JsonNode of(Enum<?> constant) {
        return word(constant, valueOf(constant.getDeclaringClass()));
    }

    private static JsonNode word(Enum<?> constant, @Nullable AccessibleObject source) {
        if (constant instanceof Leaf leaf) {
            return leaf.toJson();
        }
        if (source != null) {
            Object value = value(constant, source);
            if (value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte) {
                return JavaValue.whole(((Number) value).longValue());
            }
            return JsonNodeFactory.instance.textNode(String.valueOf(value));
        }
        try {
            JsonProperty given =
                    constant.getDeclaringClass().getField(constant.name()).getAnnotation(JsonProperty.class);
            String word = given == null || given.value().isEmpty() ? constant.name() : given.value();
            return JsonNodeFactory.instance.textNode(word);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Object value(Enum<?> constant, AccessibleObject source) {
        try {
            source.setAccessible(true);
            return source instanceof Field field ? field.get(constant) : ((Method) source).invoke(constant);
        } catch (IllegalAccessException | InvocationTargetException | RuntimeException e) {
            return constant.name();
        }
    }

    /** What is marked as the value of a class; {@code null} if nothing is. */
    static @Nullable AccessibleObject valueOf(Class<?> type) {
        for (Method method : type.getDeclaredMethods()) {
            if (method.isAnnotationPresent(JsonValue.class) && method.getParameterCount() == 0) {
                return method;
            }
        }
        for (Field field : type.getDeclaredFields()) {
            if (field.isAnnotationPresent(JsonValue.class)) {
                return field;
            }
        }
        return null;
    }
}
