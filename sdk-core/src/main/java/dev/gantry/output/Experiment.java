package dev.gantry.output;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.chart.Release;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A run of the program that has no environment of its own.
 *
 * @param environment the name that the program is told
 * @param settings as a tree
 * @param releases by the name of the stack; those that are left out are as usual
 */
public record Experiment(String environment, ObjectNode settings, SortedMap<String, Release> releases) {

    /** Copies the map. */
    public Experiment {
        releases = Collections.unmodifiableSortedMap(new TreeMap<>(releases));
    }
}
