package dev.gantry.helmchart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.Blueprint;
import dev.gantry.Image;
import dev.gantry.config.ConfigMap;
import dev.gantry.finding.Finding;
import dev.gantry.workload.Container;
import dev.gantry.workload.Deployment;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a chart cannot say is told with the setting, the resource, the field and the line. */
class RefusalsTest {

    record Amount(int replicas) {}

    record Text(String name) {}

    record Names(List<String> names) {}

    record Variables(Map<String, String> vars) {}

    record Team(String name, Map<String, String> vars) {}

    record Teams(List<Team> teams) {}

    record Both(Amount one, Amount other) {}

    private static Finding only(ChartRun chart) {
        assertThat(chart.findings()).hasSize(1);
        return chart.findings().get(0);
    }

    private static Deployment web(int replicas) {
        return Deployment.of(
                "web",
                d -> d.selector("app", "web").replicas(replicas).container("web", Image.of("shop:1.0"), c -> {}));
    }

    private static Deployment web(Consumer<Container> options) {
        return Deployment.of("web", d -> d.selector("app", "web").container("web", Image.of("shop:1.0"), options));
    }

    @Test
    void should_refuse_a_setting_that_is_squared() {
        Blueprint<Amount> program =
                (app, env) -> app.stack("shop", s -> s.namespace("shop")).add(web(env.replicas() * env.replicas()));

        Finding finding = only(ChartRun.of(Amount.class, program, "replicas: 3"));

        assertThat(finding.code()).isEqualTo("GTY-HLM-001");
        assertThat(finding.resource()).isEqualTo("Deployment shop/web");
        assertThat(finding.field()).isEqualTo("spec.replicas");
        assertThat(finding.message()).contains("from replicas (").contains("replicas: 3 makes 9");
        assertThat(finding.origin())
                .isNotNull()
                .satisfies(line -> assertThat(line.path()).endsWith("RefusalsTest.java"));
    }

    @Test
    void should_refuse_a_name_that_is_cut() {
        Blueprint<Text> program = (app, env) -> app.stack("shop")
                .add(ConfigMap.of(
                        "web",
                        c -> c.text("SHORT", env.name().substring(0, env.name().length() / 2))));

        Finding finding = only(ChartRun.of(Text.class, program, "name: checkout"));

        assertThat(finding.field()).isEqualTo("data.SHORT");
        assertThat(finding.message()).contains("name: \"checkout\" makes \"chec\"");
    }

    @Test
    void should_refuse_a_text_in_other_letters() {
        Blueprint<Text> program = (app, env) -> app.stack("shop")
                .add(ConfigMap.of("web", c -> c.text("LOUD", env.name().toUpperCase(Locale.ROOT))));

        assertThat(only(ChartRun.of(Text.class, program, "name: checkout")).field())
                .isEqualTo("data.LOUD");
    }

    @Test
    void should_refuse_a_number_that_is_the_length_of_a_list() {
        Blueprint<Names> program =
                (app, env) -> app.stack("shop").add(web(env.names().size()));

        Finding finding = only(ChartRun.of(Names.class, program, "names: [a, b]"));

        assertThat(finding.field()).isEqualTo("spec.replicas");
        assertThat(finding.message()).contains("from names (");
    }

    @Test
    void should_say_that_keys_are_to_be_sorted_where_a_mapping_is_gone_through_in_its_own_order() {
        Finding finding = only(ChartRun.of(
                Variables.class,
                (app, env) -> app.stack("shop").add(web(c -> env.vars().forEach(c::env))),
                "vars: {B: b, A: a}"));

        assertThat(finding.code()).isEqualTo("GTY-HLM-001");
        assertThat(finding.hint())
                .startsWith(
                        "The program goes through vars in the order of the settings file, and a template by key: sort"
                                + " the keys, such as new TreeMap<>(vars).");
    }

    @Test
    void should_say_so_of_a_mapping_in_a_list() {
        Blueprint<Teams> program = (app, env) -> app.stack("shop")
                .add(web(c -> env.teams()
                        .forEach(team -> team.vars().forEach((key, value) -> c.env(team.name() + "_" + key, value)))));

        Finding finding = only(ChartRun.of(
                Teams.class, program, "teams: [{name: X, vars: {B: b, A: a}}, {name: Y, vars: {D: d, C: c}}]"));

        assertThat(finding.hint()).contains("goes through teams[0].vars in").contains("new TreeMap<>(vars)");
    }

