package dev.gantry.monitoring;

import dev.gantry.Port;
import dev.gantry.Quantity;
import dev.gantry.config.ConfigMap;
import dev.gantry.config.Secret;
import dev.gantry.model.Case;
import dev.gantry.network.Service;
import dev.gantry.workload.Deployment;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

final class MonitorCases {

    static final Port METRICS = Port.tcp("metrics", 9090);
    private static final Port ADMIN = Port.tcp("admin", 9091);
    static final Secret SECRET = Secret.existing("auth");
    private static final ConfigMap AUTHORITIES = ConfigMap.existing("authorities");

    private MonitorCases() {}

    static List<Case> cases() {
        return List.of(
                service("a port by the name that the Service has for it", m -> m.scrape(METRICS), """
                        selector: {matchLabels: {app: web, tier: front}}
                        endpoints: [{port: prom}]
                        """),
                service("a port that only the containers have", m -> m.scrapeContainer(ADMIN), """
                        selector: {matchLabels: {app: web, tier: front}}
                        endpoints: [{targetPort: admin}]
                        """),
                service(
                        "a port of the containers, and labels",
                        m -> m.scrapeContainer(ADMIN, e -> {})
                                .selector("release", "7")
                                .targetLabels("tier", "team")
                                .podTargetLabels("version", "track")
                                .jobLabel("tier"),
                        """
                        jobLabel: tier
                        selector: {matchLabels: {app: web, tier: front, release: "7"}}
                        endpoints: [{targetPort: admin}]
                        targetLabels: [tier, team]
                        podTargetLabels: [version, track]
                        """),
                service(
                        "all that an endpoint has",
                        m -> m.scrape(METRICS, MonitorCases::endpoint),
                        """
                        selector: {matchLabels: {app: web, tier: front}}
                        endpoints:
                        - port: prom
                        """ + endpointFields().indent(2)),
                service("namespaces by name", m -> m.namespaces("a", "b").scrape(METRICS), """
                        selector: {matchLabels: {app: web, tier: front}}
                        endpoints: [{port: prom}]
                        namespaceSelector: {matchNames: [a, b]}
                        """),
                service(
                        "limits",
                        m -> m.anyNamespace()
                                .scrape(METRICS)
                                .attachNodeMetadata(true)
                                .selectorMechanism(SelectorMechanism.ROLE_SELECTOR)
                                .bodySizeLimit("10MB")
                                .sampleLimit(1)
                                .targetLimit(2)
                                .labelLimit(3)
                                .labelNameLengthLimit(4)
                                .labelValueLengthLimit(5)
                                .keepDroppedTargets(6)
                                .nativeHistogramBucketLimit(7)
                                .nativeHistogramMinBucketFactor(Quantity.of("1.1"))
                                .scrapeClassicHistograms(true)
                                .scrapeNativeHistograms(true)
                                .convertClassicHistogramsToNhcb(true)
                                .scrapeClass("istio")
                                .scrapeProtocols(
                                        ScrapeProtocol.OPEN_METRICS_TEXT_1_0_0, ScrapeProtocol.PROMETHEUS_TEXT_0_0_4)
                                .fallbackScrapeProtocol(ScrapeProtocol.PROMETHEUS_PROTO),
                        """
                        selector: {matchLabels: {app: web, tier: front}}
                        namespaceSelector: {any: true}
                        endpoints: [{port: prom}]
                        """ + limits()),
                pods(
                        "ports by name and by number",
                        m -> m.scrape(METRICS)
                                .scrapePort(8080, e -> e.path("/a"))
                                .scrapePort(9),
                        """
                        selector: {matchLabels: {app: web}}
                        podMetricsEndpoints: [{port: metrics}, {portNumber: 8080, path: /a}, {portNumber: 9}]
                        """),
                pods(
                        "all that an endpoint of pods has",
                        m -> m.scrape(METRICS, MonitorCases::endpoint)
                                .jobLabel("app")
                                .podTargetLabels("version")
                                .anyNamespace()
                                .attachNodeMetadata(true)
                                .selectorMechanism(SelectorMechanism.ROLE_SELECTOR)
                                .bodySizeLimit("10MB"),
                        """
                        jobLabel: app
                        podTargetLabels: [version]
                        selector: {matchLabels: {app: web}}
                        namespaceSelector: {any: true}
                        attachMetadata: {node: true}
                        selectorMechanism: RoleSelector
                        bodySizeLimit: 10MB
                        podMetricsEndpoints:
                        - port: metrics
                        """ + endpointFields().indent(2)),
                pods(
                        "limits of pods",
                        m -> m.sampleLimit(1)
                                .targetLimit(2)
                                .labelLimit(3)
                                .labelNameLengthLimit(4)
                                .labelValueLengthLimit(5)
                                .keepDroppedTargets(6)
                                .nativeHistogramBucketLimit(7)
                                .nativeHistogramMinBucketFactor(Quantity.of("1.1"))
                                .scrapeClassicHistograms(true)
                                .scrapeNativeHistograms(true)
                                .convertClassicHistogramsToNhcb(true)
                                .scrapeClass("istio")
                                .scrapeProtocols(
                                        ScrapeProtocol.OPEN_METRICS_TEXT_1_0_0, ScrapeProtocol.PROMETHEUS_TEXT_0_0_4)
                                .fallbackScrapeProtocol(ScrapeProtocol.PROMETHEUS_PROTO)
                                .attachNodeMetadata(true)
                                .selectorMechanism(SelectorMechanism.ROLE_SELECTOR)
                                .bodySizeLimit("10MB"),
                        "selector: {matchLabels: {app: web}}\n" + limits()),
                service(
                        "certificates in other places",
                        m -> m.scrape(
                                METRICS,
                                e -> e.tlsConfig(t -> t.ca(AUTHORITIES.key("ca"))
                                                .cert(AUTHORITIES.key("cert").optional()))
                                        .authorization(SECRET.key("token"))),
                        """
                        selector: {matchLabels: {app: web, tier: front}}
                        endpoints:
                        - port: prom
                          authorization: {credentials: {name: auth, key: token}}
                          tlsConfig:
                            ca: {configMap: {name: authorities, key: ca}}
                            cert: {configMap: {name: authorities, key: cert, optional: true}}
                        """));
    }

