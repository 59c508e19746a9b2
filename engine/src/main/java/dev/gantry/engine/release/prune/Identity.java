package dev.gantry.engine.release.prune;

import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.release.StackHome;

/** An object in any of its versions. What states no namespace is in that of its stack, or has none. */
record Identity(String group, String kind, String namespace, String name) {

    static Identity of(ResourceId id, StackHome home) {
        String namespace = id.namespace();
        return new Identity(id.group(), id.kind(), namespace == null ? home.namespace() : namespace, id.name());
    }
}
