package dev.gantry.engine.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether live objects are ready: first what holds for all kinds (being deleted, not seen by its controller since the last change,
 * {@code Reconciling}, {@code Stalled}), then the rule of its own kind, then its condition {@code Ready}. What says nothing is ready.
 */
public final class Statuses {

    /** How long a controller may take to see a new object. */
    private static final Duration DISCOVERY = Duration.ofSeconds(15);

    private Statuses() {}

    /**
     * How far an object has come.
     *
     * @param live as the server has it
     * @param now what time it is
     * @param around what else is known
     */
    public static Readiness of(ObjectNode live, Instant now, Surroundings around) {
        return general(live).or(() -> ofKind(live, now, around)).orElseGet(() -> others(live, now, around));
    }

    /**
     * What it means that an object is not there that was applied: a Job that deletes itself when it is done is ready.
     *
     * @param applied as it was applied, or seen last
     */
    public static Readiness ofAbsent(ObjectNode applied) {
        boolean deletesItself =
                isOf(applied, "batch", "Job") && applied.path("spec").has("ttlSecondsAfterFinished");
        return deletesItself ? Readiness.ready() : Readiness.failed("somebody deleted it");
    }

    private static Optional<Readiness> general(ObjectNode live) {
        JsonNode metadata = live.path("metadata");
        if (metadata.hasNonNull("deletionTimestamp")) {
            List<String> finalizers = new ArrayList<>();
            metadata.path("finalizers").forEach(each -> finalizers.add(each.asText()));
            String waits = finalizers.isEmpty() ? "" : ", and waits for " + String.join(", ", finalizers);
            return Optional.of(new Readiness(Readiness.State.TERMINATING, "it is being deleted" + waits));
        }
        JsonNode observed = live.path("status").path("observedGeneration");
        JsonNode generation = metadata.path("generation"); // Not all kinds count them.
        if (observed.isNumber() && generation.isNumber() && observed.asLong() != generation.asLong()) {
            return Optional.of(Readiness.inProgress("its controller has not seen the last change yet"));
        }
        Optional<Condition> reconciling = Condition.of(live, "Reconciling").filter(Condition::isTrue);
        if (reconciling.isPresent()) {
            return Optional.of(Readiness.inProgress(WorkloadReadiness.sentence(
                    "its controller is at work", reconciling.get().detail())));
        }
        return Condition.of(live, "Stalled")
                .filter(Condition::isTrue)
                .map(stalled ->
                        Readiness.failed(WorkloadReadiness.sentence("its controller cannot go on", stalled.detail())));
    }

    private static Optional<Readiness> ofKind(ObjectNode live, Instant now, Surroundings around) {
        String kind = live.path("kind").asText();
        return Optional.ofNullable(
                switch (group(live)) {
                    case "" ->
                        switch (kind) {
                            case "Pod" -> PodReadiness.of(live, now);
                            case "PersistentVolumeClaim" -> ServerReadiness.claim(live, around);
                            case "Service" -> ServerReadiness.service(live);
                            case "Namespace" -> ServerReadiness.namespace(live);
                            default -> null;
                        };
                    case "apps" ->
                        switch (kind) {
                            case "Deployment" -> WorkloadReadiness.deployment(live);
                            case "StatefulSet" -> WorkloadReadiness.statefulSet(live);
                            case "DaemonSet" -> WorkloadReadiness.daemonSet(live);
                            default -> null;
                        };
                    case "batch" -> kind.equals("Job") ? WorkloadReadiness.job(live) : null;
                    case "autoscaling" ->
                        kind.equals("HorizontalPodAutoscaler") ? ServerReadiness.autoscaler(live, now) : null;
                    case "apiextensions.k8s.io" ->
                        kind.equals("CustomResourceDefinition") ? ServerReadiness.definition(live) : null;
                    case "apiregistration.k8s.io" ->
                        kind.equals("APIService") ? ServerReadiness.required(live, "Available") : null;
                    default -> null;
                });
    }

    private static Readiness others(ObjectNode live, Instant now, Surroundings around) {
        Optional<Condition> ready = Condition.of(live, "Ready");
        if (ready.isPresent()) {
            long generation = live.path("metadata").path("generation").asLong();
            long observed = ready.get().observedGeneration();
            if (observed != 0 && observed != generation) {
                return Readiness.inProgress("its controller has not seen the last change yet");
            }
            return ready.get().isTrue()
                    ? Readiness.ready()
                    : Readiness.inProgress(ready.get().words());
        }
        boolean silent = Condition.of(live).isEmpty() && !live.path("status").has("observedGeneration");
        if (silent && around.reportsConditions() && isNew(live, now)) {
            return Readiness.inProgress("its controller has not seen it yet");
        }
        return Readiness.ready();
    }

    /** Of an older one that never had a condition, none is to be expected: its controller is absent, or does not report any. */
    private static boolean isNew(ObjectNode live, Instant now) {
        return Condition.time(live.path("metadata").path("creationTimestamp"))
                .filter(created -> now.isBefore(created.plus(DISCOVERY)))
                .isPresent();
    }

    private static boolean isOf(ObjectNode object, String group, String kind) {
        return object.path("kind").asText().equals(kind) && group(object).equals(group);
    }

    private static String group(ObjectNode object) {
        String apiVersion = object.path("apiVersion").asText();
        return apiVersion.contains("/") ? apiVersion.substring(0, apiVersion.indexOf('/')) : "";
    }
}
