package dev.gantry.istio;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.gantry.config.Secret;
import dev.gantry.extension.Resource;
import dev.gantry.istio.security.AuthorizationPolicy;
import dev.gantry.istio.telemetry.Telemetry;
import dev.gantry.istio.traffic.DestinationRule;
import dev.gantry.istio.traffic.IstioGateway;
import dev.gantry.istio.traffic.IstioProtocol;
import dev.gantry.istio.traffic.LoadBalancerAlgorithm;
import dev.gantry.istio.traffic.ServerTlsMode;
import dev.gantry.istio.traffic.StringMatch;
import dev.gantry.istio.traffic.VirtualService;
import dev.gantry.model.Case;
import dev.gantry.model.FabricModel;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;

/** Fields that Istio has and fabric8's classes lack. */
final class NewerFieldCases {

    /** Of these, fabric8's classes keep what is written, as further properties. */
    static final Set<String> KEPT = Set.of(
            "ConnectionPoolSettingsHTTPSettings.http2KeepAlive",
            "OutlierDetection.outlierDetectionHttpErrorCodes",
            "ServerTLSSettings.ecdhCurves",
            "ServerTLSSettings.insecureSkipVerify",
            "Source.notTrustDomains",
            "Source.trustDomains",
            "Tracing.disableContextPropagation",
            "TrafficPolicyRetryBudget.budgetInterval");

    private NewerFieldCases() {}

    static List<Case> cases() {
        return List.of(connections(), server(), trustDomains(), propagation(), zones(), prefix(), formatter());
    }

    private static Case connections() {
        return kept(
                io.fabric8.istio.api.networking.v1.DestinationRule.class,
                "a DestinationRule with pings, statuses that are errors and an interval of retries",
                DestinationRule.forHost(
                        "web",
                        "api.example.org",
                        d -> d.trafficPolicy(t -> t.connectionPool(
                                        c -> c.http(h -> h.http2KeepAlive(ofSeconds(30), ofMillis(1500))))
                                .outlierDetection(o -> o.outlierDetectionHttpErrorCodes(429, 503))
                                .retryBudget(12.5, 4, ofSeconds(10)))),
                """
                apiVersion: networking.istio.io/v1
                kind: DestinationRule
                metadata: {name: web}
                spec:
                  host: api.example.org
                  trafficPolicy:
                    connectionPool: {http: {http2KeepAlive: {interval: 30s, timeout: 1500ms}}}
                    outlierDetection: {outlierDetectionHttpErrorCodes: [429, 503]}
                    retryBudget: {percent: 12.5, minRetryConcurrency: 4, budgetInterval: 10s}
                """);
    }

    private static Case server() {
        return kept(
                io.fabric8.istio.api.networking.v1.Gateway.class,
                "a Gateway with curves, and clients that the workload verifies",
                IstioGateway.of(
                        "web",
                        g -> g.selector("istio", "ingress")
                                .server(
                                        "https",
                                        443,
                                        IstioProtocol.HTTPS,
                                        s -> s.host("a.example.com")
                                                .tls(
                                                        ServerTlsMode.MUTUAL,
                                                        t -> t.credential(Secret.existing("web-tls"))
                                                                .ecdhCurves("X25519", "P-256")
                                                                .insecureSkipVerify(true)))),
                """
                apiVersion: networking.istio.io/v1
                kind: Gateway
                metadata: {name: web}
                spec:
                  servers:
                    - port: {number: 443, protocol: HTTPS, name: https}
                      hosts: [a.example.com]
                      tls:
                        mode: MUTUAL
                        credentialName: web-tls
                        ecdhCurves: [X25519, P-256]
                        insecureSkipVerify: true
                  selector: {istio: ingress}
                """);
    }

    private static Case trustDomains() {
        return kept(
                io.fabric8.istio.api.security.v1.AuthorizationPolicy.class,
                "an AuthorizationPolicy for trust domains",
                AuthorizationPolicy.of(
                        "web",
                        p -> p.rule(r -> r.from(
                                s -> s.trustDomains("cluster.example", "eu-*").notTrustDomains("eu-test")))),
                """
                apiVersion: security.istio.io/v1
                kind: AuthorizationPolicy
                metadata: {name: web}
                spec:
                  rules:
                    - from:
                        - source: {trustDomains: [cluster.example, eu-*], notTrustDomains: [eu-test]}
                """);
    }

    private static Case propagation() {
        return kept(
                io.fabric8.istio.api.telemetry.v1.Telemetry.class,
                "a Telemetry whose traces end here",
                Telemetry.of("web", t -> t.tracing(r -> r.disableContextPropagation(true))),
                """
                apiVersion: telemetry.istio.io/v1
                kind: Telemetry
                metadata: {name: web}
                spec:
                  tracing:
                    - disableContextPropagation: true
                """);
    }

    private static Case zones() {
        return dropped(
                "a DestinationRule that keeps requests in the client's zone",
                DestinationRule.forHost(
                        "web",
                        "api.example.org",
                        d -> d.trafficPolicy(t -> t.loadBalancer(l -> l.simple(LoadBalancerAlgorithm.ROUND_ROBIN)
                                        .zoneAware(z -> z.enabled(true)
                                                .failover("us-east", "eu-west")
                                                .failoverPriority("topology.istio.io/cluster", "version=v1")
                                                .minClusterSize(3)))
                                .outlierDetection(o -> o.interval(ofSeconds(30))))),
                """
                apiVersion: networking.istio.io/v1
                kind: DestinationRule
                metadata: {name: web}
                spec:
                  host: api.example.org
                  trafficPolicy:
                    loadBalancer:
                      simple: ROUND_ROBIN
                      zoneAwareLbSetting:
                        enabled: true
                        failover: [{from: us-east, to: eu-west}]
                        failoverPriority: [topology.istio.io/cluster, version=v1]
                        minClusterSize: 3
                    outlierDetection: {interval: 30s}
                """);
    }

    private static Case prefix() {
        return dropped(
                "a VirtualService that redirects what lies below a path",
                VirtualService.of(
                        "web",
                        v -> v.host("a.example.com")
                                .http(r -> r.match(m -> m.uri(StringMatch.prefix("/old/")))
                                        .redirect(d -> d.prefixRewrite("/new/")))),
                """
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: web}
                spec:
                  hosts: [a.example.com]
                  http:
                    - match: [{uri: {prefix: /old/}}]
                      redirect: {prefixRewrite: /new/}
                """);
    }

    private static Case formatter() {
        return dropped(
                "a Telemetry with a tag as in access logs",
                Telemetry.of("web", t -> t.tracing(r -> r.formatterTag("sni", "%REQUESTED_SERVER_NAME%"))),
                """
                apiVersion: telemetry.istio.io/v1
                kind: Telemetry
                metadata: {name: web}
                spec:
                  tracing:
                    - customTags: {sni: {formatter: {value: '%REQUESTED_SERVER_NAME%'}}}
                """);
    }

    private static Case kept(Class<?> model, String name, Resource made, String yaml) {
        return new Case(name, made, FabricModel.read(tree(yaml), model, KEPT));
    }

    /** As a tree, since the model's class drops the field. */
    private static Case dropped(String name, Resource made, String yaml) {
        return new Case(name, made, tree(yaml));
    }

    static JsonNode tree(String yaml) {
        try {
            return new YAMLMapper().readTree(yaml);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
