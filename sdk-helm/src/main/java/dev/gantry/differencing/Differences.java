package dev.gantry.differencing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is different between two runs. */
final class Differences {

    private Differences() {}

    /** The places of the program that made something else. */
    static Set<CallSite> sites(Trial one, Trial other) {
        Set<CallSite> sites = new LinkedHashSet<>(one.sites());
        sites.addAll(other.sites());
        sites.removeIf(site -> one.trees(site).equals(other.trees(site)));
        return sites;
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
}
