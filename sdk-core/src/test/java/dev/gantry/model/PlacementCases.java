package dev.gantry.model;

import dev.gantry.LabelSelector;
import dev.gantry.cluster.PreemptionPolicy;
import dev.gantry.cluster.PriorityClass;
import dev.gantry.workload.Deployment;
import dev.gantry.workload.NodeInclusionPolicy;
import dev.gantry.workload.OperatingSystem;
import dev.gantry.workload.TaintEffect;
import dev.gantry.workload.Toleration;
import dev.gantry.workload.UnsatisfiableAction;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.NodeSelectorRequirement;
import io.fabric8.kubernetes.api.model.PodAffinityTerm;
import io.fabric8.kubernetes.api.model.PodAffinityTermBuilder;
import io.fabric8.kubernetes.api.model.WeightedPodAffinityTerm;
import java.time.Duration;
import java.util.List;

final class PlacementCases {

    private static final String ZONE = "topology.kubernetes.io/zone";
    private static final String HOST = "kubernetes.io/hostname";

    private PlacementCases() {}

    static List<Case> cases() {
        Deployment cache = Deployment.of("cache", d -> d.selector("app", "cache"));
        LabelSelector selector = LabelSelector.of("app", "web")
                .and("track", "stable")
                .in("tier", "front", "edge")
                .notIn("state", "old")
                .exists("owner")
                .doesNotExist("debug");
        return List.of(
                Cases.pod(
                        "simple wishes",
                        d -> d.nodeSelector("disk", "ssd")
                                .nodeName("node-7")
                                .priorityClass(PriorityClass.existing("high"))
                                .preemptionPolicy(PreemptionPolicy.NEVER)
                                .schedulerName("mine")
                                .schedulingGates("example.com/quota", "example.com/budget")
                                .readinessGates("example.com/registered")
                                .runtimeClassName("gvisor")
                                .os(OperatingSystem.WINDOWS),
                        pod -> pod.addToNodeSelector("disk", "ssd")
                                .withNodeName("node-7")
                                .withPriorityClassName("high")
                                .withPreemptionPolicy("Never")
                                .withSchedulerName("mine")
                                .addNewSchedulingGate("example.com/quota")
                                .addNewSchedulingGate("example.com/budget")
                                .addNewReadinessGate("example.com/registered")
                                .withRuntimeClassName("gvisor")
                                .withNewOs("windows")),
                Cases.pod(
                        "wishes about nodes",
                        d -> d.nodeAffinity(a -> a.required(t -> t.in("arch", "arm64", "amd64")
                                        .notIn("age", "old")
                                        .exists("gpu"))
                                .required(t -> t.doesNotExist("noisy")
                                        .greaterThan("cores", 15)
                                        .lessThan("load", 9)
                                        .name("node-3"))
                                .preferred(40, t -> t.in("rack", "r1"))),
                        pod -> pod.withNewAffinity()
                                .withNewNodeAffinity()
                                .withNewRequiredDuringSchedulingIgnoredDuringExecution()
                                .addNewNodeSelectorTerm()
                                .addToMatchExpressions(
                                        requirement("arch", "In", "arm64", "amd64"),
                                        requirement("age", "NotIn", "old"),
                                        requirement("gpu", "Exists"))
                                .endNodeSelectorTerm()
                                .addNewNodeSelectorTerm()
                                .addToMatchExpressions(
                                        requirement("noisy", "DoesNotExist"),
                                        requirement("cores", "Gt", "15"),
                                        requirement("load", "Lt", "9"))
                                .addToMatchFields(requirement("metadata.name", "In", "node-3"))
                                .endNodeSelectorTerm()
                                .endRequiredDuringSchedulingIgnoredDuringExecution()
                                .addNewPreferredDuringSchedulingIgnoredDuringExecution()
                                .withWeight(40)
                                .withNewPreference()
                                .addToMatchExpressions(requirement("rack", "In", "r1"))
                                .endPreference()
                                .endPreferredDuringSchedulingIgnoredDuringExecution()
                                .endNodeAffinity()
                                .endAffinity()),
                Cases.pod(
                        "wishes to be near pods",
                        d -> d.podAffinity(a -> a.required(cache, ZONE)
                                .required(selector, HOST)
                                .required(
                                        LabelSelector.everything(),
                                        ZONE,
                                        t -> t.namespaces("shop", "front")
                                                .namespaceSelector(LabelSelector.of("team", "web"))
                                                .matchLabelKeys("pod-template-hash")
                                                .mismatchLabelKeys("tenant"))),
                        pod -> pod.withNewAffinity()
                                .withNewPodAffinity()
                                .addToRequiredDuringSchedulingIgnoredDuringExecution(
                                        cacheIn(ZONE),
                                        new PodAffinityTermBuilder()
                                                .withTopologyKey(HOST)
                                                .withNewLabelSelector()
                                                .addToMatchLabels("app", "web")
                                                .addToMatchLabels("track", "stable")
                                                .addToMatchExpressions(new LabelSelectorRequirement(
                                                        "tier", "In", List.of("front", "edge")))
                                                .addToMatchExpressions(
                                                        new LabelSelectorRequirement("state", "NotIn", List.of("old")))
                                                .addToMatchExpressions(
                                                        new LabelSelectorRequirement("owner", "Exists", List.of()))
                                                .addToMatchExpressions(new LabelSelectorRequirement(
                                                        "debug", "DoesNotExist", List.of()))
                                                .endLabelSelector()
                                                .build(),
                                        new PodAffinityTermBuilder()
                                                .withTopologyKey(ZONE)
                                                .withNewLabelSelector()
                                                .endLabelSelector()
                                                .withNamespaces("shop", "front")
                                                .withNamespaceSelector(new LabelSelectorBuilder()
                                                        .addToMatchLabels("team", "web")
                                                        .build())
                                                .withMatchLabelKeys("pod-template-hash")
                                                .withMismatchLabelKeys("tenant")
                                                .build())
                                .endPodAffinity()
                                .endAffinity()),
                Cases.pod(
                        "wishes to be away from pods",
                        d -> d.podAntiAffinity(a -> a.preferred(30, cache, HOST)
                                .preferred(31, LabelSelector.of("app", "cache"), ZONE)
                                .preferred(32, LabelSelector.of("app", "cache"), HOST, t -> t.namespaces("shop"))),
                        pod -> pod.withNewAffinity()
                                .withNewPodAntiAffinity()
                                .addToPreferredDuringSchedulingIgnoredDuringExecution(
                                        new WeightedPodAffinityTerm(cacheIn(HOST), 30))
                                .addToPreferredDuringSchedulingIgnoredDuringExecution(
                                        new WeightedPodAffinityTerm(cacheIn(ZONE), 31))
                                .addToPreferredDuringSchedulingIgnoredDuringExecution(new WeightedPodAffinityTerm(
                                        new PodAffinityTermBuilder(cacheIn(HOST))
                                                .withNamespaces("shop")
                                                .build(),
                                        32))
                                .endPodAntiAffinity()
                                .endAffinity()),
                Cases.pod(
                        "wishes of both sorts",
                        d -> d.podAffinity(a -> a.preferred(7, cache, ZONE))
                                .podAntiAffinity(a -> a.required(LabelSelector.of(cache), HOST)),
                        pod -> pod.withNewAffinity()
                                .withNewPodAffinity()
                                .addToPreferredDuringSchedulingIgnoredDuringExecution(
                                        new WeightedPodAffinityTerm(cacheIn(ZONE), 7))
                                .endPodAffinity()
                                .withNewPodAntiAffinity()
                                .addToRequiredDuringSchedulingIgnoredDuringExecution(cacheIn(HOST))
                                .endPodAntiAffinity()
                                .endAffinity()),
                Cases.pod(
                        "tolerations",
                        d -> d.tolerations(
                                Toleration.of("dedicated", "batch").effect(TaintEffect.NO_SCHEDULE),
                                Toleration.exists("node.kubernetes.io/unreachable")
                                        .effect(TaintEffect.NO_EXECUTE)
                                        .atMost(Duration.ofMinutes(4)),
                                Toleration.of("example.com/reserved"),
                                Toleration.everything()),
                        pod -> pod.addNewToleration("NoSchedule", "dedicated", "Equal", null, "batch")
                                .addNewToleration("NoExecute", "node.kubernetes.io/unreachable", "Exists", 240L, null)
                                .addNewToleration(null, "example.com/reserved", null, null, null)
                                .addNewToleration(null, null, "Exists", null, null)),
                Cases.pod(
                        "even spread",
                        d -> d.topologySpread(
                                        2,
                                        ZONE,
                                        UnsatisfiableAction.SCHEDULE_ANYWAY,
                                        t -> t.counts(cache)
                                                .matchLabelKeys("pod-template-hash")
                                                .nodeAffinityPolicy(NodeInclusionPolicy.IGNORE)
                                                .nodeTaintsPolicy(NodeInclusionPolicy.HONOR))
                                .topologySpread(
                                        3,
                                        HOST,
                                        UnsatisfiableAction.DO_NOT_SCHEDULE,
                                        t -> t.counts(LabelSelector.of("app", "web"))
                                                .minDomains(4)),
                        pod -> pod.addNewTopologySpreadConstraint()
                                .withMaxSkew(2)
                                .withTopologyKey(ZONE)
                                .withWhenUnsatisfiable("ScheduleAnyway")
                                .withNewLabelSelector()
                                .addToMatchLabels("app", "cache")
                                .endLabelSelector()
                                .withMatchLabelKeys("pod-template-hash")
                                .withNodeAffinityPolicy("Ignore")
                                .withNodeTaintsPolicy("Honor")
                                .endTopologySpreadConstraint()
                                .addNewTopologySpreadConstraint()
                                .withMaxSkew(3)
                                .withTopologyKey(HOST)
                                .withWhenUnsatisfiable("DoNotSchedule")
                                .withNewLabelSelector()
                                .addToMatchLabels("app", "web")
                                .endLabelSelector()
                                .withMinDomains(4)
                                .endTopologySpreadConstraint()));
    }

    private static NodeSelectorRequirement requirement(String key, String operator, String... values) {
        return new NodeSelectorRequirement(key, operator, List.of(values));
    }

    private static PodAffinityTerm cacheIn(String topologyKey) {
        return new PodAffinityTermBuilder()
                .withTopologyKey(topologyKey)
                .withNewLabelSelector()
                .addToMatchLabels("app", "cache")
                .endLabelSelector()
                .build();
    }
}
