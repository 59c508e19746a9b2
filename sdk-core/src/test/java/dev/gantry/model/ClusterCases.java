package dev.gantry.model;

import dev.gantry.Quantity;
import dev.gantry.cluster.LimitRange;
import dev.gantry.cluster.PreemptionPolicy;
import dev.gantry.cluster.PriorityClass;
import dev.gantry.cluster.QuotaScope;
import dev.gantry.cluster.ResourceQuota;
import dev.gantry.storage.StorageClass;
import io.fabric8.kubernetes.api.model.LimitRangeBuilder;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.api.model.ScopedResourceSelectorRequirement;
import io.fabric8.kubernetes.api.model.scheduling.v1.PriorityClassBuilder;
import java.util.List;

/** What governs a namespace or the whole cluster. */
final class ClusterCases {

    private ClusterCases() {}

    static List<Case> cases() {
        StorageClass fast = StorageClass.existing("fast");
        return List.of(
                new Case(
                        "the priority of pods",
                        PriorityClass.of(
                                "high",
                                1_000_000,
                                p -> p.globalDefault(true)
                                        .description("For what earns money.")
                                        .preemptionPolicy(PreemptionPolicy.NEVER)),
                        new PriorityClassBuilder()
                                .withMetadata(Cases.named("high").build())
                                .withValue(1_000_000)
                                .withGlobalDefault(true)
                                .withDescription("For what earns money.")
                                .withPreemptionPolicy("Never")
                                .build()),
                new Case(
                        "the priority of what can wait",
                        PriorityClass.of("low", -10, p -> p.globalDefault(false)),
                        new PriorityClassBuilder()
                                .withMetadata(Cases.named("low").build())
                                .withValue(-10)
                                .withGlobalDefault(false)
                                .build()),
                new Case(
                        "a quota of everything",
                        ResourceQuota.of(
                                "all",
                                q -> q.requests("20", "64Gi")
                                        .limits("41", "129Gi")
                                        .storage(Quantity.of("1Ti"))
                                        .storage(fast, Quantity.gibi(300))
                                        .persistentVolumeClaims(11)
                                        .persistentVolumeClaims(fast, 4)
                                        .pods(100)
                                        .loadBalancers(2)
                                        .nodePorts(3)
                                        .count("deployments.apps", 30)
                                        .hard("requests.nvidia.com/gpu", Quantity.of(5))),
                        new ResourceQuotaBuilder()
                                .withMetadata(Cases.named("all").build())
                                .withNewSpec()
                                .addToHard("requests.cpu", quantity("20"))
                                .addToHard("requests.memory", quantity("64Gi"))
                                .addToHard("limits.cpu", quantity("41"))
                                .addToHard("limits.memory", quantity("129Gi"))
                                .addToHard("requests.storage", quantity("1Ti"))
                                .addToHard("fast.storageclass.storage.k8s.io/requests.storage", quantity("300Gi"))
                                .addToHard("persistentvolumeclaims", quantity("11"))
                                .addToHard("fast.storageclass.storage.k8s.io/persistentvolumeclaims", quantity("4"))
                                .addToHard("pods", quantity("100"))
                                .addToHard("services.loadbalancers", quantity("2"))
                                .addToHard("services.nodeports", quantity("3"))
                                .addToHard("count/deployments.apps", quantity("30"))
                                .addToHard("requests.nvidia.com/gpu", quantity("5"))
                                .endSpec()
                                .build()),
                new Case(
                        "a quota of some pods",
                        ResourceQuota.of(
                                "some",
                                q -> q.pods(7)
                                        .scopes(QuotaScope.TERMINATING, QuotaScope.NOT_BEST_EFFORT)
                                        .priorityClasses(PriorityClass.existing("high"), PriorityClass.existing("top"))
                                        .notPriorityClasses(PriorityClass.existing("low"))),
                        new ResourceQuotaBuilder()
                                .withMetadata(Cases.named("some").build())
                                .withNewSpec()
                                .addToHard("pods", quantity("7"))
                                .withScopes("Terminating", "NotBestEffort")
                                .withNewScopeSelector()
                                .addToMatchExpressions(
                                        new ScopedResourceSelectorRequirement(
                                                "In", "PriorityClass", List.of("high", "top")),
                                        new ScopedResourceSelectorRequirement("NotIn", "PriorityClass", List.of("low")))
                                .endScopeSelector()
                                .endSpec()
                                .build()),
                new Case(
                        "limits of everything",
                        LimitRange.of(
                                "all",
                                l -> l.container(c -> c.min("50m", "64Mi")
                                                .max("2", "4Gi")
                                                .defaultLimit("500m", "512Mi")
                                                .defaultLimit("ephemeral-storage", Quantity.gibi(2))
                                                .defaultRequest("100m", "128Mi")
                                                .defaultRequest("ephemeral-storage", Quantity.gibi(1))
                                                .maxLimitRequestRatio("cpu", Quantity.of(10)))
                                        .pod(p -> p.min("memory", Quantity.mebi(65))
                                                .max("memory", Quantity.gibi(9)))
                                        .persistentVolumeClaim(
                                                c -> c.min(Quantity.gibi(3)).max(Quantity.gibi(33)))),
                        new LimitRangeBuilder()
                                .withMetadata(Cases.named("all").build())
                                .withNewSpec()
                                .addNewLimit()
                                .withType("Container")
                                .addToMin("cpu", quantity("50m"))
                                .addToMin("memory", quantity("64Mi"))
                                .addToMax("cpu", quantity("2"))
                                .addToMax("memory", quantity("4Gi"))
                                .addToDefault("cpu", quantity("500m"))
                                .addToDefault("memory", quantity("512Mi"))
                                .addToDefault("ephemeral-storage", quantity("2Gi"))
                                .addToDefaultRequest("cpu", quantity("100m"))
                                .addToDefaultRequest("memory", quantity("128Mi"))
                                .addToDefaultRequest("ephemeral-storage", quantity("1Gi"))
                                .addToMaxLimitRequestRatio("cpu", quantity("10"))
                                .endLimit()
                                .addNewLimit()
                                .withType("Pod")
                                .addToMin("memory", quantity("65Mi"))
                                .addToMax("memory", quantity("9Gi"))
                                .endLimit()
                                .addNewLimit()
                                .withType("PersistentVolumeClaim")
                                .addToMin("storage", quantity("3Gi"))
                                .addToMax("storage", quantity("33Gi"))
                                .endLimit()
                                .endSpec()
                                .build()));
    }

    private static io.fabric8.kubernetes.api.model.Quantity quantity(String text) {
        return io.fabric8.kubernetes.api.model.Quantity.parse(text);
    }
}
