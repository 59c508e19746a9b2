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
public final class ClusterCollateral implements Collateral {

    private static final ApiResource CLAIMS =
            new ApiResource("v1", "PersistentVolumeClaim", "persistentvolumeclaims", true, Set.of());

    private final Cluster cluster;
    private final StackHome home;

    /** What is around the objects of a stack. */
    public ClusterCollateral(Cluster cluster, StackHome home) {
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
        String parents = ApplySet.PARENT_ID + "," + ApplySet.PARENT_ID + other;
        String members = ApplySet.PART_OF + "," + ApplySet.PART_OF + other;
        return first(StackHome.SECRETS, namespace, parents, Set.of(), ", which is the inventory of another stack")
                .or(() -> first(CLAIMS, namespace, "", going, ", which holds data"))
                .or(() -> cluster.discovery().all().stream()
                        .filter(ApiResource::namespaced)
                        .flatMap(resource ->
                                first(resource, namespace, members, Set.of(), ", which is of another stack").stream())
                        .findFirst());
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
                return first(resource, null, "", going, "");
            }
        }
        return Optional.empty();
    }

    /** The first object that does not go, and what it is; or why it is not known whether there is one. */
    private Optional<String> first(
            ApiResource resource, @Nullable String namespace, String selector, Set<String> going, String what) {
        List<ObjectMeta> found = new ArrayList<>();
        int limit = going.size() + 1;
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
                        + (meta.namespace() == null ? "" : meta.namespace() + "/") + meta.name() + what);
    }
}
