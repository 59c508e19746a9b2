package dev.gantry.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.engine.cluster.ApiFailure;
import dev.gantry.engine.cluster.ApiResource;
import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.cluster.ObjectRef;
import dev.gantry.engine.desired.DesiredObject;
import dev.gantry.engine.problem.ClusterRule;
import dev.gantry.finding.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which namespaces objects are to live in, and whether these are there. */
final class Namespaces {

    private static final ApiResource RESOURCE = new ApiResource("v1", "Namespace", "namespaces", false, Set.of());

    private final Set<String> pending = new HashSet<>();
    private final Objections objections;

    /**
     * Asks the server for the namespaces of these objects.
     *
     * @param targets of all stacks of the run, since one may make the namespace of another
     */
    Namespaces(Cluster cluster, Collection<Placed> targets, Objections objections) {
        this.objections = objections;
        Set<String> made = new HashSet<>();
        Map<String, List<DesiredObject>> used = new TreeMap<>();
        for (Placed placed : targets) {
            String namespace = placed.ref().namespace();
            if (placed.ref().resource().kind().equals("Namespace")) {
                made.add(placed.ref().name());
            } else if (namespace != null) {
                used.computeIfAbsent(namespace, name -> new ArrayList<>()).add(placed.object());
            }
        }
        used.forEach((name, objects) -> look(cluster, name, objects, made.contains(name)));
    }

    private void look(Cluster cluster, String name, List<DesiredObject> objects, boolean made) {
        Optional<ObjectNode> live;
        try {
            live = cluster.get(new ObjectRef(RESOURCE, null, name));
        } catch (ApiFailure e) {
            if (e.status() != 403) {
                throw e;
            }
            return; // Who may not read namespaces is told by the first write, if there is none.
        }
        if (live.isEmpty()) {
            pending.add(name);
            if (!made) {
                objections.add(
                        objects,
                        finding(
                                        ClusterRule.NAMESPACE_MISSING,
                                        name,
                                        objects,
                                        "does not exist, and the program does not make it.")
                                .hint("Add a Namespace to the program, or make it first: kubectl create namespace "
                                        + name));
            }
        } else if (live.get().path("metadata").has("deletionTimestamp")) {
            objections.add(
                    objects,
                    finding(
                                    ClusterRule.NAMESPACE_TERMINATING,
                                    name,
                                    objects,
                                    "is being deleted: nothing can be made in it.")
                            .hint("Wait until it is gone, and apply again. kubectl describe namespace " + name
                                    + " says what it waits for."));
        }
    }

    /** At the line of the first object; the others have the same problem. */
    private static Finding finding(ClusterRule rule, String name, List<DesiredObject> objects, String what) {
        DesiredObject first = objects.get(0);
        String others = objects.size() == 1 ? "" : " So it is with " + (objects.size() - 1) + " more.";
        return Finding.of(rule, "The namespace " + name + " of " + first + " " + what + others)
                .in(null, first.entry().stack())
                .on(first.id().toString(), "metadata.namespace")
                .at(first.origin());
    }

    /** Whether this run makes the namespace first. */
    boolean isPending(@Nullable String name) {
        return name != null && pending.contains(name);
    }
}
