package dev.gantry;

import dev.gantry.extension.Origins;
import dev.gantry.extension.ProgramRule;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import dev.gantry.program.ModuleClasses;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A blueprint, and the record that its settings are bound to.
 *
 * @param <S> the settings record
 */
record Program<S extends Record>(Blueprint<S> blueprint, Class<S> settings) {

    /** The name of the blueprint's class. */
    String name() {
        return blueprint.getClass().getName();
    }

    /** Whether another process can make the blueprint by the name of its class. */
    boolean canBeMade() {
        for (Constructor<?> constructor : blueprint.getClass().getDeclaredConstructors()) {
            if (constructor.getParameterCount() == 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * The program of a blueprint.
     *
     * @throws FindingsException if its settings record cannot be told
     */
    @SuppressWarnings("unchecked")
    static Program<?> of(Blueprint<?> blueprint) {
        Class<?> settings = settingsType(blueprint.getClass(), Map.of());
        if (settings == null || !settings.isRecord()) {
            throw new FindingsException(Finding.of(
                            ProgramRule.BLUEPRINT,
                            "The settings of " + blueprint.getClass().getName()
                                    + " cannot be told from its declaration.")
                    .hint("Declare it as a class that implements Blueprint<Settings>, with Settings a record."));
        }
        return new Program<>((Blueprint<Record>) blueprint, (Class<Record>) settings);
    }

    /**
     * Makes the blueprint of a class.
     *
     * @throws FindingsException if there is no such class, or it is not a blueprint that can be made
     */
    static Program<?> named(String className, ClassLoader loader) {
        Class<?> type;
        try {
            type = Class.forName(className, true, loader);
        } catch (ClassNotFoundException e) {
            throw refused(
                    "There is no class " + className + " on the class path.",
                    "Check the name, and compile the module.");
        } catch (ExceptionInInitializerError e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new FindingsException(
                    Finding.of(ProgramRule.THREW, "The class " + className + " cannot be initialized: " + cause)
                            .hint("Look at its static fields.")
                            .at(Origins.in(cause.getStackTrace(), loader)));
        } catch (LinkageError e) {
            throw refused(
                    "The class " + className + " cannot be loaded: " + e,
                    "Check that all its dependencies are on the class path.");
        }
        if (!Blueprint.class.isAssignableFrom(type)) {
            throw refused(
                    "The class " + className + " is not a blueprint.",
                    "Let it implement dev.gantry.Blueprint, or name another class.");
        }
        return of(make(type, loader));
    }

    /**
     * Finds the only blueprint of a module.
     *
     * @return {@code null} if it has none
     * @throws FindingsException if it has several
     */
    static @Nullable String find(ModuleClasses module, ClassLoader loader) {
        List<String> found = module.blueprints(loader);
        if (found.size() > 1) {
            throw new FindingsException(
                    Finding.of(
                                    ProgramRule.SEVERAL_BLUEPRINTS,
                                    "The module has " + found.size() + " blueprints: " + String.join(", ", found) + ".")
                            .hint(
                                    "Name the one to run, with <blueprint> in the plugin's configuration or -Dgantry.blueprint=..."));
        }
        return found.isEmpty() ? null : found.get(0);
    }

    private static Blueprint<?> make(Class<?> type, ClassLoader loader) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return (Blueprint<?>) constructor.newInstance();
        } catch (NoSuchMethodException e) {
            throw refused(
                    "The blueprint " + type.getName() + " has no constructor without parameters.",
                    "Add one; what differs between environments belongs into the settings.");
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new FindingsException(
                    Finding.of(ProgramRule.THREW, "The constructor of " + type.getName() + " threw " + cause)
                            .at(Origins.in(cause.getStackTrace(), loader)));
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw refused(
                    "The blueprint " + type.getName() + " cannot be made: " + e,
                    "Make it a concrete class with a constructor without parameters.");
        }
    }

    private static FindingsException refused(String message, String hint) {
        return new FindingsException(Finding.of(ProgramRule.BLUEPRINT, message).hint(hint));
    }

    /** Follows {@code Blueprint}'s type parameter through super classes and interfaces. */
    private static @Nullable Class<?> settingsType(@Nullable Type type, Map<TypeVariable<?>, Type> known) {
        if (type == null) {
            return null;
        }
        Map<TypeVariable<?>, Type> bound = new HashMap<>(known);
        Class<?> raw;
        if (type instanceof ParameterizedType parameterized) {
            raw = (Class<?>) parameterized.getRawType();
            for (int i = 0; i < raw.getTypeParameters().length; i++) {
                Type argument = parameterized.getActualTypeArguments()[i];
                bound.put(
                        raw.getTypeParameters()[i],
                        argument instanceof TypeVariable<?> v ? known.getOrDefault(v, v) : argument);
            }
        } else if (type instanceof Class<?> plain) {
            raw = plain;
        } else {
            return null;
        }
        if (raw == Blueprint.class) {
            Type settings = bound.get(Blueprint.class.getTypeParameters()[0]);
            return settings instanceof Class<?> found ? found : null;
        }
        for (Type above : raw.getGenericInterfaces()) {
            Class<?> found = settingsType(above, bound);
            if (found != null) {
                return found;
            }
        }
        return settingsType(raw.getGenericSuperclass(), bound);
    }
}
