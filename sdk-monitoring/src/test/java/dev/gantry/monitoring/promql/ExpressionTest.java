package dev.gantry.monitoring.promql;

import static dev.gantry.monitoring.promql.LabelMatcher.is;
import static dev.gantry.monitoring.promql.LabelMatcher.isNot;
import static dev.gantry.monitoring.promql.LabelMatcher.matches;
import static dev.gantry.monitoring.promql.LabelMatcher.matchesNot;
import static dev.gantry.monitoring.promql.PromQl.expr;
import static dev.gantry.monitoring.promql.PromQl.histogramQuantile;
import static dev.gantry.monitoring.promql.PromQl.metric;
import static dev.gantry.monitoring.promql.PromQl.ratio;
import static dev.gantry.monitoring.promql.PromQl.series;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.Text;
import dev.gantry.extension.Flaw;
import dev.gantry.model.ProgramContext;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExpressionTest {

    private static final VectorSelector REQUESTS = metric("requests");

    @Test
    void should_write_the_common_forms_in_promql() {
        Map<Expression, String> expected = new LinkedHashMap<>();
        expected.put(REQUESTS, "requests");
        expected.put(REQUESTS.where("a", "1\"\\\n"), "requests{a=\"1\\\"\\\\\\n\"}");
        expected.put(
                REQUESTS.where(is("a", "1"), isNot("b", "2"), matches("c", "3.."), matchesNot("d", "4.."))
                        .where("e", "5"),
                "requests{a=\"1\",b!=\"2\",c=~\"3..\",d!~\"4..\",e=\"5\"}");
        expected.put(metric("my.metric").where("my.label", "x"), "{\"my.metric\",\"my.label\"=\"x\"}");
        expected.put(series(is("job", "web")), "{job=\"web\"}");
        expected.put(REQUESTS.offset(ofHours(36)), "requests offset 1d12h");
        expected.put(REQUESTS.offset(ofDays(7)).rate(ofSeconds(90)), "rate(requests[1m30s] offset 7d)");
        expected.put(REQUESTS.irate(ofMinutes(2)), "irate(requests[2m])");
        expected.put(REQUESTS.increase(ofMillis(1500)), "increase(requests[1s500ms])");
        expected.put(REQUESTS.delta(ofMinutes(2)), "delta(requests[2m])");
        expected.put(REQUESTS.changes(ofMinutes(2)), "changes(requests[2m])");
        expected.put(REQUESTS.avgOverTime(ofMinutes(2)), "avg_over_time(requests[2m])");
        expected.put(REQUESTS.maxOverTime(ofMinutes(2)), "max_over_time(requests[2m])");
        expected.put(REQUESTS.minOverTime(ofMinutes(2)), "min_over_time(requests[2m])");
        expected.put(REQUESTS.sumOverTime(ofMinutes(2)), "sum_over_time(requests[2m])");
        expected.put(REQUESTS.sum(), "sum(requests)");
        expected.put(REQUESTS.sumBy("a", "b"), "sum by (a, b) (requests)");
        expected.put(REQUESTS.avgBy("a"), "avg by (a) (requests)");
        expected.put(REQUESTS.maxBy("a"), "max by (a) (requests)");
        expected.put(REQUESTS.minBy("a"), "min by (a) (requests)");
        expected.put(REQUESTS.countBy("a"), "count by (a) (requests)");
        expected.put(REQUESTS.absent(), "absent(requests)");
        expected.put(REQUESTS.plus(metric("b")).minus(metric("c")), "requests + b - c");
        expected.put(ratio(metric("a"), metric("b").sum()).times(100), "a / sum(b) * 100");
        expected.put(REQUESTS.greaterThan(0.1), "requests > 0.1");
        expected.put(REQUESTS.greaterThan(metric("b")), "requests > b");
        expected.put(REQUESTS.atLeast(1_000_000), "requests >= 1000000");
        expected.put(REQUESTS.lessThan(-1), "requests < -1");
        expected.put(REQUESTS.lessThan(metric("b")), "requests < b");
        expected.put(REQUESTS.atMost(1e-9), "requests <= 0.000000001");
        expected.put(REQUESTS.equalTo(0), "requests == 0");
        expected.put(REQUESTS.notEqualTo(Double.POSITIVE_INFINITY), "requests != +Inf");
        expected.put(
                REQUESTS.equalTo(0).and(metric("b")).or(metric("c")).unless(metric("d")),
                "(requests == 0 and b or c) unless d");
        expected.put(histogramQuantile(0.9, REQUESTS.sumBy("le")), "histogram_quantile(0.9, sum by (le) (requests))");
        expected.put(expr("a + b").greaterThan(1), "(a + b) > 1");
        expected.put(REQUESTS.minus(metric("a").minus(metric("b"))), "requests - (a - b)");
        expected.put(REQUESTS.plus(metric("a")).times(2).plus(metric("b").times(3)), "(requests + a) * 2 + b * 3");
        expected.put(REQUESTS.greaterThan(1).greaterThan(2), "(requests > 1) > 2");

        expected.forEach((expression, text) -> {
            assertThat(written(expression)).isEqualTo(text);
            assertThat(expression.flaws()).isEmpty();
            assertThat(PromQlSyntax.problem(text)).isEmpty();
        });
    }

    @Test
    void should_fill_holes_with_what_belongs_there() {
        assertThat(written(expr(
                        "rate(a{%s,ns=\"%s\"}[%s]) > %s %% %s",
                        is("job", "web"), Text.join("sh", "op"), ofMinutes(5), 0.1, REQUESTS)))
                .isEqualTo("rate(a{job=\"web\",ns=\"shop\"}[5m]) > 0.1 %% requests");
        assertThat(written(expr("a %sum(b)"))).isEqualTo("a %sum(b)");
    }

    @Test
    void should_keep_what_is_wrong_for_the_field_that_it_is_written_to() {
        assertThat(flaws(expr("a{%s} %s", is("job", "web"))))
                .isEqualTo("The text has 2 holes (%s), but 1 value was given.");
        assertThat(flaws(expr("a", 1, 2))).isEqualTo("The text has 0 holes (%s), but 2 values were given.");
        assertThat(flaws(metric(""))).isEqualTo("The name of a metric is empty.");
        assertThat(flaws(REQUESTS.where("", "x").rate(ofMinutes(1)).sum().greaterThan(1)))
                .isEqualTo("The name of a label is empty.");
        assertThat(flaws(REQUESTS.rate(Duration.ofNanos(1))))
                .isEqualTo("PT0.000000001S is not a duration that Prometheus can keep.");
        assertThat(flaws(REQUESTS.offset(ofMinutes(-1)))).startsWith("PT-1M is not a duration");
        assertThat(flaws(histogramQuantile(99, REQUESTS))).isEqualTo("99.0 is out of range.");
        assertThat(flaws(REQUESTS.plus(metric("")))).isEqualTo("The name of a metric is empty.");
    }

    @Test
    @SuppressWarnings("DataFlowIssue")
    void should_take_null_for_a_flaw() {
        for (Expression expression : new Expression[] {
            expr(null),
            expr("a %s", (Object) null),
            metric(null),
            REQUESTS.plus(null),
            REQUESTS.where((LabelMatcher[]) null),
            REQUESTS.where(is(null, "x")),
            REQUESTS.where(is("x", (String) null)),
            REQUESTS.sumBy((String) null),
            REQUESTS.sumBy((String[]) null),
            REQUESTS.rate(null),
            ratio(null, REQUESTS),
            histogramQuantile(0.5, null)
        }) {
            assertThat(expression.flaws())
                    .extracting(Flaw::message)
                    .containsExactly(Flaw.missing().message());
        }
    }

    private static String flaws(Expression expression) {
        assertThat(expression.flaws()).hasSize(1);
        return expression.flaws().get(0).message();
    }

    private static String written(Expression expression) {
        return expression.resolve(new ProgramContext()).asText();
    }
}
