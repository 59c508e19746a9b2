package dev.gantry.monitoring.promql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PromQlSyntaxTest {

    @TestFactory
    Stream<DynamicTest> should_accept() {
        return Stream.concat(Expressions.VALID.stream(), Expressions.NEWER.stream())
                .map(text -> DynamicTest.dynamicTest(
                        text, () -> assertThat(PromQlSyntax.problem(text)).isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> should_reject() {
        return Stream.concat(Expressions.INVALID.stream(), Expressions.USELESS.stream())
                .map(text -> DynamicTest.dynamicTest(
                        "[" + text + "]",
                        () -> assertThat(PromQlSyntax.problem(text)).get().satisfies(problem -> {
                            assertThat(problem.position()).isBetween(0, text.length());
                            assertThat(problem.message()).endsWith(".");
                            assertThat(problem.hint()).isNotEmpty();
                        })));
    }

    @Test
    void should_say_what_is_wrong_and_where() {
        assertThat(problem("ratee(foo[5m])")).isEqualTo("0 There is no function ratee. Did you mean rate?");
        assertThat(problem("sum(rate(foo))"))
                .isEqualTo("4 rate takes a range vector, but is given an instant vector. Give it a window, such as"
                        + " rate(metric[5m]).");
        assertThat(problem("foo{job=web}"))
                .isEqualTo("8 The label job is compared with \"web\", which is no string. Put the value in quotes.");
        assertThat(problem("sum(foo")).isEqualTo("3 \"(\" is not closed. Close it with ')'.");
        assertThat(problem("rate(foo[$interval])"))
                .isEqualTo(
                        "9 The character '$' means nothing in PromQL. Variables such as $interval are Grafana's; write the"
                                + " value itself, or a hole %s for it.");
        assertThat(problem("foo && bar"))
                .isEqualTo("4 The character '&' means nothing in PromQL. The operators are and, or and unless.");
        assertThat(problem("sum by job (foo)"))
                .isEqualTo("7 There is \"job\" after by. Put the labels into parentheses: by (pod, namespace).");
        // Prometheus 3.5 reads it as a subquery of five seconds, which nobody means; others refuse it
        assertThat(problem("rate(foo[5 m])"))
                .isEqualTo("11 There is \"m\" where a window belongs. Write a duration such as 5m or 1h30m.");
        assertThat(problem("clamp(foo, 1)"))
                .isEqualTo("0 clamp takes 3 arguments, but has 2. It takes an instant vector, a scalar, a scalar.");
    }

    @Test
    void should_know_what_people_mean_who_write_other_languages() {
        assertThat(problem("foo = 1")).endsWith("Equality is written ==, and at least >=.");
        assertThat(problem("foo => 1")).endsWith("Equality is written ==, and at least >=.");
        assertThat(problem("foo <> 1")).endsWith("Inequality is written !=, and at least >=.");
        assertThat(problem("foo > 1 for 5m")).endsWith("call holdsFor(...).");
        assertThat(problem("rate(foo[5m]) by (pod)")).endsWith("sum by (label) (...).");
    }

    @Test
    void should_refuse_matchers_that_are_no_regular_expressions() {
        assertThat(problem("up{job=~\"*web\"} == 0"))
                .isEqualTo(
                        "8 The regular expression \"*web\" of the label job has nothing before * that could be repeated."
                                + " Write it in the syntax of RE2, such as \"web.*\"; it has to match the whole value.");
        assertThat(problem("up{a=\"(\",b!~\"(\"}"))
                .startsWith("12 The regular expression \"(\" of the label b has a (");
        assertThat(PromQlSyntax.problem("up{a=\"(\",b!=\"*x\",c=~\"a(b)?\"}")).isEmpty();
    }

    @Test
    void should_read_long_expressions_and_stop_at_deep_ones() {
        for (String step : List.of("x + ", "x ^ ", "x and ", "- ", "2 ^ - ", "x == ")) {
            assertThat(PromQlSyntax.problem(step.repeat(20_000) + "x")).as(step).isEmpty();
        }
        assertThat(PromQlSyntax.problem("(".repeat(150) + "x" + ")".repeat(150)))
                .isEmpty();
        assertThat(problem("(".repeat(20_000) + "x" + ")".repeat(20_000)))
                .isEqualTo("201 The expression is nested too deeply: more than 200 levels. Compute parts of it in"
                        + " recording rules.");
        assertThat(problem("abs(".repeat(20_000) + "x")).contains("nested too deeply");
        assertThat(problem("sum by (a) (".repeat(20_000) + "x")).contains("nested too deeply");
    }

    @Test
    void should_read_matchers() {
        assertThat(PromQlSyntax.conditions("sum(rate(a{job=\"web\"}[5m])) / b{x=~\"1|2\"}"))
                .isEqualTo(List.of(new LabelCondition("job", "=", "web"), new LabelCondition("x", "=~", "1|2")));
        assertThat(PromQlSyntax.conditions("a{job=\"web\"")).isEmpty();
    }

    private static String problem(String text) {
        PromQlSyntax.Mistake problem = PromQlSyntax.problem(text).orElseThrow();
        return problem.position() + " " + problem.message() + " " + problem.hint();
    }
}
