package dev.gantry.istio;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import dev.gantry.Port;
import dev.gantry.config.Secret;
import dev.gantry.istio.traffic.ClientTlsMode;
import dev.gantry.istio.traffic.DestinationRule;
import dev.gantry.istio.traffic.H2UpgradePolicy;
import dev.gantry.istio.traffic.LoadBalancerAlgorithm;
import dev.gantry.istio.traffic.ProxyProtocolVersion;
import dev.gantry.model.Case;
import dev.gantry.network.Service;
import io.fabric8.istio.api.api.networking.v1alpha3.ClientTLSSettingsTLSmode;
import io.fabric8.istio.api.api.networking.v1alpha3.ConnectionPoolSettingsHTTPSettingsH2UpgradePolicy;
import io.fabric8.istio.api.api.networking.v1alpha3.LoadBalancerSettingsBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.LoadBalancerSettingsConsistentHash;
import io.fabric8.istio.api.api.networking.v1alpha3.LoadBalancerSettingsConsistentHashLBBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.LoadBalancerSettingsConsistentHashLBHTTPCookie_Builder;
import io.fabric8.istio.api.api.networking.v1alpha3.LoadBalancerSettingsConsistentHashLBHttpCookie;
import io.fabric8.istio.api.api.networking.v1alpha3.LoadBalancerSettingsConsistentHashLBHttpHeaderName;
import io.fabric8.istio.api.api.networking.v1alpha3.LoadBalancerSettingsConsistentHashLBHttpQueryParameterName;
import io.fabric8.istio.api.api.networking.v1alpha3.LoadBalancerSettingsConsistentHashLBMagLev_;
import io.fabric8.istio.api.api.networking.v1alpha3.LoadBalancerSettingsConsistentHashLBMaglev;
import io.fabric8.istio.api.api.networking.v1alpha3.LoadBalancerSettingsConsistentHashLBUseSourceIp;
import io.fabric8.istio.api.api.networking.v1alpha3.LoadBalancerSettingsSimple;
import io.fabric8.istio.api.api.networking.v1alpha3.LoadBalancerSettingsSimpleLB;
import io.fabric8.istio.api.api.networking.v1alpha3.TrafficPolicyProxyProtocolVERSION;
import java.util.List;
import java.util.Map;

final class TrafficPolicyCases {

    private static final Port HTTP = Port.http(8081);
    private static final Service WEB =
            Service.of("web", s -> s.selector("app", "web").port(HTTP, 82));

    private TrafficPolicyCases() {}

    static List<Case> cases() {
        return List.of(hashes(), ring(), localities(), connections(), tls());
    }

    private static Case hashes() {
        return DestinationRuleCases.rule(
                "load balancing by what requests have in common",
                d -> d.trafficPolicy(t ->
                                t.loadBalancer(l -> l.consistentHash(c -> c.httpCookie("user", "/", ofHours(1))
                                        .httpCookieAttribute("SameSite", "Strict")
                                        .maglev(65_537))))
                        .subset(
                                "a",
                                s -> s.trafficPolicy(
                                        t -> t.loadBalancer(l -> l.consistentHash(c -> c.httpHeaderName("x-user")))))
                        .subset(
                                "b",
                                s -> s.trafficPolicy(t -> t.loadBalancer(l -> l.consistentHash(c -> c.useSourceIp()))))
                        .subset(
                                "c",
                                s -> s.trafficPolicy(t ->
                                        t.loadBalancer(l -> l.consistentHash(c -> c.httpQueryParameterName("user"))))),
                s -> s.withNewTrafficPolicy()
                        .withLoadBalancer(hash(new LoadBalancerSettingsConsistentHashLBBuilder()
                                .withHashKey(new LoadBalancerSettingsConsistentHashLBHttpCookie(
                                        new LoadBalancerSettingsConsistentHashLBHTTPCookie_Builder()
                                                .withName("user")
                                                .withPath("/")
                                                .withTtl("3600s")
                                                .addNewAttribute("SameSite", "Strict")
                                                .build()))
                                .withHashAlgorithm(new LoadBalancerSettingsConsistentHashLBMaglev(
                                        new LoadBalancerSettingsConsistentHashLBMagLev_(65_537L)))))
                        .endTrafficPolicy()
                        .addNewSubset()
                        .withName("a")
                        .withNewTrafficPolicy()
                        .withLoadBalancer(hash(new LoadBalancerSettingsConsistentHashLBBuilder()
                                .withHashKey(new LoadBalancerSettingsConsistentHashLBHttpHeaderName("x-user"))))
                        .endTrafficPolicy()
                        .endSubset()
                        .addNewSubset()
                        .withName("b")
                        .withNewTrafficPolicy()
                        .withLoadBalancer(hash(new LoadBalancerSettingsConsistentHashLBBuilder()
                                .withHashKey(new LoadBalancerSettingsConsistentHashLBUseSourceIp(true))))
                        .endTrafficPolicy()
                        .endSubset()
                        .addNewSubset()
                        .withName("c")
                        .withNewTrafficPolicy()
                        .withLoadBalancer(hash(new LoadBalancerSettingsConsistentHashLBBuilder()
                                .withHashKey(new LoadBalancerSettingsConsistentHashLBHttpQueryParameterName("user"))))
                        .endTrafficPolicy()
                        .endSubset());
    }

