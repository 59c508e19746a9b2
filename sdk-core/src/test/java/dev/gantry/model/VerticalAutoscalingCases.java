package dev.gantry.model;

import dev.gantry.Quantity;
import dev.gantry.autoscaling.ContainerControlledValues;
import dev.gantry.autoscaling.ContainerScalingMode;
import dev.gantry.autoscaling.EvictionChangeRequirement;
import dev.gantry.autoscaling.UpdateMode;
import dev.gantry.autoscaling.VerticalPodAutoscaler;
import dev.gantry.workload.Deployment;
import io.fabric8.autoscaling.api.model.v1.VerticalPodAutoscalerBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v1.CrossVersionObjectReferenceBuilder;
import java.util.List;

final class VerticalAutoscalingCases {

    private VerticalAutoscalingCases() {}

    static List<Case> cases() {
        return List.of(new Case(
                "a VerticalPodAutoscaler",
                VerticalPodAutoscaler.of(
                        "web",
                        Deployment.existing("web"),
                        v -> v.updateMode(UpdateMode.IN_PLACE_OR_RECREATE)
                                .minReplicas(3)
                                .evictionRequirement(
                                        EvictionChangeRequirement.TARGET_HIGHER_THAN_REQUESTS, "cpu", "memory")
                                .container(
                                        "main",
                                        c -> c.mode(ContainerScalingMode.AUTO)
                                                .minAllowed("100m", "128Mi")
                                                .maxAllowed("1000m", "2Gi")
                                                .controlledResources("cpu", "memory")
                                                .controlledValues(ContainerControlledValues.REQUESTS_ONLY))
                                .allContainers(c ->
                                        c.minAllowed("cpu", Quantity.milli(50)).maxAllowed("memory", Quantity.gibi(1)))
                                .recommender("seasonal")),
                new VerticalPodAutoscalerBuilder()
                        .withMetadata(Cases.named("web").build())
                        .withNewSpec()
                        .withTargetRef(new CrossVersionObjectReferenceBuilder()
                                .withApiVersion("apps/v1")
                                .withKind("Deployment")
                                .withName("web")
                                .build())
                        .withNewUpdatePolicy()
                        .withUpdateMode("InPlaceOrRecreate")
                        .withMinReplicas(3)
                        .addNewEvictionRequirement()
                        .withResources("cpu", "memory")
                        .withChangeRequirement("TargetHigherThanRequests")
                        .endEvictionRequirement()
                        .endUpdatePolicy()
                        .withNewResourcePolicy()
                        .addNewContainerPolicy()
                        .withContainerName("main")
                        .withMode("Auto")
                        .addToMinAllowed("cpu", quantity("100m"))
                        .addToMinAllowed("memory", quantity("128Mi"))
                        .addToMaxAllowed("cpu", quantity("1000m"))
                        .addToMaxAllowed("memory", quantity("2Gi"))
                        .withControlledResources("cpu", "memory")
                        .withControlledValues("RequestsOnly")
                        .endContainerPolicy()
                        .addNewContainerPolicy()
                        .withContainerName("*")
                        .addToMinAllowed("cpu", quantity("50m"))
                        .addToMaxAllowed("memory", quantity("1Gi"))
                        .endContainerPolicy()
                        .endResourcePolicy()
                        .addNewRecommender("seasonal")
                        .endSpec()
                        .build()));
    }

    private static io.fabric8.kubernetes.api.model.Quantity quantity(String text) {
        return io.fabric8.kubernetes.api.model.Quantity.parse(text);
    }
}
