package dev.gantry.fake.controller;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.json.Json;
import dev.gantry.fake.store.Change;
import dev.gantry.fake.store.ObjectKey;
import java.util.Map;

/** Makes workloads, claims, load balancers and what else has a status ready, at the pace that a test has set. */
final class Readiness {

    private static final Map<String, String> WORKLOADS = Map.of(
            "deployments.apps", "Deployment",
            "statefulsets.apps", "StatefulSet",
            "daemonsets.apps", "DaemonSet",
            "replicasets.apps", "ReplicaSet",
            "jobs.batch", "Job",
            "pods", "Pod");

    private static final String CLAIMS = "persistentvolumeclaims";
    private static final String SERVICES = "services";
    private static final String AUTOSCALERS = "horizontalpodautoscalers.autoscaling";
    private static final String API_SERVICES = "apiservices.apiregistration.k8s.io";

    private final Desk desk;
    private final Rollouts rollouts;
    private final Schedule workloads = new Schedule(Pace.off());
    private final Schedule claims = new Schedule(Pace.off());
    private final Schedule addresses = new Schedule(Pace.off());
    private final Schedule others = new Schedule(Pace.off());

    Readiness(Desk desk) {
        this.desk = desk;
        this.rollouts = new Rollouts(desk);
    }

    Schedule workloads() {
        return workloads;
    }

    Schedule claims() {
        return claims;
    }

    Schedule addresses() {
        return addresses;
    }

    Schedule others() {
        return others;
    }

    private Schedule schedule(String resource) {
        if (WORKLOADS.containsKey(resource)) {
            return workloads;
        }
        return switch (resource) {
            case CLAIMS -> claims;
            case SERVICES -> addresses;
            default -> others;
        };
    }

    void onRead(ObjectKey key, ObjectNode object) {
        Schedule schedule = schedule(key.resource());
        if (schedule.pace(key).kind() == Pace.Kind.AFTER_READS) {
            schedule.read(key, object);
            reconcile(key, object);
        }
    }

    void onChange(Change change) {
        if (change.after() != null) {
            reconcile(change.key(), change.after());
        }
    }

    private void reconcile(ObjectKey key, ObjectNode object) {
        Schedule schedule = schedule(key.resource());
        if (schedule.pace(key).kind() == Pace.Kind.OFF || Desk.isTerminating(object)) {
            return;
        }
        Rollouts.State state = schedule.isDone(key, object) ? Rollouts.State.READY : Rollouts.State.WAITING;
        if (schedule.pace(key).kind() == Pace.Kind.FAILING) {
            state = Rollouts.State.FAILED;
        }
        write(key, object, state);
    }

    private void write(ObjectKey key, ObjectNode object, Rollouts.State state) {
        String workload = WORKLOADS.get(key.resource());
        if (workload != null) {
            desk.change(key, "status", changed -> rollouts.write(workload, changed, state));
            return;
        }
        switch (key.resource()) {
            case CLAIMS -> claim(key, object, state);
            case SERVICES -> {
                if (state == Rollouts.State.READY
                        && Json.text(object, "spec", "type").equals("LoadBalancer")) {
                    desk.change(key, "status", changed -> address(Json.objectAt(changed, "status")));
                }
            }
            case AUTOSCALERS ->
                desk.change(key, "status", changed -> autoscaler(Json.objectAt(changed, "status"), state));
            case API_SERVICES ->
                desk.change(
                        key,
                        "status",
                        changed -> desk.condition(
                                Json.objectAt(changed, "status"),
                                "Available",
                                state == Rollouts.State.READY,
                                state == Rollouts.State.READY ? "Passed" : "MissingEndpoints",
                                ""));
            default -> {}
        }
    }

    private void claim(ObjectKey key, ObjectNode object, Rollouts.State state) {
        if (state == Rollouts.State.FAILED) {
            desk.change(
                    key, "status", changed -> Json.objectAt(changed, "status").put("phase", "Lost"));
        } else if (state == Rollouts.State.READY) {
            String uid = Json.text(object, "metadata", "uid");
            desk.change(key, "", changed -> Json.objectAt(changed, "spec").put("volumeName", "pvc-" + uid));
            desk.change(key, "status", changed -> {
                ObjectNode status = Json.objectAt(changed, "status");
                status.put("phase", "Bound");
                status.set("accessModes", Json.at(changed, "spec", "accessModes"));
                status.set("capacity", Json.at(changed, "spec", "resources", "requests"));
            });
        }
    }

    private static void address(ObjectNode status) {
        ObjectNode balancer = status.putObject("loadBalancer");
        balancer.putArray("ingress").addObject().put("ip", "192.0.2.10").put("ipMode", "VIP");
    }

    private void autoscaler(ObjectNode status, Rollouts.State state) {
        boolean ready = state == Rollouts.State.READY;
        desk.condition(
                status, "AbleToScale", true, "SucceededGetScale", "the controller was able to get the target's scale");
        desk.condition(
                status,
                "ScalingActive",
                ready,
                ready ? "ValidMetricFound" : "FailedGetResourceMetric",
                ready ? "the HPA was able to compute the replica count" : "unable to get metrics for resource cpu");
    }
}