    /** As a tree, since the model's class for rings cannot be read. */
    private static Case ring() {
        return new Case(
                "a DestinationRule with a ring of endpoints",
                DestinationRule.of(
                        "web",
                        WEB,
                        d -> d.trafficPolicy(t -> t.loadBalancer(
                                l -> l.consistentHash(c -> c.useSourceIp().ringHash(2048))))),
                Map.of(
                        "apiVersion",
                        "networking.istio.io/v1",
                        "kind",
                        "DestinationRule",
                        "metadata",
                        Map.of("name", "web"),
                        "spec",
                        Map.of(
                                "host",
                                "web",
                                "trafficPolicy",
                                Map.of(
                                        "loadBalancer",
                                        Map.of(
                                                "consistentHash",
                                                Map.of(
                                                        "useSourceIp",
                                                        true,
                                                        "ringHash",
                                                        Map.of("minimumRingSize", 2048)))))));
    }

    private static Case localities() {
        return DestinationRuleCases.rule(
                "load balancing by zone, and slowly",
                d -> d.trafficPolicy(t -> t.loadBalancer(l -> l.simple(LoadBalancerAlgorithm.ROUND_ROBIN)
                                .locality(z -> z.enabled(true)
                                        .distribute(
                                                "us-west/*",
                                                f -> f.to("us-west/zone1/*", 80).to("us-east/*", 20))
                                        .failover("us-west", "us-east")
                                        .failoverPriority("topology.kubernetes.io/region"))
                                .warmup(ofSeconds(45), 12.5, 1.5)))
                        .subset("slow", s -> s.trafficPolicy(t -> t.loadBalancer(l -> l.warmup(ofSeconds(30))))),
                s -> s.withNewTrafficPolicy()
                        .withNewLoadBalancer()
                        .withLbPolicy(new LoadBalancerSettingsSimple(LoadBalancerSettingsSimpleLB.ROUND_ROBIN))
                        .withNewLocalityLbSetting()
                        .withEnabled(true)
                        .addNewDistribute()
                        .withFrom("us-west/*")
                        .addToTo("us-west/zone1/*", 80L)
                        .addToTo("us-east/*", 20L)
                        .endDistribute()
                        .addNewFailover("us-west", "us-east")
                        .withFailoverPriority("topology.kubernetes.io/region")
                        .endLocalityLbSetting()
                        .withNewWarmup(1.5, "45s", 12.5)
                        .endLoadBalancer()
                        .endTrafficPolicy()
                        .addNewSubset()
                        .withName("slow")
                        .withNewTrafficPolicy()
                        .withNewLoadBalancer()
                        .withNewWarmup()
                        .withDuration("30s")
                        .endWarmup()
                        .endLoadBalancer()
                        .endTrafficPolicy()
                        .endSubset());
    }

