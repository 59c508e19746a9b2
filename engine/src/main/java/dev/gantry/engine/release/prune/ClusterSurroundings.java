package dev.gantry.engine.release.prune;

import dev.gantry.engine.cluster.ApiFailure;
import dev.gantry.engine.cluster.ApiResource;
import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.cluster.Listing;
import dev.gantry.engine.release.ApplySet;
import dev.gantry.engine.release.ObjectMeta;
import dev.gantry.engine.release.StackHome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks the cluster. Whatever cannot be seen counts as something that is there. */
public final class ClusterSurroundings implements Surroundings {

    private static final ApiResource CLAIMS =
            new ApiResource("v1", "PersistentVolumeClaim", "persistentvolumeclaims", true, Set.of());

    private final Cluster cluster;
    private final StackHome home;

    /** What is around the objects of a stack. */
    public ClusterSurroundings(Cluster cluster, StackHome home) {
        this.cluster = cluster;
        this.home = home;
    }

    @Override
    public Optional<String> inNamespace(String namespace, Set<String> going) {
        Set<String> unknown = cluster.discovery().unavailableGroups();
        if (!unknown.isEmpty()) {
            return Optional.of("it is not known what it holds, since the API group "
                    + unknown.stream().sorted().findFirst().orElse("") + " does not answer");
        }
        String other = " notin (" + home.setId() + ")";
        Optional<String> inventory =
                first(StackHome.SECRETS, namespace, ApplySet.PARENT_ID + "," + ApplySet.PARENT_ID + other, 1, Set.of());
        if (inventory.isPresent()) {
            return inventory.map(each -> each + ", which is the inventory of another stack");
        }
        Optional<String> claim = first(CLAIMS, namespace, "", going.size() + 1, going);
        if (claim.isPresent()) {
            return claim.map(each -> each + ", which holds data");
        }
        for (ApiResource resource : cluster.discovery().all()) {
            if (resource.namespaced()) {
                String selector = ApplySet.PART_OF + "," + ApplySet.PART_OF + other;
                Optional<String> found = first(resource, namespace, selector, 1, Set.of());
                if (found.isPresent()) {
                    return found.map(each -> each + ", which is of another stack");
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<String> ofDefinition(String definition, Set<String> going) {
        int dot = definition.indexOf('.');
        String group = definition.substring(dot + 1);
        if (cluster.discovery().unavailableGroups().contains(group)) {
            return Optional.of(
                    "it is not known whether it is in use, since the API group " + group + " does not answer");
        }
        for (ApiResource resource : cluster.discovery().all()) {
            if (resource.group().equals(group) && resource.plural().equals(definition.substring(0, dot))) {
                return first(resource, null, "", going.size() + 1, going);
            }
        }
        return Optional.empty();
    }

    private Optional<String> first(
            ApiResource resource, @Nullable String namespace, String selector, int limit, Set<String> going) {
        List<ObjectMeta> found = new ArrayList<>();
        try {
            cluster.list(new Listing(
                    resource, namespace, selector, true, limit, object -> found.add(ObjectMeta.of(object))));
        } catch (ApiFailure failure) {
            return Optional.of("it is not known what it holds, since " + resource.plural() + " cannot be listed: "
                    + failure.message());
        }
        return found.stream()
                .filter(meta -> !going.contains(meta.uid()))
                .findFirst()
                .map(meta -> "it still has " + resource.kind() + " "
                        + (meta.namespace() == null ? "" : meta.namespace() + "/") + meta.name());
    }
}
