package dev.gantry;

import dev.gantry.check.Manifest;
import dev.gantry.extension.Adjustment;
import dev.gantry.extension.Draft;
import dev.gantry.finding.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the author has decided about findings, for those that are made when the run is over.
 *
 * @param app for the whole app
 * @param stacks by the name of the stack
 * @param resources by the resource as findings name it
 */
record Decisions(List<Adjustment> app, Map<String, List<Adjustment>> stacks, Map<String, List<Adjustment>> resources) {

    static final Decisions NONE = new Decisions(List.of(), new HashMap<>(), new HashMap<>());

    static Decisions of(App app, List<Manifest> manifests) {
        Decisions decisions = new Decisions(app.adjustments(), new HashMap<>(), new HashMap<>());
        app.stacks().forEach(stack -> decisions.stacks.put(stack.name(), stack.adjustments()));
        for (Manifest manifest : manifests) {
            List<Adjustment> own = Draft.of(manifest.resource()).adjustments();
            if (!own.isEmpty()) {
                decisions.resources.put(manifest.id().toString(), own);
            }
        }
        return decisions;
    }

    /** A finding of an adjustable rule, as the author has decided. */
    Finding weighed(Finding finding) {
        return FindingLog.decided(finding, of(resources, finding.resource()), of(stacks, finding.stack()), app);
    }

    private static List<Adjustment> of(Map<String, List<Adjustment>> decisions, @Nullable String name) {
        return name == null ? List.of() : decisions.getOrDefault(name, List.of());
    }
}
