package dev.gantry.model;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.gantry.config.ConfigMap;
import dev.gantry.workload.Deployment;
import dev.gantry.workload.IntOrPercent;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpecBuilder;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

final class DeploymentCases {

    private DeploymentCases() {}

    static List<Case> cases() {
        return List.of(
                deployment(
                        "numbers",
                        d -> d.replicas(7)
                                .minReady(ofSeconds(12))
                                .revisionHistoryLimit(4)
                                .progressDeadline(ofMinutes(11))
                                .paused(true),
                        s -> s.withReplicas(7)
                                .withMinReadySeconds(12)
                                .withRevisionHistoryLimit(4)
                                .withProgressDeadlineSeconds(660)
                                .withPaused(true)),
                deployment("rollouts that go on", d -> d.paused(false), s -> s.withPaused(false)),
                deployment(
                        "all pods at once",
                        d -> d.recreate(),
                        s -> s.withNewStrategy().withType("Recreate").endStrategy()),
                deployment(
                        "pods step by step",
                        d -> d.rollingUpdate(IntOrPercent.percent(30), IntOrPercent.of(2)),
                        s -> s.withNewStrategy()
                                .withType("RollingUpdate")
                                .withNewRollingUpdate()
                                .withMaxSurge(new IntOrString("30%"))
                                .withMaxUnavailable(new IntOrString(2))
                                .endRollingUpdate()
                                .endStrategy()),
                deployment(
                        "labels and annotations of pods",
                        d -> d.selector("app", "web")
                                .selector("track", "stable")
                                .podLabel("version", "v3")
                                .podAnnotation("example.com/note", "a b")
                                .rollsOn(ConfigMap.of("settings", c -> c.text("a", "b"))),
                        s -> s.withNewSelector()
                                .addToMatchLabels("app", "web")
                                .addToMatchLabels("track", "stable")
                                .endSelector()
                                .withNewTemplate()
                                .withNewMetadata()
                                .addToLabels("app", "web")
                                .addToLabels("track", "stable")
                                .addToLabels("version", "v3")
                                .addToAnnotations("example.com/note", "a b")
                                .addToAnnotations("checksum/configmap-settings", "hash-of-settings")
                                .endMetadata()
                                .endTemplate()));
    }

    private static Case deployment(
            String name, Consumer<Deployment.Builder> options, UnaryOperator<DeploymentSpecBuilder> byHand) {
        return new Case(
                "a Deployment with " + name,
                Deployment.of("shop-web", options),
                new DeploymentBuilder()
                        .withMetadata(Cases.named("shop-web").build())
                        .withSpec(byHand.apply(new DeploymentSpecBuilder()).build())
                        .build());
    }
}