    @Test
    void should_not_speak_of_keys_where_they_are_sorted() {
        Finding finding = only(ChartRun.of(
                Variables.class,
                (app, env) -> app.stack("shop")
                        .add(web(c -> new TreeMap<>(env.vars())
                                .forEach((key, value) -> c.env(key, value.toUpperCase(Locale.ROOT))))),
                "vars: {B: b, A: a}"));

        assertThat(finding.hint()).startsWith("Make a setting of the result itself");
    }

    @Test
    void should_make_a_template_of_a_mapping_that_is_sorted() {
        ChartRun.proved(
                Variables.class,
                (app, env) -> app.stack("shop").add(web(c -> new TreeMap<>(env.vars()).forEach(c::env))),
                "vars: {B: b, A: a}");
    }

    @Test
    void should_refuse_what_follows_the_name_of_the_environment() {
        Blueprint<Text> program = (app, env) -> app.stack("shop")
                .add(ConfigMap.of("web", c -> c.text("NAME", env.name()).text("WHERE", app.environment())));

        Finding finding = only(ChartRun.of(Text.class, program, "name: checkout", "name: shop"));

        assertThat(finding.code()).isEqualTo("GTY-HLM-002");
        assertThat(finding.field()).isEqualTo("data.WHERE");
    }

    @Test
    void should_refuse_a_setting_beside_the_values_of_the_chart() {
        Blueprint<Both> program = (app, env) -> app.stack("shop", s -> s.chart(c -> c.values(env.one())))
                .add(web(env.one().replicas() + env.other().replicas()));

        Finding finding = only(ChartRun.of(Both.class, program, "{one: {replicas: 1}, other: {replicas: 2}}"));

        assertThat(finding.code()).isEqualTo("GTY-HLM-003");
        assertThat(finding.message()).contains("other.replicas").contains("spec.replicas");
    }

    @Test
    void should_refuse_values_that_are_no_part_of_the_settings() {
        Blueprint<Amount> program = (app, env) -> app.stack("shop", s -> s.chart(c -> c.values(new Amount(3))))
                .add(ConfigMap.of("web", c -> c.text("A", "a")));

        assertThat(only(ChartRun.of(Amount.class, program, "replicas: 3")).code())
                .isEqualTo("GTY-HLM-004");
    }

    @Test
    void should_refuse_two_charts_of_one_name() {
        Blueprint<Amount> program = (app, env) -> {
            app.stack("shop", s -> s.chart(c -> c.name("web"))).add(ConfigMap.of("one", c -> c.text("A", "a")));
            app.stack("web").add(ConfigMap.of("two", c -> c.text("A", "a")));
        };

        assertThat(only(ChartRun.of(Amount.class, program, "replicas: 3")).code())
                .isEqualTo("GTY-HLM-005");
    }

    @Test
    void should_say_that_hardly_any_other_settings_are_possible() {
        Blueprint<Text> program = (app, env) -> {
            if (!env.name().equals("checkout")) {
                throw new IllegalArgumentException("unknown");
            }
            app.stack("shop").add(ConfigMap.of("web", c -> c.text("NAME", env.name())));
        };

        assertThat(ChartRun.of(Text.class, program, "name: checkout").findings())
                .extracting(Finding::code)
                .containsExactly("GTY-HLM-006");
    }

    @Test
    void should_say_that_random_values_are_not_made_by_a_chart() {
        Blueprint<Amount> program = (app, env) -> {
            var stack = app.stack("shop", s -> s.namespace("shop"));
            var password = stack.generatedSecret("database", "password", 32);
            stack.add(Deployment.of(
                    "web",
                    d -> d.selector("app", "web")
                            .container("web", Image.of("shop:1.0"), c -> c.env("PASSWORD", password))));
        };

        assertThat(only(ChartRun.of(Amount.class, program, "replicas: 3")).code())
                .isEqualTo("GTY-HLM-007");
    }
}
