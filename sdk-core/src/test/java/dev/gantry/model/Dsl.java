package dev.gantry.model;

import dev.gantry.LabelSelector;
import dev.gantry.NodeSelectorTerm;
import dev.gantry.extension.Block;
import dev.gantry.extension.Fields;
import dev.gantry.extension.NamespacedBuilder;
import dev.gantry.extension.Resource;
import dev.gantry.extension.ResourceBuilder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The public types of a module that a program is written with, found in the compiled classes. */
public final class Dsl {

    /** Packages in which there are resources, but no kinds of their own. */
    private static final Set<String> NO_KINDS = Set.of("dev.gantry.extension", "dev.gantry.raw");

    private final List<Class<?>> classes;

    private Dsl(Path root, List<Class<?>> others) {
        this.classes =
                Stream.concat(classesOfKinds(root).stream(), others.stream()).toList();
    }

    /**
     * The types of a module.
     *
     * @param member any class of the module
     * @param others types that belong to them, but are in packages without a kind
     */
    public static Dsl of(Class<?> member, Class<?>... others) {
        try {
            return new Dsl(
                    Path.of(member.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI()),
                    List.of(others));
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    /** Those of the core. */
    static Dsl ofCore() {
        return of(
                Resource.class,
                LabelSelector.class,
                NodeSelectorTerm.class,
                NamespacedBuilder.class,
                ResourceBuilder.class);
    }

    /** The builders of kinds, and what they inherit from. */
    List<Class<?>> builders() {
        return types(ResourceBuilder.class::isAssignableFrom);
    }

    /** The parts of blocks: what a nested lambda receives. */
    List<Class<?>> parts() {
        return types(type -> !ResourceBuilder.class.isAssignableFrom(type) && holdsFields(type));
    }

    private static boolean holdsFields(Class<?> type) {
        return type != null
                && (Arrays.stream(type.getDeclaredFields()).anyMatch(field -> field.getType() == Fields.class)
                        || holdsFields(type.getSuperclass()));
    }

    /** Blocks as values. */
    List<Class<?>> blocks() {
        return types(Block.class::isAssignableFrom);
    }

    /** The kinds. */
    List<Class<?>> products() {
        return types(Resource.class::isAssignableFrom);
    }

    /** Everything that writes: builders, parts and blocks. */
    List<Class<?>> writers() {
        return Stream.of(builders(), parts(), blocks()).flatMap(List::stream).toList();
    }

    /** Everything that writes, and the kinds. */
    List<Class<?>> all() {
        return Stream.of(writers(), products()).flatMap(List::stream).toList();
    }

    List<Class<?>> enums() {
        return types(Class::isEnum);
    }

    /** The public methods that a type itself declares. */
    static List<Method> methods(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .sorted(Comparator.comparing(Method::toString))
                .toList();
    }

    private List<Class<?>> types(Predicate<Class<?>> wanted) {
        return classes.stream()
                .filter(type -> Modifier.isPublic(type.getModifiers()))
                .filter(wanted)
                .sorted(Comparator.comparing(Class::getName))
                .toList();
    }

    /** The classes of the packages of kinds: all packages that have a resource. */
    private static List<Class<?>> classesOfKinds(Path root) {
        Map<String, List<Class<?>>> packages = new TreeMap<>();
        for (String name : classNames(root)) {
            Class<?> type = load(name);
            packages.computeIfAbsent(type.getPackageName(), x -> new ArrayList<>())
                    .add(type);
        }
        packages.keySet().removeAll(NO_KINDS);
        return packages.values().stream()
                .filter(types -> types.stream().anyMatch(Resource.class::isAssignableFrom))
                .flatMap(List::stream)
                .toList();
    }

    /** The names of all classes of the SDK that are in a package of their own below that of programs. */
    private static List<String> classNames(Path root) {
        try (Stream<Path> files = Files.walk(root.resolve("dev/gantry"))) {
            return files.map(file -> root.relativize(file).toString().replace(File.separatorChar, '.'))
                    .filter(name -> name.endsWith(".class") && !name.endsWith("package-info.class"))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .filter(name -> name.indexOf('.', "dev.gantry.".length()) > 0)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Dsl.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
