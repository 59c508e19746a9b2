package dev.gantry.differencing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Which changes of a single value were seen to move a place of the output. */
final class Relevance {

    private Relevance() {}

    /** The values that move the place. */
    static Set<Ref> moving(List<Observation> observations) {
        IdentityHashMap<Trial, List<JsonNode>> values = new IdentityHashMap<>();
        for (Observation observation : observations) {
            values.computeIfAbsent(observation.trial(), trial -> new ArrayList<>(1))
                    .add(observation.value());
        }
        Set<Ref> moving = new LinkedHashSet<>();
        values.forEach((trial, made) -> {
            Ref changed = trial.changed();
            if (changed != null
                    && trial.base() != null
                    && values.containsKey(trial.base())
                    && !Objects.equals(values.get(trial.base()), made)) {
                moving.add(changed);
            }
        });
        return moving;
    }

    /** Without the runs in which nothing was changed but what does not move the place: they are as the run before the change. */
    static List<Observation> relevant(List<Observation> observations) {
        Set<Ref> moving = moving(observations);
        List<Observation> relevant = new ArrayList<>();
        for (Observation observation : observations) {
            Ref changed = observation.trial().changed();
            if (changed == null || moving.contains(changed)) {
                relevant.add(observation);
            }
        }
        return relevant.isEmpty() ? observations : relevant;
    }
}
