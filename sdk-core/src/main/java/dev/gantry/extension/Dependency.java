package dev.gantry.extension;

import dev.gantry.finding.Origin;
import org.jspecify.annotations.Nullable;

/**
 * A resource that has to be ready before another is applied.
 *
 * @param target the one that is waited for
 * @param origin the line that says so, where lines of fields are traced
 */
public record Dependency(Resource target, @Nullable Origin origin) {

    /** Of a typed view, the object is meant. */
    public Dependency {
        target = target.resource();
    }
}
