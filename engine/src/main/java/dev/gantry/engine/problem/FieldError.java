package dev.gantry.engine.problem;

/**
 * What is wrong with one field, as a server says it.
 *
 * @param rule what kind of mistake
 * @param field the path as the server writes it; empty if it names none
 * @param message without the path
 */
record FieldError(ClusterRule rule, String field, String message) {}
