package dev.gantry.differencing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is different between two runs. */
final class Differences {

    private Differences() {}

    /** The places of the program that made something else. */
    static Set<CallSite> sites(Trial one, Trial other) {
        Map<CallSite, List<ObjectNode>> first = bySite(one);
        Map<CallSite, List<ObjectNode>> second = bySite(other);
        Set<CallSite> sites = new LinkedHashSet<>(first.keySet());
        sites.addAll(second.keySet());
        sites.removeIf(site -> first.getOrDefault(site, List.of()).equals(second.getOrDefault(site, List.of())));
        return sites;
    }

    /** What each place of the program made, in the order of making. */
    static Map<CallSite, List<ObjectNode>> bySite(Trial trial) {
        Map<CallSite, List<ObjectNode>> bySite = new LinkedHashMap<>();
        for (Trial.Made made : trial.made()) {
            bySite.computeIfAbsent(made.site(), site -> new ArrayList<>()).add(made.tree());
        }
        return bySite;
    }

    /** Settings that move the same places, directly or through others; each group in the order in which they were given. */
    static List<List<Knob>> groups(List<Knob> knobs, Map<Ref, Set<CallSite>> reach) {
        List<List<Knob>> groups = new ArrayList<>();
        Set<Knob> seen = new HashSet<>();
        for (Knob start : knobs) {
            if (seen.add(start)) {
                List<Knob> group = new ArrayList<>(List.of(start));
                Set<CallSite> sites = new HashSet<>(reach.getOrDefault(start.ref(), Set.of()));
                for (boolean grown = true; grown; ) {
                    grown = false;
                    for (Knob knob : knobs) {
                        Set<CallSite> own = reach.getOrDefault(knob.ref(), Set.of());
                        if (!seen.contains(knob) && !Collections.disjoint(sites, own)) {
                            seen.add(knob);
                            group.add(knob);
                            sites.addAll(own);
                            grown = true;
                        }
                    }
                }
                groups.add(group);
            }
        }
        return groups;
    }

    /** The value at the path of a field; a missing node if there is none. */
    static JsonNode at(JsonNode tree, List<Object> steps) {
        JsonNode node = tree;
        for (Object step : steps) {
            node = step instanceof Integer index ? node.path(index) : node.path(step.toString());
        }
        return node;
    }
}
