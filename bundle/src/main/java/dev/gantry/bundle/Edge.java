package dev.gantry.bundle;

/**
 * A reference from one resource to another.
 *
 * @param field the path of the referring field, such as {@code spec.scaleTargetRef}
 * @param target the resource that it names
 * @param external whether the target lives outside the program
 */
public record Edge(String field, ResourceId target, boolean external) {}
