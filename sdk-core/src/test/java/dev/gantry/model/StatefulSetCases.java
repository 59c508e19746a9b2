package dev.gantry.model;

import static java.time.Duration.ofSeconds;

import dev.gantry.config.ConfigMap;
import dev.gantry.network.Service;
import dev.gantry.workload.IntOrPercent;
import dev.gantry.workload.PersistentVolumeClaimRetention;
import dev.gantry.workload.PodManagementPolicy;
import dev.gantry.workload.StatefulSet;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpecBuilder;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

final class StatefulSetCases {

    private StatefulSetCases() {}

    static List<Case> cases() {
        return List.of(
                statefulSet(
                        "numbers",
                        s -> s.replicas(5)
                                .minReady(ofSeconds(14))
                                .revisionHistoryLimit(6)
                                .startOrdinal(3),
                        s -> s.withReplicas(5)
                                .withMinReadySeconds(14)
                                .withRevisionHistoryLimit(6)
                                .withNewOrdinals(3)),
                statefulSet(
                        "names and storage",
                        s -> s.service(Service.existing("db-pods"))
                                .podManagementPolicy(PodManagementPolicy.PARALLEL)
                                .persistentVolumeClaimRetentionPolicy(
                                        PersistentVolumeClaimRetention.RETAIN, PersistentVolumeClaimRetention.DELETE),
                        s -> s.withServiceName("db-pods")
                                .withPodManagementPolicy("Parallel")
                                .withNewPersistentVolumeClaimRetentionPolicy("Retain", "Delete")),
                statefulSet(
                        "the last pods first",
                        s -> s.rollingUpdate(2),
                        s -> s.withNewUpdateStrategy()
                                .withType("RollingUpdate")
                                .withNewRollingUpdate()
                                .withPartition(2)
                                .endRollingUpdate()
                                .endUpdateStrategy()),
                statefulSet(
                        "several pods at a time",
                        s -> s.rollingUpdate(1, IntOrPercent.percent(40)),
                        s -> s.withNewUpdateStrategy()
                                .withType("RollingUpdate")
                                .withNewRollingUpdate()
                                .withPartition(1)
                                .withMaxUnavailable(new IntOrString("40%"))
                                .endRollingUpdate()
                                .endUpdateStrategy()),
                statefulSet(
                        "updates by hand",
                        s -> s.onDelete(),
                        s -> s.withNewUpdateStrategy().withType("OnDelete").endUpdateStrategy()),
                statefulSet(
                        "labels of pods",
                        s -> s.selector("app", "db").rollsOn(ConfigMap.of("settings", c -> c.text("a", "b"))),
                        s -> s.withNewSelector()
                                .addToMatchLabels("app", "db")
                                .endSelector()
                                .withNewTemplate()
                                .withNewMetadata()
                                .addToLabels("app", "db")
                                .addToAnnotations("checksum/configmap-settings", "hash-of-settings")
                                .endMetadata()
                                .endTemplate()));
    }

    private static Case statefulSet(
            String name, Consumer<StatefulSet.Builder> options, UnaryOperator<StatefulSetSpecBuilder> byHand) {
        return new Case(
                "a StatefulSet with " + name,
                StatefulSet.of("shop-db", options),
                new StatefulSetBuilder()
                        .withMetadata(Cases.named("shop-db").build())
                        .withSpec(byHand.apply(new StatefulSetSpecBuilder()).build())
                        .build());
    }
}
