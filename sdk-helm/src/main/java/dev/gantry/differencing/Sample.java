package dev.gantry.differencing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.chart.Release;
import java.util.List;
import java.util.SortedMap;

/**
 * Settings, and what the program makes of them.
 *
 * @param name such as {@code environment production}
 * @param settings as a tree
 * @param releases by the names of stacks
 * @param trees of each stack's resources, by the names of stacks
 */
public record Sample(
        String name,
        ObjectNode settings,
        SortedMap<String, Release> releases,
        SortedMap<String, List<ObjectNode>> trees) {}
