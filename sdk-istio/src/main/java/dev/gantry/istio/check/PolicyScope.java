package dev.gantry.istio.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Manifest;
import dev.gantry.check.Model;
import dev.gantry.check.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** For which pods a policy of the mesh holds: for a workload, a namespace, or the mesh. */
final class PolicyScope {

    /** The namespace whose policies hold for the mesh, unless Istio is set up otherwise. */
    static final String ROOT = "istio-system";

    private final Manifest policy;
    private final JsonNode labels;

    PolicyScope(Manifest policy) {
        this.policy = policy;
        JsonNode spec = policy.tree().path("spec");
        this.labels = policy.id().kind().equals("Sidecar")
                ? spec.path("workloadSelector").path("labels")
                : spec.path("selector").path("matchLabels");
    }

    /** Where the labels stand that it selects by. */
    String field() {
        return policy.id().kind().equals("Sidecar") ? "spec.workloadSelector.labels" : "spec.selector.matchLabels";
    }

    JsonNode labels() {
        return labels;
    }

    /** Whether it holds for single workloads. */
    boolean hasSelector() {
        return !labels.isEmpty();
    }

    /** Whether it is for a gateway or a waypoint of the Gateway API, which is not looked at. */
    boolean hasTarget() {
        JsonNode spec = policy.tree().path("spec");
        return spec.has("targetRef") || !spec.path("targetRefs").isEmpty();
    }

    boolean isOfRoot() {
        return ROOT.equals(policy.id().namespace());
    }

    /** How near it is to a workload: the larger, the more it counts. */
    int nearness() {
        return hasSelector() ? 2 : isOfRoot() ? 0 : 1;
    }

    boolean holdsFor(Workload workload) {
        boolean near =
                Objects.equals(policy.id().namespace(), workload.manifest().id().namespace());
        return (near || isOfRoot()) && !hasTarget() && workload.matches(labels);
    }

    /** The workloads of the program for which it holds. */
    List<Workload> workloads(Model model) {
        List<Workload> workloads = new ArrayList<>();
        for (Workload workload : model.workloads().all()) {
            if (holdsFor(workload)) {
                workloads.add(workload);
            }
        }
        return workloads;
    }
}
