package dev.gantry.rawcheck;

import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The classes of fabric8's model that are on the class path, by kind. Each is loaded when an object of its kind is there. */
final class ModelClasses {

    private static final String LIST = "META-INF/services/io.fabric8.kubernetes.api.model.KubernetesResource";

    private final ClassLoader loader;
    private final Map<String, List<String>> names;

    ModelClasses(ClassLoader loader) {
        this.loader = loader;
        this.names = read(loader);
    }

    /** The class of a kind; {@code null} if the model has none. */
    @Nullable
    Class<?> of(String apiVersion, String kind) {
        for (String name : names.getOrDefault(kind, List.of())) {
            Class<?> type = loaded(name);
            if (type != null && apiVersion.equals(apiVersion(type))) {
                return type;
            }
        }
        return null;
    }

    private @Nullable Class<?> loaded(String name) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            return null; // of a jar without another that it needs
        }
    }

    private static @Nullable String apiVersion(Class<?> type) {
        Group group = type.getAnnotation(Group.class);
        Version version = type.getAnnotation(Version.class);
        if (version == null) {
            return null;
        }
        return group == null || group.value().isEmpty() ? version.value() : group.value() + "/" + version.value();
    }

    private static Map<String, List<String>> read(ClassLoader loader) {
        Map<String, List<String>> names = new HashMap<>();
        try {
            for (URL list : Collections.list(loader.getResources(LIST))) {
                try (InputStream in = list.openStream();
                        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                    lines.lines()
                            .map(String::strip)
                            .forEach(name -> names.computeIfAbsent(
                                            name.substring(name.lastIndexOf('.') + 1), kind -> new ArrayList<>(2))
                                    .add(name));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }
}
