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

    LiveObjects(Session session, Inventory inventory) {
        this.cluster = session.cluster();
        this.parallel = session.options().parallel();
        this.inventory = inventory;
    }

    /**
     * What is to be said of each object, by identity and in their order.
     *
     * @param look is given an object and its live one, if there is one; on several threads
     */
    <R> Map<ResourceId, R> each(List<Placed> targets, BiFunction<Placed, Optional<ObjectNode>, R> look) {
        Map<ResourceId, R> results = new ConcurrentHashMap<>();
        try (Workers workers = new Workers(parallel)) {
            places(targets).forEach((place, all) -> {
                Map<String, Placed> unseen = new LinkedHashMap<>();
                all.forEach(placed -> unseen.put(placed.ref().name(), placed));
                if (inventory.exists() && all.size() >= MANY) {
                    list(place, live -> {
                        Placed placed =
                                unseen.remove(live.path("metadata").path("name").asText());
                        if (placed != null) {
                            workers.submit(
                                    () -> results.put(placed.object().id(), look.apply(placed, Optional.of(live))));
                        }
                    });
                }
                unseen.values()
                        .forEach(placed -> workers.submit(() ->
                                results.put(placed.object().id(), look.apply(placed, cluster.get(placed.ref())))));
            });
            workers.finish();
        }
        Map<ResourceId, R> sorted = new LinkedHashMap<>();
        for (Placed placed : targets) {
            R result = results.get(placed.object().id());
            if (result != null) {
                sorted.put(placed.object().id(), result);
            }
        }
        return Collections.unmodifiableMap(sorted);
    }

    private void list(Place place, Consumer<ObjectNode> each) {
        String members = ApplySet.PART_OF + "=" + inventory.home().setId();
        cluster.list(new Listing(place.resource(), place.namespace(), members, false, 0, each));
    }

    private static Map<Place, List<Placed>> places(List<Placed> targets) {
        Map<Place, List<Placed>> places = new LinkedHashMap<>();
        for (Placed placed : targets) {
            Place place = new Place(placed.ref().resource(), placed.ref().namespace());
            places.computeIfAbsent(place, key -> new ArrayList<>()).add(placed);
        }
        return places;
    }
}
