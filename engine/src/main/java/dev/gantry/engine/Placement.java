package dev.gantry.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.bundle.IndexEntry;
import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.cluster.ApiResource;
import dev.gantry.engine.cluster.Discovery;
import dev.gantry.engine.cluster.ObjectRef;
import dev.gantry.engine.desired.DesiredObject;
import dev.gantry.engine.desired.Release;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds out for every object where it goes: its kind as the server serves it or the releases define it, its namespace. */
final class Placement {

    private final Discovery discovery;
    private final String defaultNamespace;
    private final Map<String, ApiResource> defined = new HashMap<>();
    private final List<DesiredObject> homeless = new ArrayList<>();

    /**
     * Places objects.
     *
     * @param releases all of the run, since one may define what another uses
     * @param defaultNamespace of what states none
     */
    Placement(Discovery discovery, List<Release> releases, String defaultNamespace) {
        this.discovery = discovery;
        this.defaultNamespace = defaultNamespace;
        for (Release release : releases) {
            for (DesiredObject object : release.objects()) {
                if (object.id().kind().equals("CustomResourceDefinition")) {
                    define(object.tree().path("spec"));
                }
            }
        }
    }

    /** Where the objects of a release go, in their order, without those whose kind nobody knows. */
    List<Placed> place(Release release) {
        List<Placed> targets = new ArrayList<>(release.objects().size());
        for (DesiredObject object : release.objects()) {
            ResourceId id = object.id();
            Optional<ApiResource> served = discovery.resource(id.apiVersion(), id.kind());
            ApiResource resource = served.orElse(defined.get(key(id.apiVersion(), id.kind())));
            if (resource == null) {
                homeless.add(object);
                continue;
            }
            DesiredObject placed = placed(object, resource);
            ObjectRef ref = new ObjectRef(resource, placed.id().namespace(), id.name());
            targets.add(new Placed(placed, ref, served.isPresent(), null));
        }
        return targets;
    }

    /** The objects whose kind neither the server serves nor a release defines. */
    List<DesiredObject> homeless() {
        return homeless;
    }

    private DesiredObject placed(DesiredObject object, ApiResource resource) {
        IndexEntry entry = object.entry();
        ResourceId id = object.id();
        String namespace = !resource.namespaced() ? null : id.namespace() == null ? defaultNamespace : id.namespace();
        if (java.util.Objects.equals(namespace, id.namespace())) {
            return object;
        }
        ObjectNode tree = object.tree();
        if (namespace == null) {
            tree.withObject("/metadata").remove("namespace");
        } else {
            tree.withObject("/metadata").put("namespace", namespace);
        }
        return new DesiredObject(
                new IndexEntry(
                        new ResourceId(id.apiVersion(), id.kind(), namespace, id.name()),
                        entry.rank(),
                        entry.stack(),
                        entry.file(),
                        entry.document(),
                        entry.digest(),
                        entry.origin(),
                        entry.references(),
                        entry.dependencies()),
                tree);
    }

    private void define(JsonNode spec) {
        String group = spec.path("group").asText();
        JsonNode names = spec.path("names");
        for (JsonNode version : spec.path("versions")) {
            if (version.path("served").asBoolean(true)) {
                String apiVersion = group + "/" + version.path("name").asText();
                String kind = names.path("kind").asText();
                defined.put(
                        key(apiVersion, kind),
                        new ApiResource(
                                apiVersion,
                                kind,
                                names.path("plural").asText(),
                                spec.path("scope").asText().equals("Namespaced"),
                                Set.of("get", "list", "create", "patch", "delete")));
            }
        }
    }

    private static String key(String apiVersion, String kind) {
        return apiVersion + " " + kind;
    }
}
