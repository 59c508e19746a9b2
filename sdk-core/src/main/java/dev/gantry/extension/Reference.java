package dev.gantry.extension;

import dev.gantry.finding.Origin;
import org.jspecify.annotations.Nullable;

/**
 * One resource's mention of another.
 *
 * @param field the path of the field that names it
 * @param target the resource that is named
 * @param local whether the field can only name a resource of its own namespace
 * @param origin the line of the mention, where lines of fields are traced
 */
public record Reference(
        String field,
        Resource target,
        boolean local,
        @Nullable Origin origin) {

    /** Of a typed view, the object is meant. */
    public Reference {
        target = target.resource();
    }
}
