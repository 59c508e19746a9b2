package dev.gantry.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.engine.cluster.ApiFailure;
import dev.gantry.engine.cluster.ApiResource;
import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.cluster.ObjectRef;
import dev.gantry.engine.status.Surroundings;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Asks the cluster for what has to be known besides an object to say whether it is ready; for each class or kind once. */
final class LiveSurroundings {

    private static final ApiResource CLASSES =
            new ApiResource("storage.k8s.io/v1", "StorageClass", "storageclasses", false, Set.of());
    private static final ApiResource DEFINITIONS = new ApiResource(
            "apiextensions.k8s.io/v1", "CustomResourceDefinition", "customresourcedefinitions", false, Set.of());

    private final Cluster cluster;
    private final Map<String, Surroundings> known = new ConcurrentHashMap<>();

    LiveSurroundings(Cluster cluster) {
        this.cluster = cluster;
    }

    /** What is around an object of this kind. */
    Surroundings of(ApiResource resource, ObjectNode live) {
        if (resource.groupKind().equals("PersistentVolumeClaim")) {
            String name = live.path("spec").path("storageClassName").asText();
            return name.isEmpty()
                    ? Surroundings.none()
                    : known.computeIfAbsent("class " + name, key -> Surroundings.ofClaim(get(CLASSES, name)));
        }
        // Groups of Kubernetes itself have no dot, or end in k8s.io; everything else is defined in the cluster.
        String group = resource.group();
        if (!group.contains(".") || group.endsWith(".k8s.io")) {
            return Surroundings.none();
        }
        String version = resource.apiVersion().substring(group.length() + 1);
        return known.computeIfAbsent(
                resource.apiVersion() + " " + resource.plural(),
                key -> Surroundings.ofCustomResource(get(DEFINITIONS, resource.plural() + "." + group), version));
    }

    private @Nullable JsonNode get(ApiResource resource, String name) {
        try {
            Optional<ObjectNode> found = cluster.get(new ObjectRef(resource, null, name));
            return found.orElse(null);
        } catch (ApiFailure e) {
            return null; // Whoever may not read it waits without knowing.
        }
    }
}
