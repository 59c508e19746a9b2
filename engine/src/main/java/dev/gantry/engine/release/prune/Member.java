package dev.gantry.engine.release.prune;

import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.cluster.ApiResource;
import dev.gantry.engine.cluster.ObjectRef;
import dev.gantry.engine.release.ObjectMeta;

/**
 * A live object that is labelled as a member of the stack's set.
 *
 * @param resource its kind
 * @param meta its metadata, without managed fields
 * @param applied whether its managed fields say that Gantry applied it; otherwise they were lost
 */
public record Member(ApiResource resource, ObjectMeta meta, boolean applied) {

    /** What it is. */
    public ResourceId id() {
        return new ResourceId(resource.apiVersion(), resource.kind(), meta.namespace(), meta.name());
    }

    /** Where it is. */
    public ObjectRef ref() {
        return new ObjectRef(resource, meta.namespace(), meta.name());
    }

    /** Which of the objects of that name it is. */
    public String uid() {
        return meta.uid();
    }
}
