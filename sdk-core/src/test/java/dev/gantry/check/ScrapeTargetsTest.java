package dev.gantry.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.App;
import dev.gantry.Image;
import dev.gantry.Port;
import dev.gantry.Stack;
import dev.gantry.Synthesis;
import dev.gantry.TestRun;
import dev.gantry.network.Service;
import dev.gantry.raw.Raw;
import dev.gantry.workload.Deployment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScrapeTargetsTest {

    private static final Port HTTP = Port.http(8080);
    private static final Port METRICS = Port.tcp("metrics", 9090);

    @TempDir
    private static Path folder;

    @Test
    void should_follow_a_port_through_the_service() {
        assertThat(targets(app -> {
                    shop(app);
                    monitor(app, "shop", "ServiceMonitor", """
                            selector: {matchLabels: {app: web}}
                            endpoints: [{port: prom, interval: 30s}]
                            """);
                }))
                .containsExactly("spec.endpoints[0] web metrics 9090 http /metrics 30s job=web");
    }

    @Test
    void should_take_the_scheme_path_and_job_label_as_they_are_given() {
        assertThat(targets(app -> {
                    shop(app);
                    monitor(app, "shop", "ServiceMonitor", """
                            jobLabel: tier
                            selector: {matchExpressions: [{key: app, operator: Exists}]}
                            endpoints: [{targetPort: http, scheme: HTTPS, path: /prom}, {targetPort: 9090}]
                            """);
                }))
                .containsExactly(
                        "spec.endpoints[0] web http 8080 https /prom  job=front",
                        "spec.endpoints[1] web metrics 9090 http /metrics  job=front");
    }

    @Test
    void should_look_only_into_the_namespaces_that_are_selected() {
        assertThat(targets(app -> {
                    shop(app);
                    monitor(app, "monitoring", "ServiceMonitor", endpoints("")); // its own namespace only
                }))
                .isEmpty();
        assertThat(targets(app -> {
                    shop(app);
                    monitor(
                            app,
                            "monitoring",
                            "ServiceMonitor",
                            endpoints("namespaceSelector: {matchNames: [elsewhere, shop]}"));
                }))
                .hasSize(1);
        assertThat(targets(app -> {
                    shop(app);
                    monitor(app, "monitoring", "ServiceMonitor", endpoints("namespaceSelector: {any: true}"));
                }))
                .hasSize(1);
    }

    @Test
    void should_find_the_ports_of_pods() {
        assertThat(targets(app -> {
                    shop(app);
                    monitor(app, "shop", "PodMonitor", """
                            selector: {matchLabels: {app: web}}
                            podMetricsEndpoints: [{port: metrics}, {portNumber: 8080}, {port: other}]
                            """);
                }))
                .containsExactly(
                        "spec.podMetricsEndpoints[0] web metrics 9090 http /metrics  job=shop/m",
                        "spec.podMetricsEndpoints[1] web http 8080 http /metrics  job=shop/m");
    }

    @Test
    void should_know_the_job_after_relabelling_only_where_it_is_constant() {
        assertThat(jobs("{targetLabel: job, replacement: shop}")).containsExactly("shop");
        assertThat(jobs("{targetLabel: job, sourceLabels: [a], replacement: $1}"))
                .containsExactly("null");
        assertThat(jobs("{targetLabel: node, sourceLabels: [a]}")).containsExactly("web");
        assertThat(jobs("{action: labeldrop, regex: pod|endpoint}")).containsExactly("web");
        assertThat(jobs("{action: LabelKeep, regex: pod}")).containsExactly("null");
    }

    @Test
    void should_be_empty_without_monitors() {
        assertThat(targets(ScrapeTargetsTest::shop)).isEmpty();
    }

    private static List<String> jobs(String relabeling) {
        return targets(app -> {
                    shop(app);
                    monitor(
                            app,
                            "shop",
                            "ServiceMonitor",
                            "selector: {}\nendpoints: [{port: prom, relabelings: [" + relabeling + "]}]\n");
                })
                .stream()
                .map(target -> target.substring(target.indexOf("job=") + "job=".length()))
                .toList();
    }

    private static String endpoints(String namespaces) {
        return "selector: {matchLabels: {app: web}}\nendpoints: [{port: prom}]\n" + namespaces + "\n";
    }

    private static void shop(App app) {
        Stack shop = app.stack("shop", s -> s.namespace("shop"));
        Deployment web = shop.add(Deployment.of(
                "web",
                d -> d.selector("app", "web")
                        .container("web", Image.of("example.com/web:7"), c -> c.ports(HTTP, METRICS))));
        shop.add(Service.of(
                "web",
                s -> s.label("app", "web")
                        .label("tier", "front")
                        .selects(web)
                        .port(HTTP, 80)
                        .port(METRICS, 9100, p -> p.name("prom"))));
    }

    private static void monitor(App app, String namespace, String kind, String spec) {
        Path file = folder.resolve("monitor.yaml");
        try {
            Files.writeString(file, """
                    apiVersion: monitoring.coreos.com/v1
                    kind: %s
                    metadata: {name: m}
                    spec:
                    %s
                    """.formatted(kind, spec.indent(2).stripTrailing()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        app.stack("m", s -> s.namespace(namespace)).addAll(Raw.yaml(file));
    }

    private static List<String> targets(Consumer<App> program) {
        Synthesis made = TestRun.of(program);
        return ScrapeTargets.of(Model.of("staging", made.manifests())).all().stream()
                .map(t -> t.field() + " " + t.workload().manifest().id().name() + " "
                        + (t.port() == null ? "?" : t.port().path("name").asText()) + " " + t.number() + " "
                        + t.scheme() + " " + t.path() + " " + t.interval() + " job=" + t.job())
                .toList();
    }
}
