package dev.gantry.model;

import static java.time.Duration.ofSeconds;

import dev.gantry.Image;
import dev.gantry.workload.DaemonSet;
import dev.gantry.workload.IntOrPercent;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.apps.DaemonSetBuilder;
import io.fabric8.kubernetes.api.model.apps.DaemonSetSpecBuilder;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

final class DaemonSetCases {

    private DaemonSetCases() {}

    static List<Case> cases() {
        return List.of(
                daemonSet(
                        "numbers and a container",
                        d -> d.selector("app", "agent")
                                .minReady(ofSeconds(8))
                                .revisionHistoryLimit(2)
                                .container("agent", Image.of("agent:4"), c -> {}),
                        s -> s.withMinReadySeconds(8)
                                .withRevisionHistoryLimit(2)
                                .withNewSelector()
                                .addToMatchLabels("app", "agent")
                                .endSelector()
                                .withNewTemplate()
                                .withNewMetadata()
                                .addToLabels("app", "agent")
                                .endMetadata()
                                .withNewSpec()
                                .addNewContainer()
                                .withName("agent")
                                .withImage("agent:4")
                                .endContainer()
                                .endSpec()
                                .endTemplate()),
                daemonSet(
                        "the new pod before the old one stops",
                        d -> d.rollingUpdate(IntOrPercent.percent(15), IntOrPercent.of(0)),
                        s -> s.withNewUpdateStrategy()
                                .withType("RollingUpdate")
                                .withNewRollingUpdate()
                                .withMaxSurge(new IntOrString("15%"))
                                .withMaxUnavailable(new IntOrString(0))
                                .endRollingUpdate()
                                .endUpdateStrategy()),
                daemonSet(
                        "the new pod after the old one stops",
                        d -> d.rollingUpdate(IntOrPercent.of(0), IntOrPercent.of(3)),
                        s -> s.withNewUpdateStrategy()
                                .withType("RollingUpdate")
                                .withNewRollingUpdate()
                                .withMaxSurge(new IntOrString(0))
                                .withMaxUnavailable(new IntOrString(3))
                                .endRollingUpdate()
                                .endUpdateStrategy()),
                daemonSet(
                        "updates by hand",
                        d -> d.onDelete(),
                        s -> s.withNewUpdateStrategy().withType("OnDelete").endUpdateStrategy()));
    }

    private static Case daemonSet(
            String name, Consumer<DaemonSet.Builder> options, UnaryOperator<DaemonSetSpecBuilder> byHand) {
        return new Case(
                "a DaemonSet with " + name,
                DaemonSet.of("agent", options),
                new DaemonSetBuilder()
                        .withMetadata(Cases.named("agent").build())
                        .withSpec(byHand.apply(new DaemonSetSpecBuilder()).build())
                        .build());
    }
}
