package dev.gantry.differencing;

/**
 * A place in the program that makes resources of one kind for one stack: what tells resources of different runs from each other,
 * since names may depend on settings.
 *
 * @param stack the name of the stack
 * @param calls the calls of the author's code that lead there
 * @param apiVersion of the resources
 * @param kind of the resources
 */
public record CallSite(String stack, String calls, String apiVersion, String kind) {}
