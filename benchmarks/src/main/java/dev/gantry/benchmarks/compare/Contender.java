package dev.gantry.benchmarks.compare;

import java.util.List;
import java.util.function.IntFunction;

/**
 * One way to make manifests.
 *
 * @param name what the tables call it
 * @param arguments for {@code java}, by the number of resources
 */
record Contender(String name, IntFunction<List<String>> arguments) {

    static final String EMPTY = "empty JVM";
    static final String GANTRY = "Gantry";
    static final String FABRIC8 = "fabric8";
    static final String HELM = "Helm";
}
