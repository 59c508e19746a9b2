package dev.gantry.argocd;

import dev.gantry.Stack;
import dev.gantry.extension.Dependency;
import dev.gantry.extension.Draft;
import dev.gantry.extension.KindTable;
import dev.gantry.extension.Reference;
import dev.gantry.extension.Resource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The order in which the resources of a stack can be applied, as waves. A kind's wave is fixed, so that one resource
 * more does not number the others anew.
 */
final class SyncWaves {

    static final String GROUP = "argoproj.io";

    static final String ANNOTATION = "argocd.argoproj.io/sync-wave";

    /** From persistent volumes to CronJobs: what waits for each other until all of it is there. */
    private static final int FIRST_OF_WORKLOADS = 30;

    private static final int LAST_OF_WORKLOADS = 50;

    private final Stack stack;
    private final Map<Resource, Integer> waves = new HashMap<>();
    private final Set<Resource> all = new HashSet<>();

    private SyncWaves(Stack stack) {
        this.stack = stack;
    }

    static SyncWaves of(Stack stack) {
        return new SyncWaves(stack);
    }

    /** Asks the stack to annotate its resources. */
    void annotate() {
        stack.annotate(ANNOTATION, resource -> {
            if (all.isEmpty()) {
                all.addAll(stack.resources());
            }
            return Integer.toString(wave(resource));
        });
    }

    /**
     * The wave of a resource: after what it depends on, and after what it names of the stack, unless that is of a kind that
     * comes later by itself.
     */
    private int wave(Resource resource) {
        Integer known = waves.get(resource);
        if (known != null) {
            return known;
        }
        int wave = ofKind(resource);
        // a circle ends where it began
        waves.put(resource, wave);
        for (Dependency dependency : Draft.of(resource).dependencies()) {
            if (all.contains(dependency.target())) {
                wave = Math.max(wave, wave(dependency.target()) + 1);
            }
        }
        if (ofKind(resource) > LAST_OF_WORKLOADS) {
            for (Reference reference : Draft.of(resource).references()) {
                Resource target = reference.target();
                if (!target.equals(resource) && all.contains(target) && ofKind(target) <= ofKind(resource)) {
                    wave = Math.max(wave, wave(target) + 1);
                }
            }
        }
        waves.put(resource, wave);
        return wave;
    }

    private static int ofKind(Resource resource) {
        int rank = KindTable.rank(resource.kind().apiVersion(), resource.kind().name());
        return rank >= FIRST_OF_WORKLOADS && rank <= LAST_OF_WORKLOADS ? FIRST_OF_WORKLOADS : rank;
    }
}
