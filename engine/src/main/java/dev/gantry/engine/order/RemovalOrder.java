package dev.gantry.engine.order;

import dev.gantry.bundle.IndexEntry;
import dev.gantry.bundle.ResourceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * In which order objects are deleted: the reverse of that of applying. What requests have to pass goes first, custom resources
 * before the workloads that may have to clean up after them, then the definitions of their kinds, and namespaces at the very end.
 */
public final class RemovalOrder {

    private static final int NAMESPACES = Band.COUNT + 2;
    private static final int DEFINITIONS = Band.COUNT + 1;

    private RemovalOrder() {}

    /**
     * An object that is to be deleted.
     *
     * @param id which
     * @param rank of its kind in the order of applying, from 0 to 99
     * @param dependencies what it may need until it is gone
     */
    public record Doomed(ResourceId id, int rank, List<ResourceId> dependencies) {

        /** Copies the list. */
        public Doomed {
            dependencies = List.copyOf(dependencies);
        }

        /** One of which nothing is known but what it is. */
        public static Doomed of(ResourceId id) {
            return new Doomed(id, Ranks.of(id), List.of());
        }

        /** One that a bundle had. */
        public static Doomed of(IndexEntry entry) {
            return new Doomed(entry.id(), entry.rank(), entry.dependencies());
        }

        private int band() {
            if (SpecialKinds.isNamespace(id)) {
                return NAMESPACES;
            }
            return SpecialKinds.isDefinition(id)
                    ? DEFINITIONS
                    : Band.COUNT - Band.of(rank).place();
        }
    }

    /**
     * The objects wave by wave. Those of a wave are deleted at once, and have to be gone before the next wave begins: a controller
     * must not be deleted while an object waits for it to remove a finalizer.
     */
    public static List<List<ResourceId>> of(List<Doomed> objects) {
        Map<ObjectKey, Integer> numbers = new HashMap<>();
        for (int i = 0; i < objects.size(); i++) {
            numbers.putIfAbsent(ObjectKey.of(objects.get(i).id()), i);
        }
        List<Constraint> dependencies = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            for (ResourceId dependency : objects.get(i).dependencies()) {
                Integer needed = numbers.get(ObjectKey.of(dependency));
                // A dependency never keeps a namespace or a definition from being the last; that would bring nothing
                // back.
                if (needed != null && objects.get(i).band() < DEFINITIONS) {
                    dependencies.add(new Constraint(i, needed, Constraint.Reason.DEPENDS));
                }
            }
        }
        Precedence precedence = new Precedence(objects.size());
        Circles.outside(objects.size(), dependencies, dependencies)
                .forEach(each -> precedence.add(each.first(), each.then()));
        return Layers.of(objects.stream().map(Doomed::band).toList(), precedence).stream()
                .map(layer ->
                        layer.stream().map(number -> objects.get(number).id()).toList())
                .toList();
    }
}
