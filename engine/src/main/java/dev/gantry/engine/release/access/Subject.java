package dev.gantry.engine.release.access;

import org.jspecify.annotations.Nullable;

/**
 * Who is allowed something.
 *
 * @param kind {@code ServiceAccount}, {@code User} or {@code Group}
 * @param namespace of a ServiceAccount; {@code null} for the others
 * @param name its name
 */
public record Subject(String kind, @Nullable String namespace, String name) {}
