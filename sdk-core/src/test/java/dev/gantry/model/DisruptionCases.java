package dev.gantry.model;

import dev.gantry.LabelSelector;
import dev.gantry.workload.Deployment;
import dev.gantry.workload.IntOrPercent;
import dev.gantry.workload.PodDisruptionBudget;
import dev.gantry.workload.UnhealthyPodEvictionPolicy;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetBuilder;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetSpecBuilder;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

final class DisruptionCases {

    private DisruptionCases() {}

    static List<Case> cases() {
        return List.of(
                budget(
                        "pods that must stay",
                        p -> p.minAvailable(IntOrPercent.percent(60)),
                        s -> s.withMinAvailable(new IntOrString("60%"))),
                budget(
                        "pods that may be missing",
                        p -> p.maxUnavailable(IntOrPercent.of(2))
                                .unhealthyPodEvictionPolicy(UnhealthyPodEvictionPolicy.ALWAYS_ALLOW),
                        s -> s.withMaxUnavailable(new IntOrString(2)).withUnhealthyPodEvictionPolicy("AlwaysAllow")),
                new Case(
                        "a PodDisruptionBudget for the pods of an operator",
                        PodDisruptionBudget.forPods(
                                "db",
                                LabelSelector.of("cluster", "shop").exists("role"),
                                p -> p.maxUnavailable(IntOrPercent.of(1))),
                        new PodDisruptionBudgetBuilder()
                                .withMetadata(Cases.named("db").build())
                                .withNewSpec()
                                .withMaxUnavailable(new IntOrString(1))
                                .withNewSelector()
                                .addToMatchLabels("cluster", "shop")
                                .addNewMatchExpression()
                                .withKey("role")
                                .withOperator("Exists")
                                .endMatchExpression()
                                .endSelector()
                                .endSpec()
                                .build()));
    }

    private static Case budget(
            String name,
            Consumer<PodDisruptionBudget.Builder> options,
            UnaryOperator<PodDisruptionBudgetSpecBuilder> byHand) {
        PodDisruptionBudgetSpecBuilder spec = new PodDisruptionBudgetSpecBuilder()
                .withNewSelector()
                .addToMatchLabels("app", "web")
                .addToMatchLabels("track", "stable")
                .endSelector();
        Deployment web = Deployment.of("web", d -> d.selector("app", "web").selector("track", "stable"));
        return new Case(
                "a PodDisruptionBudget with " + name,
                PodDisruptionBudget.of("web", web, options),
                new PodDisruptionBudgetBuilder()
                        .withMetadata(Cases.named("web").build())
                        .withSpec(byHand.apply(spec).build())
                        .build());
    }
}
