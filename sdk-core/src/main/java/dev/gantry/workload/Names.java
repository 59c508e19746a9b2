package dev.gantry.workload;

import dev.gantry.extension.Fields;
import dev.gantry.extension.Resource;
import org.jspecify.annotations.Nullable;

/** Fields that hold the name of another resource. */
final class Names {

    private Names() {}

    /** Writes the name of a resource of the same namespace. */
    static void write(Fields object, String field, @Nullable Resource resource) {
        if (resource == null) {
            object.given(field, null);
        } else {
            object.set(field, resource.name());
            object.refer(field, resource);
        }
    }
}
