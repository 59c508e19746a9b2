package dev.gantry.engine.release.prune;

import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.cluster.ApiFailure;
import dev.gantry.engine.cluster.ApiResource;
import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.cluster.Listing;
import dev.gantry.engine.release.Extent;
import dev.gantry.engine.release.ObjectMeta;
import dev.gantry.engine.release.StackHome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What would be lost with an object: the data of a claim, all that is in a namespace, all resources of a definition. Whatever cannot
 * be seen counts as something that is there. The answer is for the moment in which it is given, since others work on the cluster, too.
 */
public final class Collateral {

    static final String NAMESPACE = "Namespace";
    static final String DEFINITION = "CustomResourceDefinition";

    static final String DEFINITIONS = DEFINITION + ".apiextensions.k8s.io";
    static final String CLAIM = "PersistentVolumeClaim";

    private static final ApiResource CLAIMS = new ApiResource("v1", CLAIM, "persistentvolumeclaims", true, Set.of());

    private final Cluster cluster;
    private final StackHome home;
    private final PruneOptions options;

    /** What is around the objects of a stack. */
    public Collateral(Cluster cluster, StackHome home, PruneOptions options) {
        this.cluster = cluster;
        this.home = home;
        this.options = options;
    }

    /** Whether others may have something that goes with such an object. */
    static boolean isOfOthers(ResourceId id) {
        String groupKind = Extent.groupKind(id);
        return groupKind.equals(NAMESPACE) || groupKind.equals(DEFINITIONS);
    }

    /**
     * Why an object must stay: something would go with it that somebody else installed, or that holds data; or that is not known.
     * Empty if it may go.
     *
     * @param going UIDs of what is deleted anyway
     */
    public Optional<String> of(ResourceId id, Set<String> going) {
        return switch (Extent.groupKind(id)) {
            case CLAIM -> unlessAsked(CLAIM, "it holds data");
            case DEFINITIONS ->
                unlessAsked(DEFINITION, "all resources of its kind would go with it")
                        .or(() -> options.confirmed().contains(id) ? Optional.empty() : ofDefinition(id, going));
            case NAMESPACE -> inNamespace(id.name(), going);
            default -> Optional.empty();
        };
    }

    private Optional<String> unlessAsked(String kind, String why) {
        return options.kinds().contains(kind)
                ? Optional.empty()
                : Optional.of(why + "; -Dgantry.pruneKinds=" + kind + " deletes it");
    }

    private Optional<String> inNamespace(String namespace, Set<String> going) {
        Set<String> unknown = cluster.discovery().unavailableGroups();
        if (!unknown.isEmpty()) {
            return Optional.of("it is not known what it holds, since the API group "
                    + unknown.stream().sorted().findFirst().orElse("") + " does not answer");
        }
        return kindsInNamespaces().stream()
                .flatMap(resource -> first(
                        resource,
                        namespace,
                        meta -> !going.contains(meta.uid()) && Provenance.isInstalled(resource, meta, home),
                        going.size())
                        .stream())
                .findFirst();
    }

    /** Inventories and data first, which are what one would like to be told of if there is much. */
    private List<ApiResource> kindsInNamespaces() {
        List<ApiResource> kinds = new ArrayList<>(List.of(StackHome.SECRETS, CLAIMS));
        Set<String> asked = Set.of(StackHome.SECRETS.groupKind(), CLAIMS.groupKind());
        for (ApiResource resource : cluster.discovery().all()) {
            if (resource.namespaced() && !Provenance.isView(resource) && !asked.contains(resource.groupKind())) {
                kinds.add(resource);
            }
        }
        return kinds;
    }

    private Optional<String> ofDefinition(ResourceId id, Set<String> going) {
        int dot = id.name().indexOf('.');
        String group = id.name().substring(dot + 1);
        if (cluster.discovery().unavailableGroups().contains(group)) {
            return Optional.of(
                    "it is not known whether it is in use, since the API group " + group + " does not answer");
        }
        return cluster.discovery().all().stream()
                .filter(resource -> resource.group().equals(group)
                        && resource.plural().equals(id.name().substring(0, dot)))
                .findFirst()
                .flatMap(resource -> first(resource, null, meta -> !going.contains(meta.uid()), going.size()))
                .map(why -> why + "; -Dgantry.confirm=" + DEFINITION + "/" + id.name() + " deletes it and them");
    }

    /**
     * The first object that counts, and what it is; or why it is not known whether there is one.
     *
     * @param few how many are expected that do not count: so few are asked for at first, since there may be very many
     */
    private Optional<String> first(
            ApiResource resource, @Nullable String namespace, Predicate<ObjectMeta> counts, int few) {
        for (int limit = few + 1; ; limit *= 2) {
            List<ObjectMeta> found = new ArrayList<>(1);
            int[] seen = {0};
            try {
                cluster.list(new Listing(resource, namespace, "", true, limit, object -> {
                    seen[0]++;
                    ObjectMeta meta = ObjectMeta.of(object);
                    if (found.isEmpty() && counts.test(meta)) {
                        found.add(meta);
                    }
                }));
            } catch (ApiFailure failure) {
                return Optional.of("it is not known what it holds, since " + resource.plural() + " cannot be listed: "
                        + failure.message());
            }
            if (!found.isEmpty() || seen[0] < limit) {
                return found.stream().findFirst().map(meta -> text(resource, meta));
            }
        }
    }

    private String text(ApiResource resource, ObjectMeta meta) {
        return "it still has " + resource.kind() + " " + (meta.namespace() == null ? "" : meta.namespace() + "/")
                + meta.name() + Provenance.text(resource, meta, home);
    }
}
