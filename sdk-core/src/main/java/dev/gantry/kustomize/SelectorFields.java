package dev.gantry.kustomize;

import java.util.ArrayList;
import java.util.List;

/**
 * Where Kustomize puts labels beside the metadata if an entry of {@code labels} includes selectors.
 *
 * @see <a href="https://github.com/kubernetes-sigs/kustomize/blob/master/api/internal/konfig/builtinpluginconsts/commonlabels.go">
 *     the table of Kustomize</a>
 */
final class SelectorFields {

    private static final String TEMPLATE = "/spec/template/metadata/labels";
    private static final String SELECTOR = "/spec/selector/matchLabels";

    private SelectorFields() {}

    /** The fields that are made if they are not there, as JSON pointers. */
    static List<String> created(ObjectKey key) {
        return switch (key.group() + " " + key.kind()) {
            case " Service" -> List.of("/spec/selector");
            case " ReplicationController" -> List.of("/spec/selector", TEMPLATE);
            case "apps Deployment", "apps ReplicaSet", "apps DaemonSet", "apps StatefulSet" ->
                List.of(SELECTOR, TEMPLATE);
            case "batch Job" -> List.of(TEMPLATE);
            case "batch CronJob" ->
                List.of("/spec/jobTemplate/metadata/labels", "/spec/jobTemplate/spec/template/metadata/labels");
            default -> List.of();
        };
    }

    /** The fields that only get the labels if they are there; their steps may lead through lists. */
    static List<String> present(ObjectKey key) {
        return switch (key.group() + " " + key.kind()) {
            case "apps Deployment" ->
                templates(List.of("spec/template/spec/topologySpreadConstraints/labelSelector/matchLabels"));
            case "apps StatefulSet" ->
                templates(List.of(
                        "spec/template/spec/topologySpreadConstraints/labelSelector/matchLabels",
                        "spec/volumeClaimTemplates/metadata/labels"));
            case "batch Job" -> List.of("spec/selector/matchLabels");
            case "batch CronJob" -> List.of("spec/jobTemplate/spec/selector/matchLabels");
            case "policy PodDisruptionBudget" -> List.of("spec/selector/matchLabels");
            case "networking.k8s.io NetworkPolicy" ->
                List.of(
                        "spec/podSelector/matchLabels",
                        "spec/ingress/from/podSelector/matchLabels",
                        "spec/egress/to/podSelector/matchLabels");
            default -> List.of();
        };
    }

    /** With the selectors of affinities, which both kinds have. */
    private static List<String> templates(List<String> others) {
        List<String> fields = new ArrayList<>(others);
        for (String affinity : List.of("podAffinity", "podAntiAffinity")) {
            String path = "spec/template/spec/affinity/" + affinity;
            fields.add(path
                    + "/preferredDuringSchedulingIgnoredDuringExecution/podAffinityTerm/labelSelector/matchLabels");
            fields.add(path + "/requiredDuringSchedulingIgnoredDuringExecution/labelSelector/matchLabels");
        }
        return fields;
    }
}
