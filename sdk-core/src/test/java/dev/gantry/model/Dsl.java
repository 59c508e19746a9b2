package dev.gantry.model;

import dev.gantry.LabelSelector;
import dev.gantry.NodeSelectorTerm;
import dev.gantry.access.ServiceAccount;
import dev.gantry.autoscaling.HorizontalPodAutoscaler;
import dev.gantry.cluster.Namespace;
import dev.gantry.config.ConfigMap;
import dev.gantry.extension.Block;
import dev.gantry.extension.Fields;
import dev.gantry.extension.NamespacedBuilder;
import dev.gantry.extension.Resource;
import dev.gantry.extension.ResourceBuilder;
import dev.gantry.network.Service;
import dev.gantry.storage.PersistentVolumeClaim;
import dev.gantry.workload.Deployment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The public types that a program is written with, found in the compiled classes. */
final class Dsl {

    private static final List<Class<?>> ONE_OF_EACH_PACKAGE = List.of(
            ConfigMap.class,
            Deployment.class,
            HorizontalPodAutoscaler.class,
            Namespace.class,
            PersistentVolumeClaim.class,
            Service.class,
            ServiceAccount.class);

    private Dsl() {}

    /** The builders of kinds, and what they inherit from. */
    static List<Class<?>> builders() {
        return types(ResourceBuilder.class::isAssignableFrom);
    }

    /** The parts of blocks: what a nested lambda receives. */
    static List<Class<?>> parts() {
        return types(type -> !ResourceBuilder.class.isAssignableFrom(type) && holdsFields(type));
    }

    private static boolean holdsFields(Class<?> type) {
        return type != null
                && (Arrays.stream(type.getDeclaredFields()).anyMatch(field -> field.getType() == Fields.class)
                        || holdsFields(type.getSuperclass()));
    }

    /** Blocks as values. */
    static List<Class<?>> blocks() {
        return types(Block.class::isAssignableFrom);
    }

    /** The kinds. */
    static List<Class<?>> products() {
        return types(Resource.class::isAssignableFrom);
    }

    /** Everything that writes: builders, parts and blocks. */
    static List<Class<?>> writers() {
        return Stream.of(builders(), parts(), blocks()).flatMap(List::stream).toList();
    }

    /** Everything that writes, and the kinds. */
    static List<Class<?>> all() {
        return Stream.of(writers(), products()).flatMap(List::stream).toList();
    }

    static List<Class<?>> enums() {
        return types(Class::isEnum);
    }

    /** The public methods that a type itself declares. */
    static List<Method> methods(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .sorted(Comparator.comparing(Method::toString))
                .toList();
    }

    private static List<Class<?>> types(Predicate<Class<?>> wanted) {
        Stream<Class<?>> inPackages = ONE_OF_EACH_PACKAGE.stream().flatMap(Dsl::classesBeside);
        Stream<Class<?>> others =
                Stream.of(LabelSelector.class, NodeSelectorTerm.class, NamespacedBuilder.class, ResourceBuilder.class);
        return Stream.concat(inPackages, others)
                .filter(type -> Modifier.isPublic(type.getModifiers()))
                .filter(wanted)
                .sorted(Comparator.comparing(Class::getName))
                .toList();
    }

    private static Stream<Class<?>> classesBeside(Class<?> type) {
        try {
            Path root = Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
            String folder = type.getPackageName().replace('.', '/');
            try (Stream<Path> files = Files.list(root.resolve(folder))) {
                return files
                        .map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".class") && !name.equals("package-info.class"))
                        .<Class<?>>map(name -> load(type.getPackageName() + "." + name.substring(0, name.length() - 6)))
                        .toList()
                        .stream();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
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
