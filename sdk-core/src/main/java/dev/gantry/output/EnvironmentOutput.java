package dev.gantry.output;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.check.Manifest;
import dev.gantry.finding.Origin;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a program makes for one environment.
 *
 * @param name such as {@code production}
 * @param settings as a tree, with keys in the order of the record's components
 * @param lines where each setting was written, by its path such as {@code database.hosts[0]}
 * @param stacks in the order of the program
 * @param manifests complete, by stack, and in each stack in the order in which they can be applied
 */
public record EnvironmentOutput(
        String name,
        ObjectNode settings,
        SortedMap<String, Origin> lines,
        List<StackOutput> stacks,
        List<Manifest> manifests) {

    /** Copies the lists; the trees are shared, and nobody changes them. */
    public EnvironmentOutput {
        lines = Collections.unmodifiableSortedMap(new TreeMap<>(lines));
        stacks = List.copyOf(stacks);
        manifests = List.copyOf(manifests);
    }

    /** The manifests of one stack. */
    public List<Manifest> manifests(String stack) {
        return manifests.stream().filter(m -> m.stack().equals(stack)).toList();
    }
}
