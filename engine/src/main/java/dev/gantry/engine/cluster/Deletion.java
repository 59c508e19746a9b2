package dev.gantry.engine.cluster;

import org.jspecify.annotations.Nullable;

/**
 * The deletion of an object and, in the background, of what belongs to it.
 *
 * @param ref which
 * @param uid it must have this one; another object of the same name is not touched
 * @param resourceVersion it must be at this one, too; {@code null} for any
 * @param dryRun whether the server only says whether it would
 */
public record Deletion(ObjectRef ref, String uid, @Nullable String resourceVersion, boolean dryRun) {}
