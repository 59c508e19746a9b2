package dev.gantry.monitoring;

import dev.gantry.Quantity;
import dev.gantry.config.Secret;
import dev.gantry.model.Case;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

final class ScrapeConfigCases {

    private ScrapeConfigCases() {}

    static List<Case> cases() {
        return List.of(
                config("targets that are named", s -> s.targets("a:9100", "b:9100"), """
                        staticConfigs: [{targets: ["a:9100", "b:9100"]}]
                        """),
                config(
                        "all that a scrape has",
                        s -> s.jobName("node")
                                .staticConfig(c -> c.targets("a:9100").label("zone", "one"))
                                .scrapeInterval(Duration.ofMinutes(1))
                                .scrapeTimeout(Duration.ofSeconds(5))
                                .metricsPath("/prom")
                                .scheme(ScrapeScheme.HTTPS)
                                .param("a", "1", "2")
                                .honorLabels(true)
                                .honorTimestamps(false)
                                .trackTimestampsStaleness(true)
                                .enableCompression(false)
                                .relabelings(Relabeling.replace("a").replacement("b"))
                                .metricRelabelings(Relabeling.labelDrop("c"))
                                .http(ScrapeConfigCases::client)
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
                        jobName: node
                        staticConfigs: [{targets: ["a:9100"], labels: {zone: one}}]
                        scrapeInterval: 1m
                        scrapeTimeout: 5s
                        metricsPath: /prom
                        scheme: HTTPS
                        params: {a: ["1", "2"]}
                        honorLabels: true
                        honorTimestamps: false
                        trackTimestampsStaleness: true
                        enableCompression: false
                        relabelings: [{action: replace, targetLabel: a, replacement: b}]
                        metricRelabelings: [{action: labeldrop, regex: c}]
                        enableHTTP2: false
                        basicAuth: {username: {name: auth, key: user}, password: {name: auth, key: password}}
                        """ + connectionFields() + MonitorCases.scrapeFields()),
                config("a token", s -> s.http(h -> h.authorization(MonitorCases.SECRET.key("token"))), """
                        authorization: {credentials: {name: auth, key: token}}
                        """),
                config(
                        "an OAuth 2.0 server",
                        s -> s.http(h -> h.oauth2(
                                SecretOrConfigMap.secret(MonitorCases.SECRET.key("id")),
                                MonitorCases.SECRET.key("secret"),
                                "https://auth.example.com/token",
                                MonitorCases::oauth2)),
                        MonitorCases.oauth2Fields()),
                config("files", s -> s.fileSd("/targets/a.json", "/targets/*.yaml"), """
                        fileSDConfigs: [{files: [/targets/a.json, "/targets/*.yaml"]}]
                        """),
                config(
                        "a server",
                        s -> s.httpSd("https://sd.example.com/targets", h -> {
                            client(h);
                            h.refreshInterval(Duration.ofMinutes(2))
                                    .followRedirects(false)
                                    .enableHttp2(false);
                        }),
                        """
                        httpSDConfigs:
                        - url: https://sd.example.com/targets
                          refreshInterval: 2m
                          followRedirects: false
                          enableHTTP2: false
                        """ + clientFields().indent(2)),
                config(
                        "the DNS",
                        s -> s.dnsSd(d -> d.names("a.example.com", "b.example.com")
                                .type(DnsRecordType.A)
                                .port(9100)
                                .refreshInterval(Duration.ofMinutes(1))),
                        """
                        dnsSDConfigs:
                        - {names: [a.example.com, b.example.com], type: A, port: 9100, refreshInterval: 1m}
                        """),
                config(
                        "a cluster",
                        s -> s.kubernetesSd(KubernetesRole.POD, k -> {
                            client(k);
                            k.apiServer("https://cluster.example.com")
                                    .namespaces("a", "b")
                                    .ownNamespace()
                                    .attachNodeMetadata(true)
                                    .labelSelector(KubernetesRole.POD, "app=web")
                                    .fieldSelector(KubernetesRole.NODE, "metadata.name=n1")
                                    .followRedirects(false)
                                    .enableHttp2(false);
                        }),
                        """
                        kubernetesSDConfigs:
                        - role: Pod
                          apiServer: https://cluster.example.com
                          namespaces: {names: [a, b], ownNamespace: true}
                          attachMetadata: {node: true}
                          selectors:
                          - {role: Pod, label: app=web}
                          - {role: Node, field: metadata.name=n1}
                          followRedirects: false
                          enableHTTP2: false
                        """ + clientFields().indent(2)));
    }

    private static void client(ScrapeClient client) {
        Secret secret = MonitorCases.SECRET;
        client.basicAuth(secret.key("user"), secret.key("password"))
                .enableHttp2(false)
                .tlsConfig(MonitorCases::tls)
                .proxyUrl("http://proxy.example.com:3128")
                .noProxy("example.com")
                .proxyFromEnvironment(true);
    }

    private static <B extends AuthorizedClient<B>> void client(AuthorizedClient<B> client) {
        Secret secret = MonitorCases.SECRET;
        client.basicAuth(secret.key("user"), secret.key("password"))
                .authorization(secret.key("token"))
                .oauth2(
                        SecretOrConfigMap.secret(secret.key("id")),
                        secret.key("secret"),
                        "https://auth.example.com/token",
                        MonitorCases::oauth2)
                .tlsConfig(MonitorCases::tls)
                .proxyUrl("http://proxy.example.com:3128")
                .noProxy("example.com")
                .proxyFromEnvironment(true);
    }

    private static String clientFields() {
        return """
                basicAuth: {username: {name: auth, key: user}, password: {name: auth, key: password}}
                authorization: {credentials: {name: auth, key: token}}
                """ + connectionFields() + MonitorCases.oauth2Fields();
    }

    private static String connectionFields() {
        return """
                proxyUrl: http://proxy.example.com:3128
                noProxy: example.com
                proxyFromEnvironment: true
                """ + MonitorCases.tlsFields();
    }

    private static Case config(String name, Consumer<ScrapeConfig.Builder> options, String spec) {
        return ByHand.of(
                "a scrape configuration: " + name,
                ScrapeConfig.of("s", options),
                io.fabric8.openshift.api.model.monitoring.v1alpha1.ScrapeConfig.class,
                spec);
    }
}
