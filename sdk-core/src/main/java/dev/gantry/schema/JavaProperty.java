package dev.gantry.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.annotation.Annotation;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One property of a class, as Jackson would write it.
 *
 * @param member its name in Java
 * @param owner the class that declares it
 * @param type of its values
 * @param declarations field, getter and setter, as far as they are there
 * @param source the field or method that is asked for the value
 */
record JavaProperty(
        String member,
        Class<?> owner,
        JavaType type,
        List<? extends AnnotatedElement> declarations,
        AccessibleObject source) {

    /** Its name in JSON. */
    String name() {
        for (AnnotatedElement declaration : declarations) {
            JsonProperty given = declaration.getAnnotation(JsonProperty.class);
            if (given != null && !given.value().isEmpty()) {
                return given.value();
            }
        }
        return member;
    }

    /** An annotation of field, getter or setter, or of the use of the type; {@code null} if none of them has it. */
    <A extends Annotation> @Nullable A annotation(Class<A> annotation) {
        for (AnnotatedElement declaration : declarations) {
            A found = declaration.getAnnotation(annotation);
            if (found != null) {
                return found;
            }
        }
        return type.annotations().getAnnotation(annotation);
    }

    boolean has(Class<? extends Annotation> annotation) {
        return annotation(annotation) != null;
    }

    /** Its value in an object. */
    @Nullable
    Object of(Object object) throws InvocationTargetException, IllegalAccessException {
        source.setAccessible(true);
        return source instanceof Field field ? field.get(object) : ((Method) source).invoke(object);
    }

    /** Such as {@code WebAppSpec.replicas}. */
    @Override
    public String toString() {
        return owner.getSimpleName() + "." + member;
    }
}
