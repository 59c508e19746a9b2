package dev.gantry.settings;

import dev.gantry.finding.Origin;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the shape of a settings record, and reports what in it can never be bound. */
final class ShapeReader {

    private static final String POSSIBLE =
            "a component may be a String, int, long, double, boolean, BigDecimal, BigInteger,"
                    + " Duration, an enum, a record, a List<T>, a Map<String, T>, an Optional<T>,"
                    + " or a class with a public static of(String) or parse(String)";

    private final Problems problems;
    private final Deque<Class<?>> open = new ArrayDeque<>();

    private ShapeReader(Problems problems) {
        this.problems = problems;
    }

    /** The shape of a record; {@code null} after a finding that leaves nothing to bind. */
    static Shape.@Nullable Group read(Class<? extends Record> type, Problems problems) {
        return new ShapeReader(problems).record(type, "", type) instanceof Shape.Group group ? group : null;
    }

    private Shape record(Class<?> type, String path, Class<?> owner) {
        if (type.getTypeParameters().length > 0) {
            return impossible(path, owner, "has type parameters", "make a record with fixed types");
        }
        if (open.contains(type)) {
            return impossible(
                    path, owner, "contains " + type.getSimpleName() + " in itself", "settings have a fixed depth");
        }
        open.push(type);
        RecordComponent[] components = type.getRecordComponents();
        List<Shape.Field> fields = new ArrayList<>(components.length);
        Class<?>[] parameters = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            RecordComponent component = components[i];
            parameters[i] = component.getType();
            String name = component.getName();
            Shape shape = shape(component.getGenericType(), KeyPath.key(path, name), type);
            fields.add(new Shape.Field(name, shape, Limits.of(component)));
        }
        open.pop();
        Constructor<?> constructor;
        try {
            constructor = type.getDeclaredConstructor(parameters);
            constructor.setAccessible(true);
        } catch (NoSuchMethodException | InaccessibleObjectException | SecurityException e) {
            return inaccessible(type, path);
        }
        return new Shape.Group(type, constructor, fields);
    }

    private Shape shape(Type type, String path, Class<?> owner) {
        if (type instanceof ParameterizedType generic) {
            return generic(generic, path, owner);
        }
        if (!(type instanceof Class<?> plain)) {
            return impossible(path, owner, "has the type " + type.getTypeName(), POSSIBLE);
        }
        if (plain == String.class) {
            return Values.text();
        }
        if (plain == boolean.class || plain == Boolean.class) {
            return Values.bool();
        }
        if (plain == Duration.class) {
            return Values.duration();
        }
        Shape.Value number = Numbers.of(plain);
        if (number != null) {
            return number;
        }
        if (plain.isEnum()) {
            return Values.constant(plain);
        }
        Method factory = factory(plain);
        if (factory != null) {
            return parsed(plain, factory, path);
        }
        if (plain.isRecord()) {
            return record(plain, path, owner);
        }
        String name = plain.getSimpleName();
        if (plain == List.class || plain == Map.class || plain == Optional.class) {
            String example = plain == Map.class ? "Map<String, String>" : name + "<String>";
            return impossible(path, owner, "has the type " + name + " without saying of what", "write " + example);
        }
        return impossible(path, owner, "has the type " + plain.getTypeName(), POSSIBLE);
    }

    private Shape generic(ParameterizedType type, String path, Class<?> owner) {
        Type[] arguments = type.getActualTypeArguments();
        Type raw = type.getRawType();
        if (raw == List.class) {
            Shape element = shape(arguments[0], path, owner);
            return element instanceof Shape.Impossible ? element : new Shape.ListOf(element);
        }
        if (raw == Optional.class) {
            Shape value = shape(arguments[0], path, owner);
            return value instanceof Shape.Impossible ? value : new Shape.OptionalOf(value);
        }
        if (raw == Map.class && arguments[0] == String.class) {
            Shape value = shape(arguments[1], path, owner);
            return value instanceof Shape.Impossible ? value : new Shape.MapOf(value);
        }
        return impossible(path, owner, "has the type " + type.getTypeName(), POSSIBLE);
    }

    private static @Nullable Method factory(Class<?> type) {
        for (String name : new String[] {"of", "parse"}) {
            try {
                Method method = type.getMethod(name, String.class);
                if (Modifier.isStatic(method.getModifiers()) && method.getReturnType() == type) {
                    return method;
                }
            } catch (NoSuchMethodException e) {
                // The next name may do.
            }
        }
        return null;
    }

    private Shape parsed(Class<?> type, Method factory, String path) {
        try {
            factory.setAccessible(true);
        } catch (InaccessibleObjectException | SecurityException e) {
            return inaccessible(type, path);
        }
        return Values.parsed(type, factory);
    }

    private Shape impossible(String path, Class<?> owner, String what, String hint) {
        String name = path.isEmpty() ? "" : "." + path.substring(path.lastIndexOf('.') + 1);
        problems.add(
                SettingsRule.UNSUPPORTED_TYPE,
                place(owner),
                path,
                owner.getSimpleName() + name + " " + what + ", which settings cannot have",
                hint);
        return new Shape.Impossible();
    }

    private Shape inaccessible(Class<?> type, String path) {
        String module = type.getModule().isNamed() ? type.getModule().getName() : "its module";
        problems.add(
                SettingsRule.INACCESSIBLE_TYPE,
                place(type),
                path,
                type.getTypeName() + " is not open to Gantry",
                "add to the module-info of " + module + ": opens " + type.getPackageName() + ";");
        return new Shape.Impossible();
    }

    /** The source file that the outermost class is in by custom; its line is not known to reflection. */
    private static Place place(Class<?> type) {
        Class<?> outermost = type;
        for (Class<?> outer = type; outer != null; outer = outer.getEnclosingClass()) {
            outermost = outer;
        }
        return new Place(Origin.source(outermost.getName().replace('.', '/') + ".java", 0), "");
    }
}
