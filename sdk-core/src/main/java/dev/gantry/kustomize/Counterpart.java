package dev.gantry.kustomize;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.SortedMap;

/**
 * One object as it is in several environments.
 *
 * @param key what it is called in files: without its namespace, where the overlays set that
 * @param file the name of its file, without the ending
 * @param trees by environment; transformers take out of them what they will put back
 */
record Counterpart(ObjectKey key, String file, SortedMap<String, ObjectNode> trees) {

    /** Whether it is there in each of some environments. */
    boolean isIn(Iterable<String> environments) {
        for (String environment : environments) {
            if (!trees.containsKey(environment)) {
                return false;
            }
        }
        return true;
    }

    /** Whether it has lists whose items Kustomize merges by key. */
    boolean hasMergedLists() {
        return MergedLists.areIn(key, trees.values().iterator().next());
    }

    /** What its versions have in common. */
    ObjectNode common() {
        return new Intersection(hasMergedLists()).of(List.copyOf(trees.values()));
    }
}
