package dev.gantry.monitoring.check;

import static dev.gantry.TestRun.findings;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.App;
import dev.gantry.Image;
import dev.gantry.Port;
import dev.gantry.Stack;
import dev.gantry.finding.Finding;
import dev.gantry.monitoring.AlertSeverity;
import dev.gantry.monitoring.PodMonitor;
import dev.gantry.monitoring.PrometheusProbe;
import dev.gantry.monitoring.PrometheusRule;
import dev.gantry.monitoring.Relabeling;
import dev.gantry.monitoring.RuleGroup;
import dev.gantry.monitoring.ScrapeConfig;
import dev.gantry.monitoring.ServiceMonitor;
import dev.gantry.network.Service;
import dev.gantry.workload.Deployment;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RuleCheckTest {

    private static final Port METRICS = Port.tcp("metrics", 9090);

    @Test
    void should_say_at_the_expression_what_is_wrong_with_it() {
        assertThat(rules(g -> g.alert("A", a -> a.expr("up == 0"))
                        .record("b", r -> r.expr("sum(rate(foo[5m])) / sum(rate(bar[5 m])"))))
                .extracting(f -> f.code() + " " + f.field() + " " + f.message())
                .containsExactly("GTY-PRM-001 spec.groups[0].rules[1].expr There is \"m\" where a window belongs. At"
                        + " character 37, in: …)) / sum(rate(bar[5 m])");
    }

    @Test
    void should_report_a_wrong_hole_once() {
        assertThat(rules(g -> g.alert("A", a -> a.expr("up{%s", 1, 2))))
                .extracting(Finding::code)
                .containsExactly("GTY-VAL-009");
    }

    @Test
    void should_know_every_job_that_the_program_yields() {
        assertThat(jobs("job=\"web\"")).isEmpty();
        assertThat(jobs("job=\"front\"")).isEmpty();
        assertThat(jobs("job=\"shop/pods\"")).isEmpty();
        assertThat(jobs("job=\"probe/shop/outside\"")).isEmpty();
        assertThat(jobs("job=\"node\"")).isEmpty();
        assertThat(jobs("job=\"kubelet\"")).isEmpty(); // every cluster has it
        assertThat(jobs("job!=\"other\"")).isEmpty();
        assertThat(jobs("job=~\"web|other\"")).isEmpty();
        assertThat(jobs("job=~\"we.+\"")).isEmpty();
        assertThat(jobs("job=~\"(?P<x>other)\"")).isEmpty(); // Go's syntax, which Java does not know
        assertThat(jobs("job=\"other\"")).containsExactly("GTY-PRM-002");
        assertThat(jobs("job=~\"other|another\"")).containsExactly("GTY-PRM-002");
    }

    @Test
    void should_say_nothing_of_jobs_where_a_monitor_may_yield_any() {
        assertThat(codes(app -> {
                    shop(app);
                    app.stack("blog")
                            .add(ServiceMonitor.of(
                                    "blog",
                                    Service.existing("blog"),
                                    m -> m.selector("app", "blog").scrape(METRICS)));
                    app.stack("r").add(rule("up{job=\"other\"} == 0"));
                }))
                .isEmpty();
        assertThat(codes(app -> {
                    Stack shop = shop(app);
                    shop.add(PodMonitor.of(
                            "relabeled",
                            shop.add(deployment("x")),
                            m -> m.scrape(
                                    METRICS,
                                    e -> e.relabelings(Relabeling.replace("job").sourceLabels("a")))));
                    shop.add(rule("up{job=\"other\"} == 0"));
                }))
                .isEmpty();
        assertThat(codes(app -> app.stack("r").add(rule("up{job=\"other\"} == 0"))))
                .isEmpty();
    }

    @Test
    void should_know_the_job_that_relabelling_sets() {
        assertThat(relabeled(Relabeling.replace("job").replacement("mine"), null))
                .isEmpty();
        assertThat(relabeled(Relabeling.replace("job").sourceLabels("a"), null)).isEmpty();
        assertThat(relabeled(Relabeling.replace("job").replacement("mine"), "job=\"mine\""))
                .isEmpty();
        assertThat(relabeled(Relabeling.replace("other").replacement("mine"), null))
                .isEmpty();
        assertThat(relabeled(Relabeling.replace("job").replacement("mine"), "job=\"x\""))
                .containsExactly("GTY-PRM-002");
    }

    /** What is found if a rule asks for a job, or for all that the monitors say of themselves. */
    private static List<String> relabeled(Relabeling step, @Nullable String matcher) {
        return codes(app -> {
            Stack shop = app.stack("shop", s -> s.namespace("shop"));
            Deployment web = shop.add(deployment("web"));
            Service service = shop.add(
                    Service.of("web", s -> s.label("app", "web").selects(web).port(METRICS)));
            Service bare = shop.add(Service.of(
                    "bare",
                    s -> s.label("app", "bare").externalName("bare.example.com").port(METRICS)));
            ServiceMonitor one = shop.add(ServiceMonitor.of(
                    "one", service, m -> m.jobLabel("app").scrape(METRICS, e -> e.relabelings(step))));
            PodMonitor two =
                    shop.add(PodMonitor.of("two", web, m -> m.scrape(METRICS, e -> e.metricRelabelings(step))));
            ScrapeConfig three =
                    shop.add(ScrapeConfig.of("three", s -> s.targets("a:9100").relabelings(step)));
            ServiceMonitor four =
                    shop.add(ServiceMonitor.of("four", bare, m -> m.scrape(METRICS, e -> e.relabelings(step))));
            Consumer<RuleGroup> group = g -> {
                if (matcher != null) {
                    g.alert("A", a -> a.expr("up{" + matcher + "} == 0"));
                } else {
                    g.alert("A", a -> a.expr("up{%s} == 0", one.job()))
                            .alert("B", a -> a.expr("up{%s} == 0", two.job()))
                            .alert("C", a -> a.expr("up{%s} == 0", three.job()))
                            .alert("D", a -> a.expr("up{%s} == 0", four.job()));
                }
            };
            shop.add(PrometheusRule.of("r", p -> p.group("g", group)));
        });
    }

    @Test
    void should_compare_how_long_an_alert_holds_with_what_it_looks_at() {
        assertThat(held("up{job=\"web\"} == 0", Duration.ofSeconds(45))).containsExactly("GTY-PRM-004");
        assertThat(held("up{job=\"web\"} == 0", Duration.ofMinutes(5))).isEmpty();
        assertThat(held("up == 0", Duration.ofSeconds(45))).isEmpty();
        assertThat(held("up == 0", Duration.ofSeconds(20))).containsExactly("GTY-PRM-004");
        assertThat(held("up == 0", Duration.ZERO)).isEmpty();
    }

    @Test
    void should_tell_rules_of_one_name_apart_by_labels() {
        assertThat(rules(g -> g.alert("Full", a -> a.expr("disk > 0.8").severity(AlertSeverity.WARNING))
                        .alert("Full", a -> a.expr("disk > 0.9").severity(AlertSeverity.CRITICAL))
                        .record("a", r -> r.expr("sum(b)").label("x", "1"))
                        .record("a", r -> r.expr("sum(c)").label("x", "2"))))
                .isEmpty();
    }

    @Test
    void should_look_at_the_names_of_metrics_labels_and_annotations() {
        assertThat(rules(g -> g.label("__name__", "x")
                        .record("job:a:rate5m", r -> r.expr("sum(b)").label("a.b", "c"))
                        .alert(
                                "Any name that people like",
                                a -> a.expr("b > 1").label("", "x").annotation("run book", "x"))))
                .extracting(f -> f.code() + " " + f.field())
                .containsExactly(
                        "GTY-PRM-006 spec.groups[0].labels.__name__",
                        "GTY-PRM-007 spec.groups[0].rules[0].labels[\"a.b\"]",
                        "GTY-PRM-006 spec.groups[0].rules[1].labels[\"\"]",
                        "GTY-PRM-007 spec.groups[0].rules[1].annotations[\"run book\"]");
    }

    @Test
    void should_look_at_templates_of_alerts() {
        assertThat(rules(g -> g.alert(
                        "A",
                        a -> a.expr("b > 1")
                                .label("team", "{{ $labels.team }}")
                                .label("bad", "{{ $label.team }}")
                                .description("{{ $value | humanize }} in %s", "shop"))))
                .extracting(f -> f.code() + " " + f.field())
                .containsExactly("GTY-PRM-003 spec.groups[0].rules[0].labels.bad");
    }

    @Test
    void should_tell_variables_outside_of_templates() {
        assertThat(annotated("$labels.pod is at {{ $value }}"))
                .containsExactly("GTY-PRM-011 $labels.pod stands outside of {{ }}, so it is shown as it is written.");
        assertThat(annotated("pod {$labels.pod} is at $value."))
                .containsExactly("GTY-PRM-011 $labels.pod stands outside of {{ }}, so it is shown as it is written.");
        assertThat(annotated("{{ $labels.pod }} is at $value%"))
                .containsExactly("GTY-PRM-011 $value stands outside of {{ }}, so it is shown as it is written.");
        assertThat(annotated("{{ $label.pod }} is at $value"))
                .hasSize(1)
                .allMatch(found -> found.contains("GTY-PRM-003"));
    }

    @Test
    void should_accept_other_dollars_beside_templates() {
        for (String text : List.of(
                "{{ $labels.pod }} is at {{ $value | humanize }}",
                "{{ range query \"up\" }}{{ .Labels.job }} $5 {{ end }}",
                "echo $values $value_max ${value} \\$value $$value US$value",
                "see https://grafana.example.com/d/x?var-labels=$labels")) {
            assertThat(annotated(text)).as(text).isEmpty();
        }
    }

    private static List<String> annotated(String text) {
        return findings(app -> app.stack("shop")
                        .add(PrometheusRule.of(
                                "r",
                                p -> p.group(
                                        "g",
                                        g -> g.alert("A", a -> a.expr("b > 1").annotation("text", text))))))
                .stream()
                .map(f -> f.code() + " " + f.message())
                .toList();
    }

    @Test
    void should_find_rules_in_raw_trees_that_are_neither_alert_nor_record() {
        assertThat(findings(app -> app.stack("shop")
                        .add(PrometheusRule.of(
                                "r",
                                p -> p.group("g", g -> g.record("a", r -> r.expr("sum(b)")))
                                        .rawTree(tree -> {
                                            ObjectNode rule = (ObjectNode) tree.at("/spec/groups/0/rules/0");
                                            rule.put("for", "5m");
                                            ObjectNode other = tree.withArray("/spec/groups/0/rules")
                                                    .addObject();
                                            other.put("expr", 1);
                                        })))))
                .filteredOn(f -> f.code().equals("GTY-PRM-009"))
                .extracting(f -> f.field() + " " + f.message())
                .containsExactly(
                        "spec.groups[0].rules[0].for A record has no for.",
                        "spec.groups[0].rules[1] The rule has no name.");
    }

    private static List<String> held(String expression, Duration duration) {
        return codes(app -> {
            Stack shop = shop(app);
            shop.add(PrometheusRule.of(
                    "r",
                    p -> p.group("g", g -> g.alert("A", a -> a.expr(expression).holdsFor(duration)))));
        });
    }

    private static List<String> jobs(String matcher) {
        return codes(app -> shop(app).add(rule("up{" + matcher + "} == 0")));
    }

    private static Stack shop(App app) {
        Stack shop = app.stack("shop", s -> s.namespace("shop"));
        Deployment web = shop.add(deployment("web"));
        Service service = shop.add(Service.of(
                "web",
                s -> s.label("app", "web").label("tier", "front").selects(web).port(METRICS)));
        shop.add(ServiceMonitor.of("m", service, m -> m.scrape(METRICS, e -> e.interval(Duration.ofMinutes(1)))));
        shop.add(ServiceMonitor.of("front", service, m -> m.scrape(METRICS).jobLabel("tier")));
        shop.add(PodMonitor.of("pods", web, m -> m.scrape(METRICS)));
        shop.add(PrometheusProbe.of(
                "outside", p -> p.prober("blackbox.example.com:9115").targets("https://shop.example.com")));
        shop.add(ScrapeConfig.of("node", s -> s.jobName("node").targets("a:9100")));
        return shop;
    }

    private static Deployment deployment(String name) {
        return Deployment.of(
                name,
                d -> d.selector("app", name).container("web", Image.of("example.com/web:7"), c -> c.ports(METRICS)));
    }

    private static PrometheusRule rule(String expression) {
        return PrometheusRule.of("r", p -> p.group("g", g -> g.alert("A", a -> a.expr(expression))));
    }

    private static List<Finding> rules(Consumer<RuleGroup> group) {
        return findings(app -> app.stack("shop").add(PrometheusRule.of("r", p -> p.group("g", group))));
    }

    private static List<String> codes(Consumer<App> program) {
        return findings(program).stream().map(Finding::code).toList();
    }
}
