package dev.gantry.engine.order;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.bundle.Edge;
import dev.gantry.bundle.IndexEntry;
import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.desired.DesiredObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what has to go before what. */
final class Constraints {

    private final List<DesiredObject> objects;
    private final Map<ObjectKey, Integer> numbers = new HashMap<>();
    private final Map<String, Integer> namespaces = new HashMap<>();
    private final Map<GroupAndKind, Integer> definitions = new HashMap<>();
    private final List<Constraint> found = new ArrayList<>();

    private record GroupAndKind(String group, String kind) {}

    private Constraints(List<DesiredObject> objects) {
        this.objects = objects;
    }

    /** All of them; the objects are numbered from 0. */
    static List<Constraint> among(List<DesiredObject> objects) {
        Constraints constraints = new Constraints(objects);
        constraints.index();
        for (int i = 0; i < objects.size(); i++) {
            constraints.findFor(i);
        }
        return constraints.found;
    }

    private void index() {
        for (int i = 0; i < objects.size(); i++) {
            DesiredObject object = objects.get(i);
            ResourceId id = object.id();
            numbers.putIfAbsent(ObjectKey.of(id), i);
            if (SpecialKinds.isNamespace(id)) {
                namespaces.putIfAbsent(id.name(), i);
            } else if (SpecialKinds.isDefinition(id)) {
                JsonNode spec = object.tree().path("spec");
                String kind = spec.path("names").path("kind").asText();
                definitions.putIfAbsent(new GroupAndKind(spec.path("group").asText(), kind), i);
            }
        }
    }

    private void findFor(int number) {
        IndexEntry entry = objects.get(number).entry();
        ResourceId id = entry.id();
        String namespace = id.namespace();
        if (namespace != null) {
            add(namespaces.get(namespace), number, Constraint.Reason.LIVES);
        }
        if (!definitions.isEmpty()) {
            add(definitions.get(new GroupAndKind(id.group(), id.kind())), number, Constraint.Reason.DEFINED);
        }
        for (ResourceId dependency : entry.dependencies()) {
            add(numbers.get(ObjectKey.of(dependency)), number, Constraint.Reason.DEPENDS);
        }
        for (Edge reference : entry.references()) {
            Integer target = reference.external() ? null : numbers.get(ObjectKey.of(reference.target()));
            // Against the order of ranks, a reference says nothing: an account names Secrets, a Service selects
            // Deployments.
            if (target != null && target != number && comesFirst(objects.get(target), entry)) {
                add(target, number, Constraint.Reason.REFERS);
            }
        }
    }

    private static boolean comesFirst(DesiredObject target, IndexEntry entry) {
        int rank = target.entry().rank();
        int bands = Band.of(rank).place() - Band.of(entry.rank()).place();
        return bands < 0 || (bands == 0 && rank <= entry.rank());
    }

    private void add(@Nullable Integer first, int then, Constraint.Reason reason) {
        if (first != null) {
            found.add(new Constraint(first, then, reason));
        }
    }
}
