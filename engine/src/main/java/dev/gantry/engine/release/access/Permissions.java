package dev.gantry.engine.release.access;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.cluster.Discovery;
import dev.gantry.engine.desired.DesiredObject;
import dev.gantry.engine.desired.Release;
import dev.gantry.engine.release.StackHome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the engine must be allowed to do, and no more, to plan, apply, prune, roll back and destroy stacks. What the server serves
 * is public, and needs no permission. Without more than that, a namespace or a definition that the program drops is kept, since
 * nobody can see whether it is empty.
 */
public final class Permissions {

    private static final String RBAC = "rbac.authorization.k8s.io";

    private final Kinds kinds;
    private final Map<Place, NavigableSet<String>> verbs = new TreeMap<>();

    /** A key that sorts: cluster first, then by namespace, group, resource, name. An empty name means all. */
    private record Place(String namespace, String group, String resource, String name) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return Arrays.compare(
                    new String[] {namespace, group, resource, name},
                    new String[] {other.namespace, other.group, other.resource, other.name});
        }
    }

    private Permissions(Kinds kinds) {
        this.kinds = kinds;
    }

    /**
     * What these stacks need, sorted.
     *
     * @param discovery tells the plurals of kinds; {@code null} if no server is asked
     */
    public static List<Permission> of(Map<StackHome, Release> stacks, @Nullable Discovery discovery) {
        Permissions permissions = new Permissions(new Kinds(stacks.values(), discovery));
        stacks.forEach(permissions::add);
        return permissions.sorted();
    }

    private void add(StackHome home, Release release) {
        // Inventory and history, and the lock.
        allow(home.namespace(), "", "secrets", "", "get", "list", "create", "patch", "delete");
        allow(home.namespace(), "coordination.k8s.io", "leases", "", "get", "create", "update", "delete");
        for (ResourceId id : home.ids(release)) {
            String namespace = kinds.namespace(id, home, release);
            allow(namespace, id.group(), kinds.plural(id), "", "get", "list", "create", "patch", "delete");
            if (namespace != null) {
                allow(null, "", "namespaces", namespace, "get");
            }
        }
        allow(null, "", "namespaces", home.namespace(), "get");
        release.objects().forEach(object -> grant(object, kinds.namespace(object.id(), home, release)));
    }

    /** Kubernetes lets nobody grant what he has not himself, unless he may do just that. */
    private void grant(DesiredObject object, @Nullable String namespace) {
        ResourceId id = object.id();
        if (!id.group().equals(RBAC)) {
            return;
        }
        if (id.kind().endsWith("Binding")) {
            JsonNode role = object.tree().path("roleRef");
            String plural = role.path("kind").asText().equals("Role") ? "roles" : "clusterroles";
            allow(namespace, RBAC, plural, role.path("name").asText(), "bind");
        } else {
            allow(namespace, RBAC, kinds.plural(id), id.name(), "escalate");
        }
    }

    private void allow(@Nullable String namespace, String group, String resource, String name, String... what) {
        Place place = new Place(Objects.requireNonNullElse(namespace, ""), group, resource, name);
        verbs.computeIfAbsent(place, each -> new TreeSet<>()).addAll(List.of(what));
    }

    /** Names of one resource for which the same is allowed become one permission; what is allowed for all covers them. */
    private List<Permission> sorted() {
        List<Permission> all = new ArrayList<>();
        verbs.forEach((place, what) -> {
            NavigableSet<String> left = new TreeSet<>(what);
            if (!place.name().isEmpty()) {
                left.removeAll(verbs.getOrDefault(
                        new Place(place.namespace(), place.group(), place.resource(), ""), new TreeSet<>()));
            }
            if (!left.isEmpty()) {
                NavigableSet<String> names = new TreeSet<>();
                if (!place.name().isEmpty()) {
                    names.add(place.name());
                }
                merge(
                        all,
                        new Permission(
                                place.namespace().isEmpty() ? null : place.namespace(),
                                place.group(),
                                place.resource(),
                                names,
                                left));
            }
        });
        return all;
    }

    private static void merge(List<Permission> all, Permission next) {
        Permission last = all.isEmpty() ? null : all.get(all.size() - 1);
        boolean together = last != null
                && !last.names().isEmpty()
                && !next.names().isEmpty()
                && Objects.equals(last.namespace(), next.namespace())
                && last.group().equals(next.group())
                && last.resource().equals(next.resource())
                && last.verbs().equals(next.verbs());
        if (last == null || !together) {
            all.add(next);
            return;
        }
        NavigableSet<String> names = new TreeSet<>(last.names());
        names.addAll(next.names());
        all.set(all.size() - 1, new Permission(last.namespace(), last.group(), last.resource(), names, last.verbs()));
    }
}
