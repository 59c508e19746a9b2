package dev.gantry.engine.plan.effect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Between how many pods an autoscaler chooses, and by what. */
final class AutoscalerEffects {

    private AutoscalerEffects() {}

    static void describe(Change change) {
        switch (change.kind()) {
            case "autoscaling/HorizontalPodAutoscaler" -> horizontal(change);
            case "autoscaling.k8s.io/VerticalPodAutoscaler" -> vertical(change);
            case "policy/PodDisruptionBudget" -> budget(change);
            default -> {}
        }
    }

    private static void horizontal(Change change) {
        if (change.differs("minReplicas") || change.differs("maxReplicas")) {
            change.say("keeps " + bounds(change.current()) + " pods instead of " + bounds(change.old()));
            long now = change.before().path("status").path("currentReplicas").asLong();
            long least = change.current("minReplicas").asLong(1);
            long most = change.current("maxReplicas").asLong();
            if (now > 0 && now < least) {
                change.say(Sentence.count(least - now, "more pod", "start"));
            } else if (now > most && most > 0) {
                change.say(Sentence.count(now - most, "pod", "stop"));
            }
        }
        if (change.differs("scaleTargetRef")) {
            change.say("scales " + target(change.current("scaleTargetRef")) + " instead of "
                    + target(change.old("scaleTargetRef")));
        }
        Map<String, String> old = metrics(change.old("metrics"));
        Map<String, String> current = metrics(change.current("metrics"));
        current.forEach((name, value) -> {
            String was = old.get(name);
            if (was == null) {
                change.say("scales by " + name + " too, with a target of " + value);
            } else if (!was.equals(value)) {
                change.say("scales to a target of " + value + " for " + name + " instead of " + was);
            }
        });
        Named.say(change, "scales no more by %s", old.keySet(), current.keySet());
    }

    private static String bounds(JsonNode spec) {
        return spec.path("minReplicas").asLong(1) + " to "
                + spec.path("maxReplicas").asLong();
    }

    private static String target(JsonNode reference) {
        return reference.path("kind").asText() + " " + reference.path("name").asText();
    }

    private static Map<String, String> metrics(JsonNode list) {
        Map<String, String> metrics = new LinkedHashMap<>();
        for (JsonNode each : list) {
            String type = each.path("type").asText();
            JsonNode source =
                    each.path(type.isEmpty() ? type : Character.toLowerCase(type.charAt(0)) + type.substring(1));
            String name = Sentence.text(
                    source.path("name"), source.path("metric").path("name").asText());
            JsonNode target = source.path("target");
            metrics.put(
                    name,
                    target.has("averageUtilization")
                            ? target.path("averageUtilization").asText() + " %"
                            : Sentence.text(
                                    target.path("averageValue"),
                                    target.path("value").asText()));
        }
        return metrics;
    }

    private static void vertical(Change change) {
        if (change.differs("updatePolicy", "updateMode")) {
            String mode = Sentence.text(change.current("updatePolicy", "updateMode"), "Recreate");
            change.say(
                    switch (mode) {
                        case "Off" -> "only recommends resources from now on";
                        case "Initial" -> "sets resources of new pods only from now on";
                        default -> "may restart pods to give them other resources (" + mode + ")";
                    });
        }
    }

    private static void budget(Change change) {
        if (change.differs("minAvailable") || change.differs("maxUnavailable")) {
            change.say("lets a node be drained while " + allowance(change.current()) + ", instead of "
                    + allowance(change.old()));
        }
        if (change.differs("selector")) {
            change.say("protects the pods with " + Sentence.labels(change.current("selector"))
                    + " instead of those with " + Sentence.labels(change.old("selector")));
        }
    }

    private static String allowance(JsonNode spec) {
        return spec.hasNonNull("maxUnavailable")
                ? "at most " + spec.path("maxUnavailable").asText() + " of its pods are missing"
                : "at least " + Sentence.text(spec.path("minAvailable"), "1") + " of its pods are there";
    }
}
