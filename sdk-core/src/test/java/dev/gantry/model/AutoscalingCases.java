package dev.gantry.model;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.gantry.LabelSelector;
import dev.gantry.Quantity;
import dev.gantry.autoscaling.HorizontalPodAutoscaler;
import dev.gantry.autoscaling.MetricTarget;
import dev.gantry.autoscaling.ScalingPolicySelect;
import dev.gantry.network.Service;
import dev.gantry.workload.Deployment;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerSpecBuilder;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

final class AutoscalingCases {

    private AutoscalingCases() {}

    static List<Case> cases() {
        return List.of(
                scaler(
                        "bounds",
                        h -> h.replicas(3, 17),
                        s -> s.withMinReplicas(3).withMaxReplicas(17)),
                scaler("an upper bound", h -> h.maxReplicas(8), s -> s.withMaxReplicas(8)),
                scaler(
                        "utilization",
                        h -> h.cpuUtilization(65).memoryUtilization(85).containerUtilization("main", "cpu", 55),
                        s -> s.addNewMetric()
                                .withType("Resource")
                                .withNewResource()
                                .withName("cpu")
                                .withNewTarget()
                                .withType("Utilization")
                                .withAverageUtilization(65)
                                .endTarget()
                                .endResource()
                                .endMetric()
                                .addNewMetric()
                                .withType("Resource")
                                .withNewResource()
                                .withName("memory")
                                .withNewTarget()
                                .withType("Utilization")
                                .withAverageUtilization(85)
                                .endTarget()
                                .endResource()
                                .endMetric()
                                .addNewMetric()
                                .withType("ContainerResource")
                                .withNewContainerResource()
                                .withName("cpu")
                                .withContainer("main")
                                .withNewTarget()
                                .withType("Utilization")
                                .withAverageUtilization(55)
                                .endTarget()
                                .endContainerResource()
                                .endMetric()),
                scaler(
                        "averages",
                        h -> h.cpuAverage(Quantity.milli(350))
                                .memoryAverage(Quantity.mebi(300))
                                .containerAverage("main", "memory", Quantity.mebi(200)),
                        s -> s.addNewMetric()
                                .withType("Resource")
                                .withNewResource()
                                .withName("cpu")
                                .withNewTarget()
                                .withType("AverageValue")
                                .withNewAverageValue("350m")
                                .endTarget()
                                .endResource()
                                .endMetric()
                                .addNewMetric()
                                .withType("Resource")
                                .withNewResource()
                                .withName("memory")
                                .withNewTarget()
                                .withType("AverageValue")
                                .withNewAverageValue("300Mi")
                                .endTarget()
                                .endResource()
                                .endMetric()
                                .addNewMetric()
                                .withType("ContainerResource")
                                .withNewContainerResource()
                                .withName("memory")
                                .withContainer("main")
                                .withNewTarget()
                                .withType("AverageValue")
                                .withNewAverageValue("200Mi")
                                .endTarget()
                                .endContainerResource()
                                .endMetric()),
                scaler(
                        "metrics of pods",
                        h -> h.pods("requests", Quantity.of(40))
                                .pods("errors", Quantity.of("500m"), LabelSelector.of("verb", "GET")),
                        s -> s.addNewMetric()
                                .withType("Pods")
                                .withNewPods()
                                .withNewMetric()
                                .withName("requests")
                                .endMetric()
                                .withNewTarget()
                                .withType("AverageValue")
                                .withNewAverageValue("40")
                                .endTarget()
                                .endPods()
                                .endMetric()
                                .addNewMetric()
                                .withType("Pods")
                                .withNewPods()
                                .withNewMetric()
                                .withName("errors")
                                .withNewSelector()
                                .addToMatchLabels("verb", "GET")
                                .endSelector()
                                .endMetric()
                                .withNewTarget()
                                .withType("AverageValue")
                                .withNewAverageValue("500m")
                                .endTarget()
                                .endPods()
                                .endMetric()),
                scaler(
                        "metrics of objects",
                        h -> h.object(Service.existing("front"), "hits", MetricTarget.value(Quantity.of("2k")))
                                .object(
                                        Deployment.existing("back"),
                                        "lag",
                                        MetricTarget.average(Quantity.of(12)),
                                        LabelSelector.everything().exists("zone")),
                        s -> s.addNewMetric()
                                .withType("Object")
                                .withNewObject()
                                .withNewDescribedObject("v1", "Service", "front")
                                .withNewMetric()
                                .withName("hits")
                                .endMetric()
                                .withNewTarget()
                                .withType("Value")
                                .withNewValue("2k")
                                .endTarget()
                                .endObject()
                                .endMetric()
                                .addNewMetric()
                                .withType("Object")
                                .withNewObject()
                                .withNewDescribedObject("apps/v1", "Deployment", "back")
                                .withNewMetric()
                                .withName("lag")
                                .withNewSelector()
                                .addToMatchExpressions(new LabelSelectorRequirement("zone", "Exists", List.of()))
                                .endSelector()
                                .endMetric()
                                .withNewTarget()
                                .withType("AverageValue")
                                .withNewAverageValue("12")
                                .endTarget()
                                .endObject()
                                .endMetric()),
                scaler(
                        "external metrics",
                        h -> h.external("queue", MetricTarget.average(Quantity.of(30)))
                                .external(
                                        "lag",
                                        MetricTarget.value(Quantity.of(9)),
                                        LabelSelector.of("topic", "orders").and("group", "web")),
                        s -> s.addNewMetric()
                                .withType("External")
                                .withNewExternal()
                                .withNewMetric()
                                .withName("queue")
                                .endMetric()
                                .withNewTarget()
                                .withType("AverageValue")
                                .withNewAverageValue("30")
                                .endTarget()
                                .endExternal()
                                .endMetric()
                                .addNewMetric()
                                .withType("External")
                                .withNewExternal()
                                .withNewMetric()
                                .withName("lag")
                                .withNewSelector()
                                .addToMatchLabels("topic", "orders")
                                .addToMatchLabels("group", "web")
                                .endSelector()
                                .endMetric()
                                .withNewTarget()
                                .withType("Value")
                                .withNewValue("9")
                                .endTarget()
                                .endExternal()
                                .endMetric()),
                scaler(
                        "behavior",
                        h -> h.scaleUp(r -> r.stabilization(ofSeconds(45))
                                        .percent(150, ofSeconds(90))
                                        .pods(4, ofMinutes(2))
                                        .selectPolicy(ScalingPolicySelect.MIN)
                                        .tolerance(Quantity.of("0.05")))
                                .scaleDown(r -> r.selectPolicy(ScalingPolicySelect.DISABLED)),
                        s -> s.withNewBehavior()
                                .withNewScaleUp()
                                .withStabilizationWindowSeconds(45)
                                .addNewPolicy(90, "Percent", 150)
                                .addNewPolicy(120, "Pods", 4)
                                .withSelectPolicy("Min")
                                .withNewTolerance("0.05")
                                .endScaleUp()
                                .withNewScaleDown()
                                .withSelectPolicy("Disabled")
                                .endScaleDown()
                                .endBehavior()));
    }

    private static Case scaler(
            String name,
            Consumer<HorizontalPodAutoscaler.Builder> options,
            UnaryOperator<HorizontalPodAutoscalerSpecBuilder> byHand) {
        HorizontalPodAutoscalerSpecBuilder spec =
                new HorizontalPodAutoscalerSpecBuilder().withNewScaleTargetRef("apps/v1", "Deployment", "shop-web");
        return new Case(
                "a HorizontalPodAutoscaler with " + name,
                HorizontalPodAutoscaler.of("scaler", Deployment.existing("shop-web"), options),
                new HorizontalPodAutoscalerBuilder()
                        .withMetadata(Cases.named("scaler").build())
                        .withSpec(byHand.apply(spec).build())
                        .build());
    }
}
