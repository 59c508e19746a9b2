package dev.gantry.engine;

import dev.gantry.bundle.ResourceId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Predicts for many objects at once. */
final class Forecast {

    private final LiveObjects live;

    Forecast(LiveObjects live) {
        this.live = live;
    }

    /**
     * What would come of applying these objects, by identity and in their order. Configuration is looked at last: whether a change of
     * it takes effect depends on what restarts.
     */
    Map<ResourceId, Prediction.Result> of(List<Placed> targets, Prediction prediction) {
        Map<Boolean, List<Placed>> parts =
                targets.stream().collect(Collectors.partitioningBy(Forecast::isConfiguration));
        Map<ResourceId, Prediction.Result> results = new LinkedHashMap<>();
        results.putAll(live.each(parts.getOrDefault(false, List.of()), prediction::of));
        results.putAll(live.each(parts.getOrDefault(true, List.of()), prediction::of));
        return Collections.unmodifiableMap(results);
    }

    private static boolean isConfiguration(Placed placed) {
        String kind = placed.ref().resource().groupKind();
        return kind.equals("ConfigMap") || kind.equals("Secret");
    }
}
