package dev.gantry.security;

/**
 * One field in which pods fall short of a Pod Security Standard.
 *
 * @param standard the first one that forbids it
 * @param field its path in the manifest; of the nearest one that is there, if it is missing
 * @param text what is wrong, such as {@code hostNetwork is true}, with the path as it is in the pod's {@code spec}
 * @param written whether the author has written something that is forbidden, and not left out what is asked for
 */
public record Shortfall(PodSecurityStandard standard, String field, String text, boolean written) {}
