package dev.gantry.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads trees strictly into fabric8's classes: an unknown field is a failure, at any depth. fabric8's classes keep
 * unknown fields in {@code additionalProperties} instead of failing, so these must be empty.
 */
public final class FabricModel {

    private static final ObjectMapper STRICT = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

    private FabricModel() {}

    /** Reads a tree, and fails for what the class does not know or takes in another type. */
    public static <T> T read(JsonNode tree, Class<T> type) {
        return read(tree, type, Set.of());
    }

    /**
     * Reads a tree, and fails for what the class does not know or takes in another type.
     *
     * @param lacking what it is known to lack, each as {@code Class.field}
     */
    public static <T> T read(JsonNode tree, Class<T> type, Set<String> lacking) {
        T object;
        try {
            object = STRICT.treeToValue(tree, type);
        } catch (JsonProcessingException e) {
            throw new AssertionError(type.getSimpleName() + " does not read " + tree, e);
        }
        List<String> unknown = new ArrayList<>();
        walk(object, type.getSimpleName(), new TreeSet<>(), unknown);
        unknown.removeAll(lacking);
        if (!unknown.isEmpty()) {
            throw new AssertionError("fabric8 does not know " + unknown);
        }
        return object;
    }

    /** The fields that are set in an object and in all that it holds, each as {@code Class.field}. */
    static Set<String> fieldsSet(Object object) {
        Set<String> set = new TreeSet<>();
        walk(object, "", set, new ArrayList<>());
        return set;
    }

    /** The fields that the class of an object has, each as {@code Class.field}. */
    static Set<String> fieldsOf(Class<?> type) {
        Set<String> names = new TreeSet<>();
        for (Field field : type.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers()) && !field.getName().equals("additionalProperties")) {
                names.add(type.getSimpleName() + "." + field.getName());
            }
        }
        return names;
    }

    /** The classes of fabric8's that an object is made of. */
    static Set<Class<?>> classesIn(Object object) {
        Set<Class<?>> classes = new HashSet<>();
        collect(object, classes);
        return classes;
    }

    private static void collect(Object object, Set<Class<?>> classes) {
        if (object instanceof Collection<?> items) {
            items.forEach(item -> collect(item, classes));
        } else if (object instanceof Map<?, ?> map) {
            map.values().forEach(value -> collect(value, classes));
        } else if (isModel(object)) {
            classes.add(object.getClass());
            for (Field field : object.getClass().getDeclaredFields()) {
                collect(value(field, object), classes);
            }
        }
    }

    private static void walk(Object object, String path, Set<String> set, List<String> unknown) {
        if (object instanceof Collection<?> items) {
            items.forEach(item -> walk(item, path + "[]", set, unknown));
        } else if (object instanceof Map<?, ?> map) {
            map.forEach((key, value) -> walk(value, path + "." + key, set, unknown));
        } else if (isModel(object)) {
            for (Field field : object.getClass().getDeclaredFields()) {
                Object value = value(field, object);
                if (isEmpty(value)) {
                    continue;
                }
                if (field.getName().equals("additionalProperties")) {
                    String owner = object.getClass().getSimpleName();
                    ((Map<?, ?>) value).keySet().forEach(extra -> unknown.add(owner + "." + extra));
                } else {
                    set.add(object.getClass().getSimpleName() + "." + field.getName());
                    walk(value, path + "." + field.getName(), set, unknown);
                }
            }
        }
    }

    private static boolean isModel(Object object) {
        return object != null
                && object.getClass().getName().startsWith("io.fabric8.")
                && !object.getClass().isEnum();
    }

    private static boolean isEmpty(Object value) {
        return value == null
                || (value instanceof Collection<?> items && items.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty());
    }

    private static Object value(Field field, Object object) {
        if (Modifier.isStatic(field.getModifiers())) {
            return null;
        }
        try {
            field.setAccessible(true);
            return field.get(object);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
