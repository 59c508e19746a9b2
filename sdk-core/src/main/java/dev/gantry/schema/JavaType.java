package dev.gantry.schema;

import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedTypeVariable;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A type without variables and wildcards.
 *
 * @param raw its class
 * @param arguments of a generic class; of an array, the type of its items
 * @param annotations those of the use of the type, such as {@code @Min} in {@code List<@Min(1) Integer>}
 */
record JavaType(Class<?> raw, List<JavaType> arguments, AnnotatedElement annotations) {

    /** A class that stands alone; the variables of a generic one are what they are bounded by. */
    static JavaType of(Class<?> type) {
        List<JavaType> arguments = type.isArray() ? List.of(of(type.getComponentType())) : List.of();
        return new JavaType(type, arguments, type);
    }

    /** A type within a class whose variables are known. */
    static JavaType of(AnnotatedType type, Map<TypeVariable<?>, JavaType> bindings) {
        if (type instanceof AnnotatedTypeVariable variable) {
            JavaType bound = bindings.get((TypeVariable<?>) variable.getType());
            return bound == null ? of(erasure(variable.getType())) : bound;
        }
        if (type instanceof AnnotatedWildcardType wildcard) {
            return of(wildcard.getAnnotatedUpperBounds()[0], bindings);
        }
        if (type instanceof AnnotatedParameterizedType generic) {
            List<JavaType> arguments = new ArrayList<>();
            for (AnnotatedType argument : generic.getAnnotatedActualTypeArguments()) {
                arguments.add(of(argument, bindings));
            }
            return new JavaType(erasure(type.getType()), arguments, type);
        }
        if (type instanceof AnnotatedArrayType array) {
            JavaType item = of(array.getAnnotatedGenericComponentType(), bindings);
            return new JavaType(item.raw().arrayType(), List.of(item), type);
        }
        return new JavaType(erasure(type.getType()), List.of(), type);
    }

    private static Class<?> erasure(Type type) {
        if (type instanceof Class<?> plain) {
            return plain;
        }
        if (type instanceof ParameterizedType generic) {
            return erasure(generic.getRawType());
        }
        return type instanceof TypeVariable<?> variable ? erasure(variable.getBounds()[0]) : Object.class;
    }

    /** What the variables of the class stand for. */
    Map<TypeVariable<?>, JavaType> bindings() {
        Map<TypeVariable<?>, JavaType> bindings = new HashMap<>();
        TypeVariable<?>[] variables = raw.getTypeParameters();
        for (int i = 0; i < variables.length && i < arguments.size(); i++) {
            bindings.put(variables[i], arguments.get(i));
        }
        return bindings;
    }

    /** The class that it extends, with what that one's variables stand for; {@code null} if there is none. */
    @Nullable
    JavaType superclass() {
        AnnotatedType parent = raw.getAnnotatedSuperclass();
        return parent == null ? null : of(parent, bindings());
    }

    /** An argument of a generic type that this one is or extends; {@code Object} if it does not say. */
    JavaType argument(Class<?> generic, int index) {
        JavaType as = as(generic);
        return as == null || index >= as.arguments.size() ? of(Object.class) : as.arguments.get(index);
    }

    private @Nullable JavaType as(Class<?> target) {
        if (raw == target) {
            return this;
        }
        for (AnnotatedType parent : raw.getAnnotatedInterfaces()) {
            JavaType found = of(parent, bindings()).as(target);
            if (found != null) {
                return found;
            }
        }
        JavaType parent = superclass();
        return parent == null ? null : parent.as(target);
    }

    /** As people write it, such as {@code List<WebApp>}. */
    @Override
    public String toString() {
        if (raw.isArray()) {
            return arguments.get(0) + "[]";
        }
        return raw.getSimpleName()
                + (arguments.isEmpty()
                        ? ""
                        : "<"
                                + String.join(
                                        ", ",
                                        arguments.stream()
                                                .map(JavaType::toString)
                                                .toList())
                                + ">");
    }
}