    private static <E extends ScrapeEndpoint<E>> void endpoint(E endpoint) {
        endpoint.path("/prom")
                .scheme(ScrapeScheme.HTTPS)
                .param("a", "1", "2")
                .interval(Duration.ofSeconds(90))
                .scrapeTimeout(Duration.ofSeconds(10))
                .honorLabels(true)
                .honorTimestamps(false)
                .trackTimestampsStaleness(true)
                .filterRunning(false)
                .enableHttp2(false)
                .followRedirects(false)
                .metricRelabelings(
                        Relabeling.drop("__name__", "go_.*"),
                        Relabeling.labelDrop("pod"),
                        Relabeling.labelKeep("a|b"),
                        Relabeling.of(RelabelAction.HASH_MOD)
                                .sourceLabels("a")
                                .targetLabel("b")
                                .modulus(8))
                .relabelings(
                        Relabeling.replace("node")
                                .sourceLabels("x", "y")
                                .separator("/")
                                .regex("(.+)/(.+)")
                                .replacement("$2"),
                        Relabeling.keep("z", "1"),
                        Relabeling.labelMap("__meta_(.+)"))
                .basicAuth(SECRET.key("user"), SECRET.key("password"))
                .authorization("Token", SECRET.key("token").optional())
                .bearerTokenSecret(SECRET.key("bearer"))
                .oauth2(
                        SecretOrConfigMap.secret(SECRET.key("id")),
                        SECRET.key("secret"),
                        "https://auth.example.com/token",
                        MonitorCases::oauth2)
                .tlsConfig(MonitorCases::tls)
                .proxyUrl("http://proxy.example.com:3128")
                .noProxy("example.com")
                .proxyFromEnvironment(true);
    }

    static void oauth2(OAuth2 oauth2) {
        oauth2.scopes("read", "more")
                .endpointParam("audience", "metrics")
                .tlsConfig(t -> t.serverName("auth.example.com"));
    }

