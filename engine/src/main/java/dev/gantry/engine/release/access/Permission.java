package dev.gantry.engine.release.access;

import java.util.Collections;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What has to be allowed for one resource.
 *
 * @param namespace where; {@code null} for a resource that has none
 * @param group its API group; empty for the core group
 * @param resource its plural, such as {@code deployments}
 * @param names for these objects only; empty for all
 * @param verbs such as {@code patch}
 */
public record Permission(
        @Nullable String namespace,
        String group,
        String resource,
        NavigableSet<String> names,
        NavigableSet<String> verbs) {

    /** Copies the sets. */
    public Permission {
        names = Collections.unmodifiableNavigableSet(new TreeSet<>(names));
        verbs = Collections.unmodifiableNavigableSet(new TreeSet<>(verbs));
    }
}
