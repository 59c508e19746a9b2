package dev.gantry.istio;

import dev.gantry.Port;
import dev.gantry.istio.traffic.DestinationRule;
import dev.gantry.istio.traffic.LoadBalancerAlgorithm;
import dev.gantry.istio.traffic.VirtualService;
import dev.gantry.model.Case;
import dev.gantry.network.Service;
import dev.gantry.workload.Deployment;
import io.fabric8.istio.api.api.networking.v1alpha3.DestinationRuleFluent;
import io.fabric8.istio.api.api.networking.v1alpha3.LoadBalancerSettingsSimple;
import io.fabric8.istio.api.api.networking.v1alpha3.LoadBalancerSettingsSimpleLB;
import io.fabric8.istio.api.networking.v1.DestinationRuleBuilder;
import java.util.List;
import java.util.function.Consumer;

final class DestinationRuleCases {

    private static final Port HTTP = Port.http(8081);
    private static final Service WEB =
            Service.of("web", s -> s.selector("app", "web").port(HTTP, 82));
    private static final Deployment STABLE =
            Deployment.of("web-stable", d -> d.selector("app", "web").selector("track", "stable"));
    private static final Deployment ONLY = Deployment.of("web", d -> d.selector("app", "web"));

    private DestinationRuleCases() {}

    static List<Case> cases() {
        return List.of(
                new Case(
                        "a DestinationRule of an older version for hosts outside",
                        DestinationRule.forHost("outside", "*.example.org", d -> d.v1beta1()),
                        new io.fabric8.istio.api.networking.v1beta1.DestinationRuleBuilder()
                                .withNewMetadata()
                                .withName("outside")
                                .endMetadata()
                                .withNewSpec()
                                .withHost("*.example.org")
                                .endSpec()
                                .build()),
                new Case(
                        "a DestinationRule for a Service elsewhere",
                        DestinationRule.of(
                                "api",
                                Service.existing("api").in("other"),
                                d -> d.selects(STABLE).selector("tier", "front").exportToOwnNamespace()),
                        new DestinationRuleBuilder()
                                .withNewMetadata()
                                .withName("api")
                                .endMetadata()
                                .withNewSpec()
                                .withHost("api.other.svc.cluster.example")
                                .withNewWorkloadSelector()
                                .addToMatchLabels("app", "web")
                                .addToMatchLabels("track", "stable")
                                .addToMatchLabels("tier", "front")
                                .endWorkloadSelector()
                                .withExportTo(".")
                                .endSpec()
                                .build()),
                subsets(),
                routed());
    }

    private static Case subsets() {
        return rule(
                "subsets",
                d -> d.subset("stable", STABLE)
                        .subset(
                                "all",
                                ONLY,
                                s -> s.label("zone", "a")
                                        .trafficPolicy(t -> t.loadBalancer(LoadBalancerAlgorithm.RANDOM)))
                        .subset("old", s -> s.label("version", "1")),
                s -> s.addNewSubset()
                        .withName("stable")
                        .addToLabels("track", "stable")
                        .endSubset()
                        .addNewSubset()
                        .withName("all")
                        .addToLabels("app", "web")
                        .addToLabels("zone", "a")
                        .withNewTrafficPolicy()
                        .withNewLoadBalancer()
                        .withLbPolicy(new LoadBalancerSettingsSimple(LoadBalancerSettingsSimpleLB.RANDOM))
                        .endLoadBalancer()
                        .endTrafficPolicy()
                        .endSubset()
                        .addNewSubset()
                        .withName("old")
                        .addToLabels("version", "1")
                        .endSubset());
    }

    /** How routes name the subsets. */
    private static Case routed() {
        DestinationRule rule = DestinationRule.of(
                "web", WEB, d -> d.subset("stable", STABLE).subset("old", s -> s.label("version", "1")));
        DestinationRule outside = DestinationRule.forHost(
                "outside", "api.example.org", d -> d.subset("eu", s -> s.label("region", "eu")));
        return new Case(
                "routes to subsets",
                VirtualService.of(
                        "web",
                        v -> v.http(r -> r.to(rule.subset(STABLE).port(HTTP), 70)
                                .to(rule.subset("old"), 20)
                                .to(outside.subset("eu").port(443), 10))),
                new io.fabric8.istio.api.networking.v1.VirtualServiceBuilder()
                        .withNewMetadata()
                        .withName("web")
                        .endMetadata()
                        .withNewSpec()
                        .addNewHttp()
                        .addNewRoute()
                        .withNewDestination()
                        .withHost("web")
                        .withSubset("stable")
                        .withNewPort(82L)
                        .endDestination()
                        .withWeight(70)
                        .endRoute()
                        .addNewRoute()
                        .withNewDestination()
                        .withHost("web")
                        .withSubset("old")
                        .endDestination()
                        .withWeight(20)
                        .endRoute()
                        .addNewRoute()
                        .withNewDestination()
                        .withHost("api.example.org")
                        .withSubset("eu")
                        .withNewPort(443L)
                        .endDestination()
                        .withWeight(10)
                        .endRoute()
                        .endHttp()
                        .endSpec()
                        .build());
    }

    static Case rule(
            String name, Consumer<DestinationRule.Builder> options, Consumer<DestinationRuleFluent<?>> byHand) {
        DestinationRuleBuilder object =
                new DestinationRuleBuilder().withNewMetadata().withName("web").endMetadata();
        var spec = object.withNewSpec().withHost("web");
        byHand.accept(spec);
        spec.endSpec();
        return new Case("a DestinationRule with " + name, DestinationRule.of("web", WEB, options), object.build());
    }
}
