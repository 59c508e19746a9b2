package dev.gantry.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The HorizontalPodAutoscalers of the program, by what they scale. */
final class Autoscalers {

    private final List<Manifest> all;
    private final Map<AutoscalerTarget, List<Manifest>> byTarget = new HashMap<>();

    Autoscalers(Model model) {
        all = model.ofKind("autoscaling", "HorizontalPodAutoscaler");
        for (Manifest autoscaler : all) {
            byTarget.computeIfAbsent(target(autoscaler), x -> new ArrayList<>(1))
                    .add(autoscaler);
        }
    }

    List<Manifest> all() {
        return all;
    }

    /** Those that scale an object, in the order of the program. */
    List<Manifest> of(AutoscalerTarget target) {
        return byTarget.getOrDefault(target, List.of());
    }

    /** What an autoscaler scales. */
    static AutoscalerTarget target(Manifest autoscaler) {
        return AutoscalerTarget.of(autoscaler, autoscaler.tree().path("spec").path("scaleTargetRef"));
    }
}
