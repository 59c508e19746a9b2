package dev.gantry.monitoring.check;

import static dev.gantry.TestRun.findings;
import static dev.gantry.TestRun.report;
import static dev.gantry.monitoring.promql.PromQl.expr;
import static dev.gantry.monitoring.promql.PromQl.metric;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.App;
import dev.gantry.Image;
import dev.gantry.Lines;
import dev.gantry.Port;
import dev.gantry.Stack;
import dev.gantry.monitoring.Endpoint;
import dev.gantry.monitoring.PodMonitor;
import dev.gantry.monitoring.PrometheusProbe;
import dev.gantry.monitoring.PrometheusRule;
import dev.gantry.monitoring.ServiceMonitor;
import dev.gantry.monitoring.promql.Expression;
import dev.gantry.network.Service;
import dev.gantry.workload.Deployment;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class WindowCheckTest {

    private static final Port METRICS = Port.tcp("metrics", 9090);

    @Test
    void should_warn_of_a_window_with_less_than_two_scrapes() {
        assertThat(report(app -> {
                    ServiceMonitor monitor = monitored(app);
                    Expression rate = metric("b_total").where(monitor.job()).rate(Duration.ofSeconds(90));
                    app.stack("rules").add(rule(rate));
                }))
                .isEqualTo(Lines.fill(WindowCheckTest.class, """
                        warning GTY-PRM-010 @expr PrometheusRule r spec.groups[0].rules[0].expr
                          rate is given a window of 1m30s, but ServiceMonitor shop/m scrapes the job "web" only every 1m, so there are not always two samples in it.
                          hint: Give it a window of four scrape intervals, 4m, or scrape more often: interval(...).
                          @interval: ServiceMonitor shop/m has its interval here
                        """));
        assertThat(messages(m -> expr("sum(rate(b_total{%s}[30s])) / sum(rate(c_total[30s]))", m.job())))
                .containsExactly(
                        "rate is given a window of 30s, but ServiceMonitor shop/m scrapes the job \"web\" only every"
                                + " 1m, so there are never two samples in it.");
        assertThat(messages(m -> expr("avg_over_time(b{%s,pod=\"x\"}[30s] offset 5m) > 1", m.job())))
                .containsExactly(
                        "avg_over_time is given a window of 30s, but ServiceMonitor shop/m scrapes the job \"web\""
                                + " only every 1m, so there is not always a sample in it.");
        assertThat(messages(m -> expr("max_over_time(rate(b{%s}[1m])[1h:]) > 1", m.job())))
                .containsExactly(
                        "rate is given a window of 1m, but ServiceMonitor shop/m scrapes the job \"web\" only every"
                                + " 1m, so there are not always two samples in it.");
    }

    @Test
    void should_accept_windows_that_are_long_enough_or_of_other_jobs() {
        for (String expression : List.of(
                "rate(b{job=\"web\"}[2m])",
                "max_over_time(b{job=\"web\"}[1m])",
                "rate(b[30s]) + up{job=\"web\"}",
                "up{job=\"web\"} * rate({__name__=\"b\"}[30s])",
                "rate(b{job=\"node\"}[30s])",
                "rate(b{job!=\"web\"}[30s])",
                "rate(b{job=~\"web|api\"}[30s])",
                "max_over_time(up{job=\"web\"}[30s:10s])",
                "rate(b{job=\"web\"}[5m] offset 10s)",
                "rate(b{job=\"web\"}[15s * 2])")) {
            assertThat(messages(m -> expr(expression))).as(expression).isEmpty();
        }
    }

    @Test
    void should_say_nothing_where_the_interval_is_not_known() {
        Function<ServiceMonitor, Expression> rate = m -> expr("rate(b{%s}[30s])", m.job());
        assertThat(messages(rate, stack -> {})).hasSize(1);
        assertThat(messages(
                        rate,
                        stack -> stack.add(ServiceMonitor.of(
                                "other",
                                Service.existing("x"),
                                m -> m.selector("app", "web").scrape(METRICS)))))
                .isEmpty();
        assertThat(messages(
                        rate,
                        stack -> stack.add(PrometheusProbe.of(
                                "probe",
                                p -> p.jobName("web")
                                        .prober("blackbox.example.com:9115")
                                        .targets("https://shop.example.com")))))
                .isEmpty();
        assertThat(messages(
                        rate,
                        stack -> stack.add(PodMonitor.of(
                                "open",
                                stack.add(workload("x")),
                                m -> m.scrape(
                                        METRICS,
                                        e -> e.interval(Duration.ofSeconds(5)).honorLabels(true))))))
                .isEmpty();
        assertThat(findings(app -> {
                    ServiceMonitor monitor = monitor(app, e -> {});
                    app.stack("rules").add(rule(rate.apply(monitor)));
                }))
                .isEmpty();
    }

    private static List<String> messages(Function<ServiceMonitor, Expression> expression) {
        return messages(expression, stack -> {});
    }

    private static List<String> messages(Function<ServiceMonitor, Expression> expression, Consumer<Stack> others) {
        return findings(app -> {
                    ServiceMonitor monitor = monitored(app);
                    others.accept(app.stack("others", s -> s.namespace("shop")));
                    app.stack("rules").add(rule(expression.apply(monitor)));
                })
                .stream()
                .filter(f -> f.code().equals("GTY-PRM-010"))
                .map(f -> f.message())
                .toList();
    }

    private static PrometheusRule rule(Expression expression) {
        return PrometheusRule.of("r", p -> p.group("g", g -> g.record("a", r -> r.expr(expression)))); // @expr
    }

    private static ServiceMonitor monitored(App app) {
        return monitor(app, e -> e.interval(Duration.ofMinutes(1))); // @interval
    }

    private static ServiceMonitor monitor(App app, Consumer<Endpoint> options) {
        Stack shop = app.stack("shop", s -> s.namespace("shop"));
        Deployment web = shop.add(workload("web"));
        Service service = shop.add(
                Service.of("web", s -> s.label("app", "web").selects(web).port(METRICS)));
        return shop.add(ServiceMonitor.of("m", service, m -> m.scrape(METRICS, options)));
    }

    private static Deployment workload(String name) {
        return Deployment.of(
                name,
                d -> d.selector("app", name).container("web", Image.of("example.com/web:7"), c -> c.ports(METRICS)));
    }
}
