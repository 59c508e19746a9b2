package dev.gantry.engine.plan.effect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.desired.DesiredObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whose pods read which ConfigMaps and Secrets, and how. */
final class Consumers {

    private final Map<Source, List<Use>> uses = new HashMap<>();

    private record Source(String kind, @Nullable String namespace, String name) {}

    /**
     * A use.
     *
     * @param consumer whose pods it are
     * @param atStart whether they read it only when they start: as variables, or as a single file that is mounted
     */
    record Use(ResourceId consumer, boolean atStart) {}

    /** The uses by these objects. */
    static Consumers among(List<DesiredObject> objects) {
        Consumers consumers = new Consumers();
        for (DesiredObject object : objects) {
            ResourceId id = object.id();
            if (Templates.isOf(id.apiVersion(), id.kind())) {
                consumers.add(id, Templates.of(object.tree()));
            }
        }
        return consumers;
    }

    /** The uses of a ConfigMap or a Secret. */
    List<Use> of(ResourceId source) {
        return uses.getOrDefault(new Source(source.kind(), source.namespace(), source.name()), List.of());
    }

    private void add(ResourceId consumer, JsonNode template) {
        Set<String> partly = new HashSet<>();
        for (JsonNode container : Templates.containers(template)) {
            for (JsonNode from : container.path("envFrom")) {
                add(consumer, "ConfigMap", from.path("configMapRef").path("name"), true);
                add(consumer, "Secret", from.path("secretRef").path("name"), true);
            }
            for (JsonNode variable : container.path("env")) {
                JsonNode from = variable.path("valueFrom");
                add(consumer, "ConfigMap", from.path("configMapKeyRef").path("name"), true);
                add(consumer, "Secret", from.path("secretKeyRef").path("name"), true);
            }
            for (JsonNode mount : container.path("volumeMounts")) {
                if (mount.hasNonNull("subPath") || mount.hasNonNull("subPathExpr")) {
                    partly.add(mount.path("name").asText());
                }
            }
        }
        for (JsonNode volume : template.path("spec").path("volumes")) {
            boolean atStart = partly.contains(volume.path("name").asText());
            add(consumer, "ConfigMap", volume.path("configMap").path("name"), atStart);
            add(consumer, "Secret", volume.path("secret").path("secretName"), atStart);
            for (JsonNode source : volume.path("projected").path("sources")) {
                add(consumer, "ConfigMap", source.path("configMap").path("name"), atStart);
                add(consumer, "Secret", source.path("secret").path("name"), atStart);
            }
        }
    }

    private void add(ResourceId consumer, String kind, JsonNode name, boolean atStart) {
        if (name.isTextual()) {
            List<Use> known = uses.computeIfAbsent(
                    new Source(kind, consumer.namespace(), name.asText()), source -> new ArrayList<>());
            boolean more = known.stream().noneMatch(use -> use.consumer().equals(consumer));
            if (more) {
                known.add(new Use(consumer, atStart));
            } else if (atStart) {
                known.replaceAll(use -> use.consumer().equals(consumer) ? new Use(consumer, true) : use);
            }
        }
    }
}
