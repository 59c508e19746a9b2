package dev.gantry.engine.release.prune;

import dev.gantry.bundle.IndexEntry;
import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.order.RemovalOrder;
import dev.gantry.engine.plan.Step;
import dev.gantry.engine.release.StackHome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is deleted at once, and what only after that is gone. */
public final class RemovalWaves {

    private RemovalWaves() {}

    /**
     * The deletions among these steps, in their order.
     *
     * @param previous what the last revision says of its objects: their ranks and dependencies; empty if it cannot be read
     */
    public static List<List<Step.Prune>> of(StackHome home, Collection<Step> steps, Collection<IndexEntry> previous) {
        Map<Identity, IndexEntry> known = new HashMap<>();
        previous.forEach(entry -> known.put(Identity.of(entry.id(), home), entry));
        Map<ResourceId, Step.Prune> prunes = new HashMap<>();
        List<RemovalOrder.Doomed> doomed = new ArrayList<>();
        for (Step step : steps) {
            if (step instanceof Step.Prune prune) {
                prunes.put(step.id(), prune);
                IndexEntry entry = known.get(Identity.of(step.id(), home));
                doomed.add(
                        entry == null
                                ? RemovalOrder.Doomed.of(step.id())
                                : new RemovalOrder.Doomed(step.id(), entry.rank(), entry.dependencies()));
            }
        }
        List<List<Step.Prune>> waves = new ArrayList<>();
        for (List<ResourceId> wave : RemovalOrder.of(doomed)) {
            List<Step.Prune> all = new ArrayList<>();
            for (ResourceId id : wave) {
                Step.Prune prune = prunes.get(id);
                if (prune != null) {
                    all.add(prune);
                }
            }
            waves.add(all);
        }
        return waves;
    }
}
