package dev.gantry.model;

import dev.gantry.Port;
import dev.gantry.network.IpFamily;
import dev.gantry.network.IpFamilyPolicy;
import dev.gantry.network.Service;
import dev.gantry.network.ServiceType;
import dev.gantry.network.TrafficDistribution;
import dev.gantry.network.TrafficPolicy;
import dev.gantry.workload.Deployment;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServiceSpecBuilder;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

final class ServiceCases {

    private static final Port HTTP = Port.http(8081);
    private static final Port DNS = Port.udp("dns", 5353);
    private static final Port SIGNAL = Port.sctp("signal", 3868);

    private ServiceCases() {}

    static List<Case> cases() {
        Deployment stable =
                Deployment.of("stable", d -> d.selector("app", "web").selector("track", "stable"));
        Deployment canary =
                Deployment.of("canary", d -> d.selector("app", "web").selector("track", "canary"));
        return List.of(
                service(
                        "the common labels of two workloads",
                        s -> s.selects(stable, canary),
                        s -> s.addToSelector("app", "web")),
                service(
                        "labels of its own",
                        s -> s.selector("role", "cache").selector("tier", "back"),
                        s -> s.addToSelector("role", "cache").addToSelector("tier", "back")),
                service(
                        "ports",
                        s -> s.port(HTTP, 80)
                                .port(DNS)
                                .port(
                                        SIGNAL,
                                        3869,
                                        p -> p.name("diameter").nodePort(31_234).appProtocol("example.com/diameter"))
                                .port(Port.tcp("old", 9), 10, p -> p.targetPort(1234))
                                .port(Port.tcp("older", 11), 12, p -> p.targetPort("legacy")),
                        s -> s.addToPorts(port(null, "http", null, 80, "TCP", new IntOrString("http")))
                                .addToPorts(port(null, "dns", null, 5353, "UDP", new IntOrString("dns")))
                                .addToPorts(port(
                                        "example.com/diameter",
                                        "diameter",
                                        31_234,
                                        3869,
                                        "SCTP",
                                        new IntOrString("signal")))
                                .addToPorts(port(null, "old", null, 10, "TCP", new IntOrString(1234)))
                                .addToPorts(port(null, "older", null, 12, "TCP", new IntOrString("legacy")))),
                service("no address", s -> s.headless(), s -> s.withClusterIP("None")),
                service(
                        "another name's address",
                        s -> s.externalName("db.example.com"),
                        s -> s.withType("ExternalName").withExternalName("db.example.com")),
                service(
                        "pods that are not ready",
                        s -> s.publishNotReadyAddresses(true),
                        s -> s.withPublishNotReadyAddresses(true)),
                service(
                        "sticky clients",
                        s -> s.clientIpAffinity(Duration.ofHours(2)),
                        s -> s.withSessionAffinity("ClientIP")
                                .withNewSessionAffinityConfig()
                                .withNewClientIP(7200)
                                .endSessionAffinityConfig()),
                service(
                        "addresses of two families",
                        s -> s.clusterIps("10.0.0.7", "fd00::7")
                                .ipFamilies(IpFamily.IPV6, IpFamily.IPV4)
                                .ipFamilyPolicy(IpFamilyPolicy.REQUIRE_DUAL_STACK)
                                .externalIps("192.0.2.4", "192.0.2.5"),
                        s -> s.withClusterIP("10.0.0.7")
                                .withClusterIPs("10.0.0.7", "fd00::7")
                                .withIpFamilies("IPv6", "IPv4")
                                .withIpFamilyPolicy("RequireDualStack")
                                .withExternalIPs("192.0.2.4", "192.0.2.5")),
                service(
                        "a load balancer",
                        s -> s.type(ServiceType.LOAD_BALANCER)
                                .loadBalancerClass("example.com/internal")
                                .loadBalancerSourceRanges("192.0.2.0/24", "198.51.100.0/25")
                                .allocateLoadBalancerNodePorts(false)
                                .healthCheckNodePort(30_123)
                                .externalTrafficPolicy(TrafficPolicy.LOCAL),
                        s -> s.withType("LoadBalancer")
                                .withLoadBalancerClass("example.com/internal")
                                .withLoadBalancerSourceRanges("192.0.2.0/24", "198.51.100.0/25")
                                .withAllocateLoadBalancerNodePorts(false)
                                .withHealthCheckNodePort(30_123)
                                .withExternalTrafficPolicy("Local")),
                service(
                        "traffic that stays near",
                        s -> s.internalTrafficPolicy(TrafficPolicy.LOCAL)
                                .trafficDistribution(TrafficDistribution.PREFER_SAME_NODE),
                        s -> s.withInternalTrafficPolicy("Local").withTrafficDistribution("PreferSameNode")));
    }

    private static ServicePort port(
            String appProtocol, String name, Integer nodePort, int port, String protocol, IntOrString targetPort) {
        return new ServicePort(appProtocol, name, nodePort, port, protocol, targetPort);
    }

    private static Case service(
            String name, Consumer<Service.Builder> options, UnaryOperator<ServiceSpecBuilder> byHand) {
        return new Case(
                "a Service with " + name,
                Service.of("front", options),
                new ServiceBuilder()
                        .withMetadata(Cases.named("front").build())
                        .withSpec(byHand.apply(new ServiceSpecBuilder()).build())
                        .build());
    }
}