    private static Case connections() {
        return DestinationRuleCases.rule(
                "limits, outliers and a port of its own",
                d -> d.trafficPolicy(t -> t.connectionPool(c -> c.tcp(p -> p.maxConnections(10)
                                        .connectTimeout(ofMillis(250))
                                        .tcpKeepalive(4, ofSeconds(60), ofSeconds(15))
                                        .maxConnectionDuration(ofHours(2))
                                        .idleTimeout(ofSeconds(90)))
                                .http(h -> h.http1MaxPendingRequests(11)
                                        .http2MaxRequests(12)
                                        .maxRequestsPerConnection(2)
                                        .maxRetries(5)
                                        .idleTimeout(ofSeconds(20))
                                        .h2UpgradePolicy(H2UpgradePolicy.UPGRADE)
                                        .useClientProtocol(true)
                                        .maxConcurrentStreams(64)))
                        .outlierDetection(o -> o.consecutive5xxErrors(3)
                                .consecutiveGatewayErrors(4)
                                .consecutiveErrors(6)
                                .splitExternalLocalOriginErrors(true)
                                .consecutiveLocalOriginFailures(7)
                                .interval(ofSeconds(30))
                                .baseEjectionTime(ofSeconds(31))
                                .maxEjectionPercent(50)
                                .minHealthPercent(20))
                        .port(
                                HTTP,
                                p -> p.loadBalancer(LoadBalancerAlgorithm.LEAST_REQUEST)
                                        .connectionPool(c -> c.tcp(x -> x.maxConnections(1)))
                                        .outlierDetection(o -> o.interval(ofSeconds(5)))
                                        .tls(ClientTlsMode.DISABLE))
                        .tunnel("CONNECT", "far.example.com", 8443)
                        .proxyProtocol(ProxyProtocolVersion.V2)
                        .retryBudget(12.5, 6)),
                s -> s.withNewTrafficPolicy()
                        .withNewConnectionPool()
                        .withNewTcp()
                        .withMaxConnections(10)
                        .withConnectTimeout("250ms")
                        .withNewTcpKeepalive("15s", 4L, "60s")
                        .withMaxConnectionDuration("7200s")
                        .withIdleTimeout("90s")
                        .endTcp()
                        .withNewHttp()
                        .withHttp1MaxPendingRequests(11)
                        .withHttp2MaxRequests(12)
                        .withMaxRequestsPerConnection(2)
                        .withMaxRetries(5)
                        .withIdleTimeout("20s")
                        .withH2UpgradePolicy(ConnectionPoolSettingsHTTPSettingsH2UpgradePolicy.UPGRADE)
                        .withUseClientProtocol(true)
                        .withMaxConcurrentStreams(64)
                        .endHttp()
                        .endConnectionPool()
                        .withNewOutlierDetection()
                        .withConsecutive5xxErrors(3)
                        .withConsecutiveGatewayErrors(4)
                        .withConsecutiveErrors(6)
                        .withSplitExternalLocalOriginErrors(true)
                        .withConsecutiveLocalOriginFailures(7)
                        .withInterval("30s")
                        .withBaseEjectionTime("31s")
                        .withMaxEjectionPercent(50)
                        .withMinHealthPercent(20)
                        .endOutlierDetection()
                        .addNewPortLevelSetting()
                        .withNewPort(82L)
                        .withNewLoadBalancer()
                        .withLbPolicy(new LoadBalancerSettingsSimple(LoadBalancerSettingsSimpleLB.LEAST_REQUEST))
                        .endLoadBalancer()
                        .withNewConnectionPool()
                        .withNewTcp()
                        .withMaxConnections(1)
                        .endTcp()
                        .endConnectionPool()
                        .withNewOutlierDetection()
                        .withInterval("5s")
                        .endOutlierDetection()
                        .withNewTls()
                        .withMode(ClientTLSSettingsTLSmode.DISABLE)
                        .endTls()
                        .endPortLevelSetting()
                        .withNewTunnel("CONNECT", "far.example.com", 8443L)
                        .withNewProxyProtocol()
                        .withVersion(TrafficPolicyProxyProtocolVERSION.V2)
                        .endProxyProtocol()
                        .withNewRetryBudget(6L, 12.5)
                        .endTrafficPolicy());
    }

    private static Case tls() {
        return DestinationRuleCases.rule(
                "TLS",
                d -> d.trafficPolicy(t -> t.tls(
                        ClientTlsMode.MUTUAL,
                        c -> c.credential(Secret.existing("client-tls"))
                                .clientCertificate("/tls/crt")
                                .privateKey("/tls/key")
                                .caCertificates("/tls/ca")
                                .caCrl("/tls/crl")
                                .subjectAltNames("a.example.com")
                                .sni("b.example.com")
                                .insecureSkipVerify(true))),
                s -> s.withNewTrafficPolicy()
                        .withNewTls()
                        .withMode(ClientTLSSettingsTLSmode.MUTUAL)
                        .withCredentialName("client-tls")
                        .withClientCertificate("/tls/crt")
                        .withPrivateKey("/tls/key")
                        .withCaCertificates("/tls/ca")
                        .withCaCrl("/tls/crl")
                        .withSubjectAltNames("a.example.com")
                        .withSni("b.example.com")
                        .withInsecureSkipVerify(true)
                        .endTls()
                        .endTrafficPolicy());
    }

    private static io.fabric8.istio.api.api.networking.v1alpha3.LoadBalancerSettings hash(
            LoadBalancerSettingsConsistentHashLBBuilder hash) {
        return new LoadBalancerSettingsBuilder()
                .withLbPolicy(new LoadBalancerSettingsConsistentHash(hash.build()))
                .build();
    }
}