    static void tls(TlsConfig tls) {
        tls.ca(SECRET.key("ca"))
                .cert(SECRET.key("cert"))
                .keySecret(SECRET.key("key"))
                .serverName("web.example.com")
                .insecureSkipVerify(true)
                .minVersion(TlsVersion.TLS_1_2)
                .maxVersion(TlsVersion.TLS_1_3);
    }

    static String oauth2Fields() {
        return """
                oauth2:
                  clientId: {secret: {name: auth, key: id}}
                  clientSecret: {name: auth, key: secret}
                  tokenUrl: https://auth.example.com/token
                  scopes: [read, more]
                  endpointParams: {audience: metrics}
                  tlsConfig: {serverName: auth.example.com}
                """;
    }

    static String tlsFields() {
        return """
                tlsConfig:
                  ca: {secret: {name: auth, key: ca}}
                  cert: {secret: {name: auth, key: cert}}
                  keySecret: {name: auth, key: key}
                  serverName: web.example.com
                  insecureSkipVerify: true
                  minVersion: TLS12
                  maxVersion: TLS13
                """;
    }

    private static String endpointFields() {
        return """
                path: /prom
                scheme: https
                params: {a: ["1", "2"]}
                interval: 1m30s
                scrapeTimeout: 10s
                honorLabels: true
                honorTimestamps: false
                trackTimestampsStaleness: true
                filterRunning: false
                enableHttp2: false
                followRedirects: false
                metricRelabelings:
                - {action: drop, sourceLabels: [__name__], regex: go_.*}
                - {action: labeldrop, regex: pod}
                - {action: labelkeep, regex: a|b}
                - {action: hashmod, sourceLabels: [a], targetLabel: b, modulus: 8}
                relabelings:
                - {action: replace, targetLabel: node, sourceLabels: [x, y], separator: /, regex: (.+)/(.+), replacement: $2}
                - {action: keep, sourceLabels: [z], regex: "1"}
                - {action: labelmap, regex: __meta_(.+)}
                basicAuth: {username: {name: auth, key: user}, password: {name: auth, key: password}}
                authorization: {type: Token, credentials: {name: auth, key: token, optional: true}}
                bearerTokenSecret: {name: auth, key: bearer}
                proxyUrl: http://proxy.example.com:3128
                noProxy: example.com
                proxyFromEnvironment: true
                """ + oauth2Fields() + tlsFields();
    }

    private static String limits() {
        return """
                attachMetadata: {node: true}
                selectorMechanism: RoleSelector
                bodySizeLimit: 10MB
                """ + scrapeFields();
    }

    static String scrapeFields() {
        return """
                sampleLimit: 1
                targetLimit: 2
                labelLimit: 3
                labelNameLengthLimit: 4
                labelValueLengthLimit: 5
                keepDroppedTargets: 6
                nativeHistogramBucketLimit: 7
                nativeHistogramMinBucketFactor: "1.1"
                scrapeClassicHistograms: true
                scrapeNativeHistograms: true
                convertClassicHistogramsToNHCB: true
                scrapeClass: istio
                scrapeProtocols: [OpenMetricsText1.0.0, PrometheusText0.0.4]
                fallbackScrapeProtocol: PrometheusProto
                """;
    }

    static Service web() {
        return Service.of(
                "web", s -> s.label("app", "web").label("tier", "front").port(METRICS, 9100, p -> p.name("prom")));
    }

    private static Case service(String name, Consumer<ServiceMonitor.Builder> options, String spec) {
        return ByHand.of(
                "a monitor of a Service: " + name,
                ServiceMonitor.of("m", web(), options),
                io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor.class,
                spec);
    }

    private static Case pods(String name, Consumer<PodMonitor.Builder> options, String spec) {
        Deployment web = Deployment.of("web", d -> d.selector("app", "web"));
        return ByHand.of(
                "a monitor of pods: " + name,
                PodMonitor.of("m", web, options),
                io.fabric8.openshift.api.model.monitoring.v1.PodMonitor.class,
                spec);
    }
}
