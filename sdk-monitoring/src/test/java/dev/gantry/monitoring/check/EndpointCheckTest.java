package dev.gantry.monitoring.check;

import static dev.gantry.TestRun.findings;
import static dev.gantry.TestRun.report;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.gantry.Lines;
import dev.gantry.Stack;
import dev.gantry.config.Secret;
import dev.gantry.extension.Resource;
import dev.gantry.monitoring.PrometheusProbe;
import dev.gantry.monitoring.Relabeling;
import dev.gantry.monitoring.ScrapeConfig;
import dev.gantry.monitoring.ServiceMonitor;
import dev.gantry.network.Service;
import dev.gantry.raw.Raw;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndpointCheckTest {

    private static final Secret SECRET = Secret.existing("metrics");

    @Test
    void should_reject_a_monitor_without_endpoints() {
        assertThat(report(app -> app.stack("shop")
                        .add(ServiceMonitor.of( // @monitor
                                "web", Service.existing("web"), m -> m.selector("app", "web")))))
                .isEqualTo(Lines.fill(EndpointCheckTest.class, """
                        error GTY-MON-005 @monitor ServiceMonitor web spec
                          The monitor names no port, so nothing is scraped.
                          hint: Call scrape(port).
                        """));
        assertThat(found(raw("""
                        apiVersion: monitoring.coreos.com/v1
                        kind: PodMonitor
                        metadata: {name: web}
                        spec: {selector: {matchLabels: {app: web}}, podMetricsEndpoints: []}
                        """))).containsExactly("GTY-MON-005 spec");
    }

    @Test
    void should_reject_urls_where_host_and_port_belong() {
        assertThat(report(app -> {
                    Stack shop = app.stack("shop");
                    shop.add(ScrapeConfig.of("a", s -> s.targets("a:9100", "http://b:9100/metrics"))); // @target
                    shop.add(ScrapeConfig.of("b", s -> {})); // @nothing
                    shop.add(PrometheusProbe.of(
                            "c",
                            p -> p.prober("http://blackbox:9115/probe") // @prober
                                    .targets("https://a.example.com")));
                    shop.add(ScrapeConfig.of(
                            "d",
                            s -> s.targets("https://a.example.com")
                                    .relabelings(
                                            Relabeling.replace("__param_target").sourceLabels("__address__"),
                                            Relabeling.replace("__address__").replacement("blackbox:9115"))));
                }))
                .isEqualTo(Lines.fill(EndpointCheckTest.class, """
                        error GTY-MON-016 @target ScrapeConfig a spec.staticConfigs[0].targets[1]
                          The target "http://b:9100/metrics" is not host and port, so Prometheus does not scrape it.
                          hint: Write such as "10.0.0.1:9100", and call scheme(...) and metricsPath(...) for the rest.

                        error GTY-MON-005 @nothing ScrapeConfig b spec
                          The ScrapeConfig names no targets, so nothing is scraped.
                          hint: Call targets(addresses), or a way to find them such as dnsSd(...).

                        error GTY-MON-016 @prober Probe c spec.prober.url
                          The prober "http://blackbox:9115/probe" is not host and port, so the operator turns the probe away.
                          hint: Write such as "blackbox.example.com:9115", and call scheme(...) and path(...) of the prober for the rest.
                        """));
    }

    @Test
    void should_reject_two_ways_to_log_in_at_what_is_scraped() {
        assertThat(report(app -> app.stack("shop").add(ScrapeConfig.of("node", s -> {
                    s.staticConfig(t -> t.targets("a:9100"));
                    s.http(h -> {
                        h.basicAuth(SECRET.key("user"), SECRET.key("password")); // @basic
                        h.authorization(SECRET.key("token")); // @token
                    });
                }))))
                .isEqualTo(Lines.fill(EndpointCheckTest.class, """
                        error GTY-MON-010 @token ScrapeConfig node spec.authorization
                          Only one of basicAuth and authorization can be used.
                          hint: Leave all but one of them out.
                          @basic: basicAuth
                        """));
        assertThat(found(ScrapeConfig.of(
                        "node",
                        s -> s.staticConfig(t -> t.targets("a:9100")).http(h -> h.authorization(SECRET.key("token"))))))
                .isEmpty();
    }

    @Test
    void should_reject_two_ways_to_log_in_where_targets_are_found() {
        assertThat(found(ScrapeConfig.of(
                        "node",
                        s -> s.httpSd(
                                "https://sd.example.com",
                                h -> h.basicAuth(SECRET.key("user"), SECRET.key("password"))
                                        .authorization(SECRET.key("token"))))))
                .containsExactly("GTY-MON-010 spec.httpSDConfigs[0].authorization");
    }

    @Test
    void should_reject_two_ways_to_log_in_where_samples_are_sent() {
        for (String kind : List.of("v1 Prometheus", "v1alpha1 PrometheusAgent")) {
            String version = kind.split(" ", -1)[0];
            String name = kind.split(" ", -1)[1];
            assertThat(found(raw("""
                            apiVersion: monitoring.coreos.com/%s
                            kind: %s
                            metadata: {name: main}
                            spec:
                              remoteWrite:
                              - {url: "https://a.example.com", authorization: {}, sigv4: {region: eu}}
                              - {url: "https://b.example.com", sigv4: {region: eu}}
                            """.formatted(version, name))))
                    .containsExactly("GTY-MON-010 spec.remoteWrite[0].sigv4");
        }
    }

    @Test
    void should_reject_two_ways_to_log_in_at_probed_targets() {
        assertThat(found(raw("""
                        apiVersion: monitoring.coreos.com/v1
                        kind: Probe
                        metadata: {name: main}
                        spec:
                          prober: {url: "blackbox:9115"}
                          targets: {staticConfig: {static: [a.example.com]}}
                          authorization: {credentials: {name: a, key: b}}
                          oauth2: {clientId: {secret: {name: a, key: b}}}
                        """))).containsExactly("GTY-MON-010 spec.oauth2");
    }

    @Test
    void should_reject_urls_and_lists_that_an_api_server_turns_away() {
        assertThat(findings(app -> app.stack("shop")
                        .add(ScrapeConfig.of(
                                "node",
                                s -> s.staticConfig(t -> t.label("zone", "one"))
                                        .dnsSd(d -> d.port(9100))
                                        .httpSd("sd.example.com", h -> h.proxyUrl("socks5://proxy"))
                                        .http(h -> h.proxyUrl("proxy.example.com:3128"))))))
                .extracting(finding -> finding.code() + " " + finding.field() + " " + finding.message())
                .containsExactlyInAnyOrder(
                        "GTY-VAL-010 spec.staticConfigs[0].targets The list targets needs at least one entry.",
                        "GTY-VAL-010 spec.dnsSDConfigs[0].names The list names needs at least one entry.",
                        "GTY-VAL-009 spec.httpSDConfigs[0].url \"sd.example.com\" is not a URL that can be used here.",
                        "GTY-VAL-009 spec.proxyUrl \"proxy.example.com:3128\" is not a URL that can be used here.");
    }

    @Test
    void should_let_an_empty_token_pass_as_older_operators_wrote_it() {
        assertThat(found(raw("""
                        apiVersion: monitoring.coreos.com/v1
                        kind: ServiceMonitor
                        metadata: {name: web}
                        spec:
                          selector: {matchLabels: {app: web}}
                          endpoints: [{port: web, bearerTokenSecret: {}, authorization: {credentials: {name: a, key: b}}}]
                        """))).isEmpty();
    }

    private static Resource raw(String yaml) {
        try {
            return Raw.of(new YAMLMapper().readValue(yaml, GenericKubernetesResource.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> found(Resource resource) {
        return findings(app -> app.stack("shop").add(resource)).stream()
                .filter(finding -> finding.code().matches("GTY-MON-0(05|10)"))
                .map(finding -> finding.code() + " " + finding.field())
                .toList();
    }
}
