package dev.gantry.schema;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.lang.annotation.Annotation;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The properties of a class, in the order in which it declares them: the components of a record, or the fields that have a
 * getter, or are public, or say that they are properties. Those of the class that it extends come first.
 */
final class JavaProperties {

    private final Map<String, JavaProperty> found = new LinkedHashMap<>();
    private final Set<String> ignored = new HashSet<>();
    private final List<JavaProperty> all = new ArrayList<>();
    private boolean open;

    private JavaProperties() {}

    /** The properties of a type. */
    static JavaProperties of(JavaType type) {
        return of(type, Object.class);
    }

    /** The properties of a type without those of a class that it extends. */
    static JavaProperties of(JavaType type, Class<?> without) {
        JavaProperties properties = new JavaProperties();
        if (type.raw().isRecord()) {
            properties.readRecord(type);
        } else {
            properties.readBean(type, without);
        }
        properties.arrange(type.raw().getAnnotation(JsonPropertyOrder.class));
        return properties;
    }

    /** In the order of the class. */
    List<JavaProperty> all() {
        return List.copyOf(all);
    }

    /** Whether the class takes fields that it does not name. */
    boolean isOpen() {
        return open;
    }

    private void readRecord(JavaType type) {
        ignore(type.raw());
        for (RecordComponent component : type.raw().getRecordComponents()) {
            Method accessor = component.getAccessor();
            List<AnnotatedElement> declarations = new ArrayList<>(List.of(component, accessor));
            Field field = field(type.raw(), component.getName());
            if (field != null) {
                declarations.add(field);
            }
            add(component.getName(), type, component.getAnnotatedType(), declarations, accessor);
        }
    }

    private void readBean(JavaType type, Class<?> without) {
        Class<?> raw = type.raw();
        if (raw == without || raw == Object.class || raw.getName().startsWith("java.")) {
            return;
        }
        JavaType parent = type.superclass();
        if (parent != null) {
            readBean(parent, without);
        }
        ignore(raw);
        JsonAutoDetect detect = raw.getAnnotation(JsonAutoDetect.class);
        boolean anyField = detect != null && detect.fieldVisibility() == JsonAutoDetect.Visibility.ANY;
        Map<String, Method> getters = getters(raw);
        for (Field field : raw.getDeclaredFields()) {
            boolean counts = !Modifier.isStatic(field.getModifiers())
                    && !Modifier.isTransient(field.getModifiers())
                    && !field.isSynthetic();
            Method getter = getters.get(field.getName());
            boolean visible = Modifier.isPublic(field.getModifiers())
                    || anyField
                    || field.isAnnotationPresent(JsonProperty.class);
            if (counts && (getter != null || visible)) {
                getters.remove(field.getName());
                addField(type, field, getter);
            }
        }
        getters.forEach((name, getter) -> add(
                name, type, getter.getAnnotatedReturnType(), declarations(getter, setter(raw, name, getter)), getter));
    }

    private void addField(JavaType type, Field field, @Nullable Method getter) {
        Method setter = setter(type.raw(), field.getName(), field);
        List<AnnotatedElement> declarations = new ArrayList<>(List.of(field));
        declarations.addAll(getter == null ? List.of() : List.of(getter));
        declarations.addAll(setter == null ? List.of() : List.of(setter));
        AccessibleObject source = getter == null ? field : getter;
        add(field.getName(), type, field.getAnnotatedType(), declarations, source);
    }

    private static List<AnnotatedElement> declarations(Method getter, @Nullable Method setter) {
        return setter == null ? List.of(getter) : List.of(getter, setter);
    }

    private void add(
            String member,
            JavaType owner,
            AnnotatedType type,
            List<AnnotatedElement> declarations,
            AccessibleObject source) {
        if (has(declarations, JsonAnyGetter.class) || has(declarations, JsonAnySetter.class)) {
            open = true;
            return;
        }
        JavaProperty property = new JavaProperty(
                member, owner.raw(), JavaType.of(type, owner.bindings()), List.copyOf(declarations), source);
        JsonIgnore ignore = property.annotation(JsonIgnore.class);
        if ((ignore == null || !ignore.value()) && !ignored.contains(property.name())) {
            JavaProperty before = found.put(member, property);
            int at = before == null ? -1 : all.indexOf(before);
            if (at < 0) {
                all.add(property);
            } else {
                all.set(at, property); // a subclass says more of it
            }
        }
    }

    private static boolean has(List<AnnotatedElement> declarations, Class<? extends Annotation> annotation) {
        return declarations.stream().anyMatch(each -> each.isAnnotationPresent(annotation));
    }

    private void ignore(Class<?> type) {
        JsonIgnoreProperties names = type.getAnnotation(JsonIgnoreProperties.class);
        if (names != null) {
            ignored.addAll(List.of(names.value()));
        }
    }

    private void arrange(@Nullable JsonPropertyOrder order) {
        if (order != null) {
            List<String> names = List.of(order.value());
            Comparator<JavaProperty> listed = Comparator.comparingInt(property -> {
                int at = names.indexOf(property.name());
                return at < 0 ? names.size() : at;
            });
            all.sort(order.alphabetic() ? listed.thenComparing(JavaProperty::name) : listed);
        }
    }

    /** By the name of the property, which is how they are sorted: reflection has no order of methods. */
    private static Map<String, Method> getters(Class<?> type) {
        List<Method> methods = new ArrayList<>();
        for (Method method : type.getDeclaredMethods()) {
            boolean getter = method.getParameterCount() == 0
                    && !Modifier.isStatic(method.getModifiers())
                    && !method.isBridge()
                    && !method.isSynthetic()
                    && method.getReturnType() != void.class
                    && !propertyOf(method).isEmpty();
            if (getter) {
                methods.add(method);
            }
        }
        methods.sort(Comparator.comparing(Method::getName));
        Map<String, Method> getters = new LinkedHashMap<>();
        methods.forEach(method -> getters.putIfAbsent(propertyOf(method), method));
        return getters;
    }

    /** The property that a method answers; empty if it answers none. */
    private static String propertyOf(Method method) {
        String name = method.getName();
        boolean said = method.isAnnotationPresent(JsonProperty.class)
                || method.isAnnotationPresent(JsonGetter.class)
                || method.isAnnotationPresent(JsonAnyGetter.class);
        if (!said && !Modifier.isPublic(method.getModifiers())) {
            return "";
        }
        boolean truth = method.getReturnType() == boolean.class || method.getReturnType() == Boolean.class;
        if (name.startsWith("get") && name.length() > 3) {
            return lower(name.substring(3));
        }
        if (name.startsWith("is") && name.length() > 2 && truth) {
            return lower(name.substring(2));
        }
        return said ? name : "";
    }

    /** As Jackson has it: {@code URLPath} becomes {@code urlpath}. */
    private static String lower(String name) {
        StringBuilder lower = new StringBuilder(name);
        for (int i = 0; i < name.length() && Character.isUpperCase(name.charAt(i)); i++) {
            lower.setCharAt(i, Character.toLowerCase(name.charAt(i)));
        }
        return lower.toString();
    }

    private static @Nullable Method setter(Class<?> type, String property, AnnotatedElement of) {
        String name = "set" + Character.toUpperCase(property.charAt(0)) + property.substring(1);
        Class<?> value = of instanceof Field field ? field.getType() : ((Method) of).getReturnType();
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getName().equals(name)
                        && Arrays.equals(method.getParameterTypes(), new Class<?>[] {value}))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Field field(Class<?> type, String name) {
        try {
            return type.getDeclaredField(name);
        } catch (NoSuchFieldException e) {
            return null;
        }
    }
}
