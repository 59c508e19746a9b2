package dev.gantry.engine;

import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.desired.DesiredObject;
import dev.gantry.engine.problem.Sizes;
import dev.gantry.finding.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What can be said of the objects of a run before a server is asked. A program cannot make such, a bundle can be edited. */
final class Preflight {

    private final Objections objections;
    private final Map<Identity, DesiredObject> seen = new HashMap<>();

    /** An object in any of its versions. */
    private record Identity(String group, String kind, String namespace, String name) {

        static Identity of(ResourceId id) {
            return new Identity(id.group(), id.kind(), id.namespace() == null ? "" : id.namespace(), id.name());
        }
    }

    private Preflight(Objections objections) {
        this.objections = objections;
    }

    /** Looks at the objects of all releases of a run, complete with their namespaces. */
    static void look(List<Placed> targets, Objections objections) {
        Preflight preflight = new Preflight(objections);
        targets.forEach(placed -> preflight.look(placed.object()));
    }

    private void look(DesiredObject object) {
        ResourceId id = object.id();
        if (id.name().isEmpty() || object.tree().at("/metadata/name").asText().isEmpty()) {
            objections.add(
                    object,
                    Finding.of(
                                    ApplyRule.NAMELESS,
                                    id.kind() + " in " + object.entry().file() + " has no name.")
                            .on(id.kind(), "metadata.name")
                            .at(object.origin())
                            .hint(
                                    "Give it a name; the server's generateName would make another object with every run."));
            return;
        }
        Sizes.check(object).ifPresent(finding -> objections.add(object, finding));
        DesiredObject first = seen.putIfAbsent(Identity.of(id), object);
        if (first != null) {
            objections.add(
                    object,
                    Finding.of(ApplyRule.SAME_IDENTITY, id + " is there twice.")
                            .on(id.toString(), null)
                            .at(object.origin())
                            .related(first.origin(), "it is here too")
                            .hint("Remove one of them, or give it another name."));
        }
    }
}
