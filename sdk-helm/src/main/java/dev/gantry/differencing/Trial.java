package dev.gantry.differencing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.bundle.ResourceId;
import dev.gantry.chart.Release;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One run of the program, with what it was given and what it made. */
final class Trial {

    private final String name;
    private final ObjectNode settings;
    private final SortedMap<String, Release> releases;
    private final List<Made> made;
    private final Map<CallSite, List<ObjectNode>> bySite = new LinkedHashMap<>();
    private final @Nullable Trial base;
    private final @Nullable Ref changed;

    /**
     * A resource of a run.
     *
     * @param id what it is called
     * @param tree complete
     * @param site in the program that made it
     */
    record Made(ResourceId id, ObjectNode tree, CallSite site) {}

    /**
     * A run.
     *
     * @param base the run that it was made from by changing one value; {@code null} if it was not
     * @param changed that value; {@code null} if there is no base
     */
    Trial(
            String name,
            ObjectNode settings,
            SortedMap<String, Release> releases,
            List<Made> made,
            @Nullable Trial base,
            @Nullable Ref changed) {
        this.name = name;
        this.settings = settings;
        this.releases = Collections.unmodifiableSortedMap(new TreeMap<>(releases));
        this.made = List.copyOf(made);
        for (Made one : made) {
            bySite.computeIfAbsent(one.site(), site -> new ArrayList<>(1)).add(one.tree());
        }
        this.base = base;
        this.changed = changed;
    }

    String name() {
        return name;
    }

    ObjectNode settings() {
        return settings;
    }

    SortedMap<String, Release> releases() {
        return releases;
    }

    List<Made> made() {
        return made;
    }

    /** The places of the program that made something. */
    Set<CallSite> sites() {
        return Collections.unmodifiableSet(bySite.keySet());
    }

    /** What a place of the program made, in the order of making. */
    List<ObjectNode> trees(CallSite site) {
        return Collections.unmodifiableList(bySite.getOrDefault(site, List.of()));
    }

    @Nullable
    Trial base() {
        return base;
    }

    @Nullable
    Ref changed() {
        return changed;
    }

    /** What a template of a stack is given to make the same. */
    Given scope(String stack) {
        Release release = releases.get(stack);
        if (release == null) {
            throw new IllegalArgumentException("There is no release of " + stack);
        }
        return Given.of(settings, release);
    }

    @Override
    public String toString() {
        return name;
    }
}
