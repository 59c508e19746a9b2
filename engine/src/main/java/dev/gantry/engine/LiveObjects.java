package dev.gantry.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.cluster.ApiResource;
import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.cluster.Listing;
import dev.gantry.engine.release.ApplySet;
import dev.gantry.engine.release.Inventory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the live objects of a stack, several at once. Where there are many of a kind they are read in pages, and each is looked
 * at and forgotten while the next ones come, so that thousands need no more memory than a page.
 */
final class LiveObjects {

    /** From how many objects of a kind and namespace on it is cheaper to list them than to get each. */
    private static final int MANY = 4;

    private final Cluster cluster;
    private final int parallel;
    private final Inventory inventory;

    /** A kind in a namespace. */
    private record Place(ApiResource resource, @Nullable String namespace) {}

    LiveObjects(Cluster cluster, int parallel, Inventory inventory) {
        this.cluster = cluster;
        this.parallel = parallel;
        this.inventory = inventory;
    }

    /**
     * What is to be said of each object, by identity and in their order.
     *
     * @param look is given an object and its live one, if there is one; on several threads
     */
    <R> Map<ResourceId, R> each(List<Target> targets, BiFunction<Target, Optional<ObjectNode>, R> look) {
        Map<ResourceId, R> results = new ConcurrentHashMap<>();
        try (Workers workers = new Workers(parallel)) {
            places(targets).forEach((place, all) -> {
                Map<String, Target> unseen = new LinkedHashMap<>();
                all.forEach(target -> unseen.put(target.ref().name(), target));
                if (inventory.exists() && all.size() >= MANY) {
                    list(place, live -> {
                        Target target =
                                unseen.remove(live.path("metadata").path("name").asText());
                        if (target != null) {
                            workers.submit(
                                    () -> results.put(target.object().id(), look.apply(target, Optional.of(live))));
                        }
                    });
                }
                unseen.values()
                        .forEach(target -> workers.submit(() ->
                                results.put(target.object().id(), look.apply(target, cluster.get(target.ref())))));
            });
            workers.finish();
        }
        Map<ResourceId, R> sorted = new LinkedHashMap<>();
        for (Target target : targets) {
            R result = results.get(target.object().id());
            if (result != null) {
                sorted.put(target.object().id(), result);
            }
        }
        return Collections.unmodifiableMap(sorted);
    }

    private void list(Place place, Consumer<ObjectNode> each) {
        String members = ApplySet.PART_OF + "=" + inventory.home().setId();
        cluster.list(new Listing(place.resource(), place.namespace(), members, false, 0, each));
    }

    private static Map<Place, List<Target>> places(List<Target> targets) {
        Map<Place, List<Target>> places = new LinkedHashMap<>();
        for (Target target : targets) {
            Place place = new Place(target.ref().resource(), target.ref().namespace());
            places.computeIfAbsent(place, key -> new ArrayList<>()).add(target);
        }
        return places;
    }
}
