package dev.gantry.engine.order;

import dev.gantry.bundle.ResourceId;
import org.jspecify.annotations.Nullable;

/** What makes two identities one object: versions of a group show the same objects. */
record ObjectKey(String group, String kind, @Nullable String namespace, String name) {

    static ObjectKey of(ResourceId id) {
        return new ObjectKey(id.group(), id.kind(), id.namespace(), id.name());
    }
}
