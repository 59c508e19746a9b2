package dev.gantry.engine;

import dev.gantry.engine.cluster.ApiFailure;
import dev.gantry.engine.cluster.ApiResource;
import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.cluster.ObjectRef;
import dev.gantry.engine.release.ObjectMeta;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The custom resources that went last: somebody may still be at work for them, and must not make anything any more. A watch tells that one
 * has gone also when it only leaves what the operator selects, so that the cluster is asked before that is believed.
 */
final class Departed {

    private static final int MOST = 10_000;

    private final Cluster cluster;
    private final Set<String> uids = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST;
        }
    }));

    Departed(Cluster cluster) {
        this.cluster = cluster;
    }

    void add(Owner owner) {
        uids.add(owner.uid());
    }

    /**
     * Whether a custom resource is gone.
     *
     * @throws ApiFailure if the cluster does not say
     */
    boolean contains(Owner owner) {
        if (!uids.contains(owner.uid())) {
            return false;
        }
        boolean there = isThere(owner);
        if (there) {
            uids.remove(owner.uid());
        }
        return !there;
    }

    /**
     * Whether the cluster has a custom resource, and nobody deletes it.
     *
     * @throws ApiFailure if the cluster does not say
     */
    boolean isThere(Owner owner) {
        ApiResource resource = cluster.discovery()
                .resource(owner.apiVersion(), owner.kind())
                .orElseThrow(() -> new IllegalStateException("nobody serves " + owner));
        return cluster.get(new ObjectRef(resource, owner.namespace(), owner.name()))
                .map(ObjectMeta::of)
                .filter(live -> live.uid().equals(owner.uid()) && !live.isTerminating())
                .isPresent();
    }
}
