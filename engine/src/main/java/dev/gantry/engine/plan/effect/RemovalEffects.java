package dev.gantry.engine.plan.effect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.bundle.ResourceId;
import java.util.List;
import java.util.Optional;

/** What it means that an object is deleted. */
final class RemovalEffects {

    private RemovalEffects() {}

    static List<String> of(ObjectNode live, List<Consumers.Use> uses) {
        Change change = new Change(live, live);
        JsonNode spec = live.path("spec");
        switch (change.kind()) {
            case "apps/Deployment", "apps/ReplicaSet", "apps/StatefulSet", "apps/DaemonSet", "Pod", "batch/Job" ->
                pods(change);
            case "batch/CronJob" ->
                change.say("runs no more (it did at \"" + spec.path("schedule").asText() + "\")");
            case "Service" -> service(change);
            case "networking.k8s.io/Ingress" ->
                change.say("nothing answers any more for " + Sentence.list(IngressEffects.hosts(spec)));
            case "PersistentVolumeClaim" ->
                change.say("its data is lost, unless the volume is kept by its reclaim policy");
            case "Namespace" -> change.say("everything in it is deleted, what others made there too");
            case "apiextensions.k8s.io/CustomResourceDefinition" ->
                change.say("every " + spec.path("names").path("kind").asText("object of its kind")
                        + " of the cluster is deleted with it");
            case "ConfigMap", "Secret" -> configuration(change, uses);
            case "autoscaling/HorizontalPodAutoscaler" ->
                change.say("nothing scales "
                        + spec.path("scaleTargetRef").path("kind").asText() + " "
                        + spec.path("scaleTargetRef").path("name").asText()
                        + " any more; its pods stay as many as they are");
            case "policy/PodDisruptionBudget" ->
                change.say("all pods with " + Sentence.labels(spec.path("selector"))
                        + " may be evicted at once when nodes are drained");
            case "networking.k8s.io/NetworkPolicy" ->
                change.say("what it forbade is allowed, unless another policy selects the same pods");
            case "rbac.authorization.k8s.io/RoleBinding", "rbac.authorization.k8s.io/ClusterRoleBinding" ->
                change.say(
                        "takes " + AccessEffects.role(live) + " from " + Sentence.list(AccessEffects.subjects(live)));
            case "ServiceAccount" -> change.say("pods that run as it cannot start any more, and its tokens are void");
            case "monitoring.coreos.com/PrometheusRule" -> alerts(change);
            case "monitoring.coreos.com/ServiceMonitor", "monitoring.coreos.com/PodMonitor" ->
                change.say("Prometheus scrapes no more what it selected");
            case "networking.istio.io/VirtualService" ->
                change.say("traffic to " + Sentence.list(TrafficEffects.texts(spec.path("hosts")))
                        + " is no longer routed by it");
            case "networking.istio.io/DestinationRule" -> {
                var subsets = Named.of(spec.path("subsets")).keySet();
                if (!subsets.isEmpty()) {
                    change.say("routes to the subset" + (subsets.size() == 1 ? " " : "s ") + Sentence.list(subsets)
                            + " fail");
                }
            }
            case "argoproj.io/Application" -> application(change);
            default -> {}
        }
        return change.effects();
    }

    private static void pods(Change change) {
        JsonNode status = change.before().path("status");
        Optional<Long> pods = switch (change.kind()) {
            case "apps/DaemonSet" -> number(status.path("desiredNumberScheduled"));
            case "Pod" -> Optional.of(1L);
            case "batch/Job" -> Optional.of(status.path("active").asLong());
            default -> number(status.path("replicas")).or(() -> Optional.of(PodEffects.replicas(change.before())));
        };
        if (pods.isEmpty()) {
            change.say("its pods stop on all nodes");
        } else if (pods.get() > 0) {
            change.say(Sentence.count(pods.get(), "pod", "stop"));
        }
        if (change.kind().equals("apps/StatefulSet")
                && !change.current("volumeClaimTemplates").isEmpty()) {
            boolean deleted = change.current("persistentVolumeClaimRetentionPolicy", "whenDeleted")
                    .asText()
                    .equals("Delete");
            change.say(deleted ? "the volumes of its pods are deleted with it" : "the volumes of its pods stay");
        }
    }

    private static Optional<Long> number(JsonNode node) {
        return node.isNumber() ? Optional.of(node.asLong()) : Optional.empty();
    }

    private static void service(Change change) {
        ResourceId id = Change.id(change.before());
        change.say("nothing answers any more as " + id.name() + (id.namespace() == null ? "" : "." + id.namespace()));
        if (change.current("type").asText().equals("LoadBalancer")) {
            change.say("its external address is given up, and may not come back");
        }
    }

    private static void configuration(Change change, List<Consumers.Use> uses) {
        if (!uses.isEmpty()) {
            List<String> users =
                    uses.stream().map(use -> use.consumer().toString()).toList();
            change.say("new pods of " + Sentence.list(users) + " cannot start without it");
        }
    }

    private static void alerts(Change change) {
        List<String> alerts = AlertEffects.names(change.current(), "alert");
        if (!alerts.isEmpty()) {
            change.say((alerts.size() == 1 ? "alert " : "alerts ")
                    + Sentence.list(alerts)
                    + (alerts.size() == 1 ? " is removed" : " are removed"));
        }
        List<String> records = AlertEffects.names(change.current(), "record");
        if (!records.isEmpty()) {
            change.say(Sentence.list(records) + (records.size() == 1 ? " is" : " are") + " no longer recorded");
        }
    }

    private static void application(Change change) {
        boolean cascades = TrafficEffects.texts(change.before().path("metadata").path("finalizers")).stream()
                .anyMatch(finalizer -> finalizer.startsWith(DeliveryEffects.FINALIZER));
        change.say(
                cascades
                        ? "Argo CD deletes everything that it deployed for it"
                        : "what Argo CD deployed for it stays, and is no longer kept in sync");
    }
}
