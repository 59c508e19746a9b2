package dev.gantry.engine.order;

import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.desired.DesiredObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells wave by wave what has to be ready, and nothing twice. */
final class Awaited {

    private final List<DesiredObject> objects;
    private final List<List<Integer>> needs = new ArrayList<>();
    private final Set<ObjectKey> known = new HashSet<>();
    private final Set<ObjectKey> told = new HashSet<>();

    Awaited(List<DesiredObject> objects, List<Constraint> kept) {
        this.objects = objects;
        for (DesiredObject object : objects) {
            needs.add(new ArrayList<>());
            known.add(ObjectKey.of(object.id()));
        }
        for (Constraint each : kept) {
            if (each.isHard()) {
                needs.get(each.then()).add(each.first());
            }
        }
    }

    /** What has to be ready before the next wave, which has these objects. */
    List<ResourceId> before(List<Integer> wave) {
        List<ResourceId> awaited = new ArrayList<>();
        for (int number : wave) {
            for (int first : needs.get(number)) {
                add(objects.get(first).id(), awaited);
            }
            for (ResourceId dependency : objects.get(number).entry().dependencies()) {
                // Of a stack that is not part of this run; those of this run are among the needs, unless they make a
                // circle.
                if (!known.contains(ObjectKey.of(dependency))) {
                    add(dependency, awaited);
                }
            }
        }
        return awaited;
    }

    private void add(ResourceId id, List<ResourceId> awaited) {
        if (told.add(ObjectKey.of(id))) {
            awaited.add(id);
        }
    }
}
