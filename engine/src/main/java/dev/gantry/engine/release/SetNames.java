package dev.gantry.engine.release;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.engine.cluster.ApiFailure;
import dev.gantry.engine.cluster.ApiResource;
import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.cluster.Listing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Whose an ApplySet is; its id is a hash, and says nothing to people. */
final class SetNames {

    private static final ApiResource CONFIG_MAPS = new ApiResource("v1", "ConfigMap", "configmaps", true, Set.of());

    private final Cluster cluster;
    private final Map<String, Owner> known = new ConcurrentHashMap<>();

    SetNames(Cluster cluster) {
        this.cluster = cluster;
    }

    /**
     * Whose a set is.
     *
     * @param text for people
     * @param gantry whether it is a stack of Gantry's, or of nobody any more
     */
    record Owner(String text, boolean gantry) {}

    Owner owner(String id) {
        return known.computeIfAbsent(id, this::find);
    }

    private Owner find(String id) {
        try {
            for (ApiResource resource : List.of(StackHome.SECRETS, CONFIG_MAPS)) {
                Optional<Owner> owner = parent(resource, id);
                if (owner.isPresent()) {
                    return owner.get();
                }
            }
        } catch (ApiFailure e) {
            // Whoever may not list Secrets of all namespaces gets the id instead of a name.
            return new Owner("the ApplySet " + id, false);
        }
        return new Owner("the ApplySet " + id + ", whose parent is gone", true);
    }

    private Optional<Owner> parent(ApiResource resource, String id) {
        List<ObjectNode> found = new ArrayList<>();
        cluster.list(new Listing(resource, null, ApplySet.PARENT_ID + "=" + id, true, 1, found::add));
        return found.stream().findFirst().map(object -> owner(resource, ObjectMeta.of(object)));
    }

    private static Owner owner(ApiResource resource, ObjectMeta parent) {
        @Nullable String tooling = parent.annotation(ApplySet.TOOLING);
        String stack = parent.label(StackLabels.STACK);
        if (stack != null && Inventory.isOurs(tooling)) {
            return new Owner(
                    "stack " + stack + " in namespace " + parent.namespace() + " (of "
                            + parent.annotation(StackLabels.BLUEPRINT) + " for "
                            + parent.annotation(StackLabels.ENVIRONMENT) + ")",
                    true);
        }
        return new Owner(
                "the ApplySet " + resource.kind() + " " + parent.namespace() + "/" + parent.name()
                        + (tooling == null ? "" : " of " + tooling),
                false);
    }
}
