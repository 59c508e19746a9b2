package dev.gantry.differencing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lists of several runs laid side by side, so that elements that are alike stand in one slot. The order of no list is changed.
 */
final class Alignment {

    private static final int SAME = 100;
    /** Of elements that have one name. */
    private static final int ALIKE = SAME - 1;

    private static final int LEAST = 10;

    private final int runs;
    private final List<List<@Nullable JsonNode>> slots = new ArrayList<>();

    private Alignment(int runs) {
        this.runs = runs;
    }

    /** The slots: of each, what every list has there, or {@code null}. */
    static List<List<@Nullable JsonNode>> of(List<List<JsonNode>> lists) {
        Alignment alignment = new Alignment(lists.size());
        // The longest first: what is missing in a list is seen more surely than what it has in addition.
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < lists.size(); i++) {
            order.add(i);
        }
        order.sort((one, other) ->
                Integer.compare(lists.get(other).size(), lists.get(one).size()));
        List<Integer> different = new ArrayList<>();
        for (int run : order) {
            int equal = equal(lists, different, run);
            if (equal < 0) {
                different.add(run);
                alignment.add(run, lists.get(run));
            } else {
                alignment.slots.forEach(slot -> slot.set(run, slot.get(equal)));
            }
        }
        return alignment.slots;
    }

    /** The one of some runs that has the very elements of another; -1 if there is none. */
    private static int equal(List<List<JsonNode>> lists, List<Integer> runs, int other) {
        for (int run : runs) {
            if (haveSameElements(lists.get(run), lists.get(other))) {
                return run;
            }
        }
        return -1;
    }

    @SuppressWarnings(
            "ReferenceEquality") // equal trees are kept once; whether others are equal would take long to tell
    private static boolean haveSameElements(List<JsonNode> one, List<JsonNode> other) {
        boolean same = one.size() == other.size();
        for (int i = 0; same && i < one.size(); i++) {
            same = one.get(i) == other.get(i);
        }
        return same;
    }

    private void add(int run, List<JsonNode> list) {
        if (isAsSlotsAre(list)) {
            for (int i = 0; i < list.size(); i++) {
                slots.get(i).set(run, list.get(i));
            }
            return;
        }
        int[][] best = new int[slots.size() + 1][list.size() + 1];
        for (int s = slots.size() - 1; s >= 0; s--) {
            for (int e = list.size() - 1; e >= 0; e--) {
                int match = likeness(slots.get(s), list.get(e));
                best[s][e] = Math.max(best[s + 1][e], best[s][e + 1]);
                if (match >= LEAST) {
                    best[s][e] = Math.max(best[s][e], match + best[s + 1][e + 1]);
                }
            }
        }
        int s = 0;
        int e = 0;
        while (e < list.size()) {
            if (s < slots.size()) {
                int match = likeness(slots.get(s), list.get(e));
                if (match >= LEAST && best[s][e] == match + best[s + 1][e + 1]) {
                    slots.get(s).set(run, list.get(e));
                    s++;
                    e++;
                    continue;
                }
                if (best[s][e] == best[s + 1][e]) {
                    s++;
                    continue;
                }
            }
            List<@Nullable JsonNode> slot = new ArrayList<>(Collections.nCopies(runs, null));
            slot.set(run, list.get(e));
            slots.add(s, slot);
            s++;
            e++;
            best = grown(best, s);
        }
    }

    /** Whether each element has the name or the content of the slot at its place. */
    private boolean isAsSlotsAre(List<JsonNode> list) {
        boolean same = list.size() == slots.size();
        for (int i = 0; same && i < list.size(); i++) {
            same = likeness(slots.get(i), list.get(i)) >= ALIKE;
        }
        return same;
    }

    /** The same table with a row for a slot that was put in. */
    private static int[][] grown(int[][] best, int slot) {
        int[][] more = new int[best.length + 1][];
        for (int i = 0; i < more.length; i++) {
            more[i] = best[i < slot ? i : i - 1];
        }
        return more;
    }

    private static int likeness(List<@Nullable JsonNode> slot, JsonNode element) {
        int most = 0;
        int looked = 0;
        for (JsonNode other : slot) {
            if (other != null) {
                most = Math.max(most, likeness(other, element));
                if (most == SAME || ++looked == 4) {
                    return most;
                }
            }
        }
        return most;
    }

    /** How much two elements have in common, of {@value #SAME}. */
    private static int likeness(JsonNode one, JsonNode other) {
        if (one.equals(other)) {
            return SAME;
        }
        if (!one.isObject() || !other.isObject()) {
            return one.getNodeType() == other.getNodeType() && !one.isTextual() ? LEAST : 0;
        }
        JsonNode name = name(one);
        if (name.isTextual() && name.equals(name(other))) {
            return ALIKE;
        }
        int shared = 0;
        int equal = 0;
        for (Map.Entry<String, JsonNode> field : one.properties()) {
            JsonNode counterpart = other.get(field.getKey());
            if (counterpart != null) {
                shared++;
                equal += counterpart.equals(field.getValue()) ? 1 : 0;
            }
        }
        int all = one.size() + other.size() - shared;
        return all == 0 ? 0 : (20 * shared + 60 * equal) / all;
    }

    /** What an element of a list, or a manifest, is called. */
    private static JsonNode name(JsonNode element) {
        JsonNode name = element.path("name");
        return name.isMissingNode() ? element.path("metadata").path("name") : name;
    }
}
