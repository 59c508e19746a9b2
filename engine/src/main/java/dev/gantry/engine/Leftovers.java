package dev.gantry.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.cluster.ApiFailure;
import dev.gantry.engine.cluster.ApiResource;
import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.cluster.Deletion;
import dev.gantry.engine.cluster.ObjectRef;
import dev.gantry.engine.cluster.Write;
import dev.gantry.engine.order.RemovalOrder;
import dev.gantry.engine.release.FieldManager;
import dev.gantry.engine.release.ObjectMeta;
import dev.gantry.engine.release.prune.KeepAnnotations;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** The objects of a custom resource that it no longer asks for. */
final class Leftovers {

    private static final int CHANGED = 409;
    private static final int GONE = 404;

    private final Cluster cluster;
    private final Owner owner;
    private final KnownObjects known;
    private final Predicate<ApiResource> kept;

    Leftovers(Cluster cluster, Owner owner, KnownObjects known, Predicate<ApiResource> kept) {
        this.cluster = cluster;
        this.owner = owner;
        this.known = known;
        this.kept = kept;
    }

    /**
     * Takes the reference to the custom resource from what stays although it is not asked for: the cluster would delete it together with that.
     * What has changed since it was seen is left to the next look.
     *
     * @param wanted what it asks for, which comes to have the right references when it is applied
     */
    void release(List<Placed> wanted) {
        Set<String> names = names(wanted);
        for (KnownObjects.Known each : known.of(owner)) {
            ObjectMeta meta = ObjectMeta.of(each.live());
            if (!names.contains(name(each.ref()))
                    && isKept(each.ref(), meta)
                    && owner.made(meta)
                    && owner.isReferred(meta)
                    && !meta.isTerminating()) {
                release(each, meta);
            }
        }
    }

    private void release(KnownObjects.Known each, ObjectMeta meta) {
        ArrayNode patch = JsonNodeFactory.instance.arrayNode();
        ArrayNode others = patch.addObject()
                .put("op", "add")
                .put("path", "/metadata/ownerReferences")
                .putArray("value");
        for (JsonNode reference : meta.tree().path("ownerReferences")) {
            if (!owner.isMeant(reference)) {
                others.add(reference);
            }
        }
        patch.addObject()
                .put("op", "replace")
                .put("path", "/metadata/resourceVersion")
                .put("value", meta.resourceVersion());
        try {
            Write write = new Write(Write.Method.JSON_PATCH, each.ref(), patch, FieldManager.OPERATOR, false, false);
            known.written(each.ref(), cluster.write(write).object(), each.live());
        } catch (ApiFailure failure) {
            if (failure.status() != CHANGED && failure.status() != GONE) {
                throw failure;
            }
        }
    }

    /**
     * Deletes those that have to go first; what has to be gone after them is deleted by a later call.
     *
     * @param wanted what it asks for
     */
    List<ResourceId> delete(List<Placed> wanted) {
        Set<String> names = names(wanted);
        Map<ResourceId, KnownObjects.Known> left = new LinkedHashMap<>();
        for (KnownObjects.Known each : known.of(owner)) {
            ObjectMeta meta = ObjectMeta.of(each.live());
            boolean stays = names.contains(name(each.ref())) || isKept(each.ref(), meta) || !owner.made(meta);
            if (!stays) {
                left.put(id(each.ref()), each);
            }
        }
        List<List<ResourceId>> waves = RemovalOrder.of(
                left.keySet().stream().map(RemovalOrder.Doomed::of).toList());
        List<ResourceId> deleted = new ArrayList<>();
        if (!waves.isEmpty()) {
            waves.get(0).forEach(id -> delete(Objects.requireNonNull(left.get(id)), deleted));
        }
        return deleted;
    }

    private void delete(KnownObjects.Known each, List<ResourceId> deleted) {
        ObjectMeta meta = ObjectMeta.of(each.live());
        if (meta.isTerminating()) {
            return;
        }
        try {
            // Only as it was seen: whoever has changed it since may want to keep it.
            cluster.delete(new Deletion(each.ref(), meta.uid(), meta.resourceVersion(), false));
            deleted.add(id(each.ref()));
        } catch (ApiFailure failure) {
            if (failure.status() != CHANGED) {
                throw failure;
            }
        }
    }

    private boolean isKept(ObjectRef ref, ObjectMeta meta) {
        return kept.test(ref.resource()) || KeepAnnotations.of(meta) != null;
    }

    private static Set<String> names(List<Placed> wanted) {
        Set<String> names = new HashSet<>();
        wanted.forEach(each -> names.add(name(each.ref())));
        return names;
    }

    /** The same for an object in each version of its kind. */
    private static String name(ObjectRef ref) {
        return ref.resource().groupKind() + " " + ref.namespace() + "/" + ref.name();
    }

    private static ResourceId id(ObjectRef ref) {
        return new ResourceId(ref.resource().apiVersion(), ref.resource().kind(), ref.namespace(), ref.name());
    }
}
