package dev.gantry.check;

import dev.gantry.extension.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything that a run has made, for checks to read. */
public final class Model {

    private final String environment;
    private final List<Manifest> manifests;
    private final Map<Resource, Manifest> byResource = new HashMap<>();
    private final Map<String, List<Manifest>> byKind = new LinkedHashMap<>();
    private final Map<Key, Manifest> byName = new HashMap<>();

    private record Key(String kind, @Nullable String namespace, String name) {}

    /** A model of these manifests; made by the run. */
    public Model(String environment, List<Manifest> manifests) {
        this.environment = environment;
        this.manifests = List.copyOf(manifests);
        for (Manifest manifest : manifests) {
            byResource.put(manifest.resource(), manifest);
            byKind.computeIfAbsent(manifest.id().kind(), x -> new ArrayList<>()).add(manifest);
            byName.putIfAbsent(
                    new Key(
                            manifest.id().kind(),
                            manifest.id().namespace(),
                            manifest.id().name()),
                    manifest);
        }
    }

    /** The environment that was made. */
    public String environment() {
        return environment;
    }

    /** All manifests, in the order of stacks and of adding. */
    public List<Manifest> manifests() {
        return manifests;
    }

    /** The manifests of a kind, such as {@code Service}. */
    public List<Manifest> ofKind(String kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    /** The manifest of a resource; empty if the resource was not added. */
    public Optional<Manifest> of(Resource resource) {
        return Optional.ofNullable(byResource.get(resource));
    }

    /** The manifest with that kind, namespace and name. */
    public Optional<Manifest> find(String kind, @Nullable String namespace, String name) {
        return Optional.ofNullable(byName.get(new Key(kind, namespace, name)));
    }

    /** Whether two manifests live in one namespace, or both in the one that is left to whoever applies them. */
    public static boolean sameNamespace(Manifest one, Manifest other) {
        return Objects.equals(one.id().namespace(), other.id().namespace());
    }
}
