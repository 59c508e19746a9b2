package dev.gantry.raw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.extension.ProgramRule;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Carries the difference between two trees over to a third, in place. Objects of the third tree stay the same Java
 * objects where they can, since others may hold on to them.
 */
final class ThreeWayMerge {

    private ThreeWayMerge() {}

    /**
     * Changes a tree the way that one tree changed to another.
     *
     * @param tree what is changed
     * @param before what the tree was thought to be; it may lack fields of it
     * @param after what {@code before} has become
     */
    static void merge(ObjectNode tree, ObjectNode before, ObjectNode after) {
        for (Map.Entry<String, JsonNode> field : before.properties()) {
            if (!after.has(field.getKey())) {
                tree.remove(field.getKey());
            }
        }
        for (Map.Entry<String, JsonNode> field : after.properties()) {
            String name = field.getKey();
            JsonNode was = before.get(name);
            JsonNode is = field.getValue();
            if (!is.equals(was)) {
                JsonNode present = tree.get(name);
                tree.set(name, present == null || was == null ? is : merged(name, present, was, is));
            }
        }
    }

    private static JsonNode merged(String name, JsonNode present, JsonNode before, JsonNode after) {
        if (after.equals(before)) {
            return present;
        }
        if (present instanceof ObjectNode tree && before instanceof ObjectNode was && after instanceof ObjectNode is) {
            merge(tree, was, is);
            return tree;
        }
        if (present instanceof ArrayNode tree
                && before instanceof ArrayNode was
                && after instanceof ArrayNode is
                && tree.size() == was.size()) {
            mergeList(name, tree, was, is);
            return tree;
        }
        return after;
    }

    private static void mergeList(String name, ArrayNode tree, ArrayNode before, ArrayNode after) {
        int[] origin = align(name, before, after);
        refuseGuesses(name, tree, before, origin);
        List<JsonNode> items = new ArrayList<>(after.size());
        for (int i = 0; i < after.size(); i++) {
            int from = origin[i];
            items.add(from < 0 ? after.get(i) : merged(name, tree.get(from), before.get(from), after.get(i)));
        }
        tree.removeAll();
        tree.addAll(items);
    }

    /** Of items that are the same to the model and differ in the tree, it cannot be known which one was taken out. */
    private static void refuseGuesses(String name, ArrayNode tree, ArrayNode before, int... origin) {
        boolean[] kept = new boolean[before.size()];
        for (int from : origin) {
            if (from >= 0) {
                kept[from] = true;
            }
        }
        for (int gone = 0; gone < kept.length; gone++) {
            for (int other = 0; !kept[gone] && other < kept.length; other++) {
                if (kept[other]
                        && before.get(gone).equals(before.get(other))
                        && !tree.get(gone).equals(tree.get(other))) {
                    throw new FindingsException(Finding.of(
                                    ProgramRule.EDIT,
                                    "Two items of " + name
                                            + " differ only in what fabric8's class for the object lacks, so that"
                                            + " it cannot be told which of them the edit took out.")
                            .hint("Edit the tree itself with rawTree(...) instead of raw(...)."));
                }
            }
        }
    }

    /** For each item of the new list, the index of the old item that it comes from; -1 for a new one. */
    private static int[] align(String name, ArrayNode before, ArrayNode after) {
        int[] origin = new int[after.size()];
        Arrays.fill(origin, -1);
        boolean[] taken = new boolean[before.size()];
        alignEqual(before, after, origin, taken);
        for (String[] key : MergeKeys.of(name)) {
            for (int i = 0; i < origin.length; i++) {
                if (origin[i] < 0 && only(after, key, after.get(i)) >= 0) {
                    int from = only(before, key, after.get(i));
                    if (from >= 0 && !taken[from]) {
                        origin[i] = from;
                        taken[from] = true;
                    }
                }
            }
        }
        for (int i = 0; i < Math.min(origin.length, taken.length); i++) {
            if (origin[i] < 0 && !taken[i] && !MergeKeys.areTwo(name, before.get(i), after.get(i))) {
                origin[i] = i;
                taken[i] = true;
            }
        }
        keepOrder(before, origin);
        return origin;
    }

    /** Items that are the same to the model stay in the order that they have: the tree may tell them apart. */
    private static void keepOrder(ArrayNode before, int... origin) {
        for (int i = 0; i < origin.length; i++) {
            for (int j = i + 1; j < origin.length; j++) {
                if (origin[j] >= 0
                        && origin[i] > origin[j]
                        && before.get(origin[i]).equals(before.get(origin[j]))) {
                    int first = origin[j];
                    origin[j] = origin[i];
                    origin[i] = first;
                }
            }
        }
    }

    private static void alignEqual(ArrayNode before, ArrayNode after, int[] origin, boolean[] taken) {
        for (int i = 0; i < Math.min(origin.length, taken.length); i++) {
            if (after.get(i).equals(before.get(i))) {
                origin[i] = i;
                taken[i] = true;
            }
        }
        for (int i = 0; i < origin.length; i++) {
            for (int j = 0; origin[i] < 0 && j < taken.length; j++) {
                if (!taken[j] && after.get(i).equals(before.get(j))) {
                    origin[i] = j;
                    taken[j] = true;
                }
            }
        }
    }

    /** The index of the only item that has the same key as the given one; -1 if there is none, or several. */
    private static int only(ArrayNode list, String[] key, JsonNode item) {
        int found = -1;
        for (int i = 0; i < list.size(); i++) {
            if (MergeKeys.same(key, list.get(i), item)) {
                if (found >= 0) {
                    return -1;
                }
                found = i;
            }
        }
        return found;
    }
}
