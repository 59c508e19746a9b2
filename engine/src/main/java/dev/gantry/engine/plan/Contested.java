package dev.gantry.engine.plan;

/**
 * A field that another manager owns and has set to another value.
 *
 * @param field its path, such as {@code .spec.replicas}
 * @param manager who owns it, such as {@code kubectl-edit}
 */
public record Contested(String field, String manager) {}
