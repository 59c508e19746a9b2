package dev.gantry.monitoring;

import dev.gantry.LabelSelector;
import dev.gantry.Port;
import dev.gantry.Quantity;
import dev.gantry.config.ConfigMap;
import dev.gantry.config.Secret;
import dev.gantry.model.Case;
import dev.gantry.network.Service;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

final class ProbeCases {

    private static final Port HTTP = Port.http(9115);

    private ProbeCases() {}

    static List<Case> cases() {
        Service blackbox = Service.of("blackbox", s -> s.port(HTTP, 80));
        return List.of(
                probe(
                        "targets that are named",
                        p -> p.prober(blackbox, HTTP)
                                .module("http_2xx")
                                .jobName("outside")
                                .targets("https://a.example.com", "https://b.example.com")
                                .targetLabel("tier", "front")
                                .targetRelabelings(Relabeling.replace("a").replacement("b"))
                                .interval(Duration.ofMinutes(1))
                                .scrapeTimeout(Duration.ofSeconds(20))
                                .param("hostname", "a", "b")
                                .metricRelabelings(Relabeling.labelDrop("c"))
                                .http(ProbeCases::client),
                        """
                        jobName: outside
                        prober: {url: "blackbox.shop.svc.cluster.example:80"}
                        module: http_2xx
                        targets:
                          staticConfig:
                            static: [https://a.example.com, https://b.example.com]
                            labels: {tier: front}
                            relabelingConfigs: [{action: replace, targetLabel: a, replacement: b}]
                        interval: 1m
                        scrapeTimeout: 20s
                        params: [{name: hostname, values: [a, b]}]
                        metricRelabelings: [{action: labeldrop, regex: c}]
                        basicAuth: {username: {name: auth, key: user}, password: {name: auth, key: password}}
                        authorization: {credentials: {name: auth, key: token}}
                        bearerTokenSecret: {name: auth, key: bearer}
                        """ + MonitorCases.tlsFields()
                                + MonitorCases.oauth2Fields()
                                        .replace(
                                                "secret: {name: auth, key: id}",
                                                "configMap: {name: authorities, key: id}")),
                probe(
                        "Ingresses",
                        p -> p.prober(
                                        blackbox,
                                        HTTP,
                                        b -> b.scheme(ScrapeScheme.HTTPS)
                                                .path("/probe")
                                                .proxyUrl("http://proxy.example.com:3128")
                                                .noProxy("example.com")
                                                .proxyFromEnvironment(true))
                                .ingress(
                                        LabelSelector.of("tier", "front"),
                                        i -> i.namespaces("a", "b")
                                                .relabelings(
                                                        Relabeling.replace("a").replacement("b")))
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
                        prober:
                          url: blackbox.shop.svc.cluster.example:80
                          scheme: https
                          path: /probe
                          proxyUrl: http://proxy.example.com:3128
                          noProxy: example.com
                          proxyFromEnvironment: true
                        targets:
                          ingress:
                            selector: {matchLabels: {tier: front}}
                            namespaceSelector: {matchNames: [a, b]}
                            relabelingConfigs: [{action: replace, targetLabel: a, replacement: b}]
                        """ + MonitorCases.scrapeFields()),
                probe(
                        "Ingresses of everybody",
                        p -> p.prober("probe.example.com:9115")
                                .ingress(LabelSelector.everything(), ProbeTargetIngress::anyNamespace),
                        """
                        prober: {url: "probe.example.com:9115"}
                        targets: {ingress: {selector: {}, namespaceSelector: {any: true}}}
                        """),
                probe(
                        "Ingresses of its own namespace",
                        p -> p.prober("probe.example.com:9115").ingress(LabelSelector.everything()),
                        """
                        prober: {url: "probe.example.com:9115"}
                        targets: {ingress: {selector: {}}}
                        """));
    }

    private static void client(ProbeClient client) {
        Secret secret = MonitorCases.SECRET;
        client.basicAuth(secret.key("user"), secret.key("password"))
                .authorization(secret.key("token"))
                .bearerTokenSecret(secret.key("bearer"))
                .oauth2(
                        SecretOrConfigMap.configMap(
                                ConfigMap.existing("authorities").key("id")),
                        secret.key("secret"),
                        "https://auth.example.com/token",
                        MonitorCases::oauth2)
                .tlsConfig(MonitorCases::tls);
    }

    private static Case probe(String name, Consumer<PrometheusProbe.Builder> options, String spec) {
        return ByHand.of(
                "a probe: " + name,
                PrometheusProbe.of("p", options),
                io.fabric8.openshift.api.model.monitoring.v1.Probe.class,
                spec);
    }
}
