package dev.gantry.helmchart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.Blueprint;
import dev.gantry.config.ConfigMap;
import dev.gantry.network.ServiceType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** How single settings come to stand in a template. Each chart is rendered by real Helm with all samples. */
class ValuesInTemplatesTest {

    record Text(String host) {}

    record Amount(int replicas) {}

    record Two(int first, int second) {}

    record Flag(boolean debug) {}

    record Fraction(double rate) {}

    record Choice(ServiceType type) {}

    record Tagged(String tag) {}

    record Maybe(Optional<String> note) {}

    record Many(String host, int port, boolean debug, String path) {}

    record Wait(Duration timeout) {}

    record Names(List<String> names, String host) {}

    record Nested(Wait limit) {}

    private static <S extends Record> Blueprint<S> config(BiConsumer<ConfigMap.Builder, S> content) {
        return (app, env) -> app.stack("shop", s -> s.namespace("shop").chart(c -> c.appVersion("1.0.0")))
                .add(ConfigMap.of("web", c -> content.accept(c, env)));
    }

    private static String data(ChartRun chart) {
        String text = chart.file("shop/templates/configmap-web.yaml");
        return text.substring(text.indexOf("\ndata:") + 1);
    }

    @Test
    void should_quote_a_text() {
        ChartRun chart =
                ChartRun.proved(Text.class, config((c, env) -> c.text("HOST", env.host())), "host: shop.example.com");

        assertThat(data(chart)).isEqualTo("data:\n  HOST: {{ .Values.host | quote }}\n");
    }

    @Test
    void should_put_texts_together() {
        ChartRun chart = ChartRun.proved(
                Many.class,
                config((c, env) -> c.text(
                        "URL",
                        "http://" + env.host() + ":" + env.port() + "/" + env.path() + "?100%&d=" + env.debug())),
                "{host: shop.example.com, port: 8080, path: api, debug: false}");

        assertThat(data(chart))
                .contains("printf \"http://%s:%d/%s?100%%&d=%t\" .Values.host (int64 .Values.port) .Values.path"
                        + " .Values.debug | quote");
    }

    @Test
    void should_join_the_elements_of_a_list() {
        ChartRun chart = ChartRun.proved(
                Names.class,
                config((c, env) -> c.text("A", String.join(",", env.names()))
                        .text("B", env.host() + "/?names=" + String.join("&", env.names()) + "#end")
                        .text("C", "names:\n" + String.join("\n", env.names()) + "\n")
                        .text("D", "names:\n" + String.join("\n", env.names()))),
                "{names: [a, b], host: h.example.com}",
                "{names: [], host: h2.example.com}");

        assertThat(chart.file("shop/templates/configmap-web.yaml")).contains("""
                  A: {{ join "," .Values.names | quote }}
                  B: {{ printf "%s/?names=%s#end" .Values.host (join "&" .Values.names) | quote }}
                  C: |+
                    names:
                    {{ join "\\n" .Values.names | replace "\\n" "\\n    " }}
                  # the text ends here
                  D: {{ printf "names:\\n%s" (join "\\n" .Values.names) | quote }}
                """);
    }

    @Test
    void should_compute_what_is_left_of_a_hundred() {
        ChartRun chart = ChartRun.proved(
                Amount.class,
                config((c, env) -> c.rawTree(tree -> tree.withObject("/data").put("rest", 100 - 2 * env.replicas()))),
                "replicas: 3");

        assertThat(data(chart)).contains("rest: {{ sub 100 (mul 2 (int64 .Values.replicas)) }}");
    }

    @Test
    void should_add_two_numbers() {
        ChartRun chart = ChartRun.proved(
                Two.class,
                config((c, env) ->
                        c.rawTree(tree -> tree.withObject("/data").put("sum", env.first() + 3 * env.second() + 1))),
                "{first: 3, second: 4}");

        assertThat(data(chart)).contains("sum: {{ add 1 (mul 3 (int64 .Values.second)) (int64 .Values.first) }}");
    }

    @Test
    void should_take_large_numbers_and_fractions_as_they_are() {
        ChartRun.proved(
                Amount.class,
                config((c, env) -> c.rawTree(tree -> tree.withObject("/data").put("bytes", env.replicas()))),
                "replicas: 1000000");
        ChartRun.proved(
                Fraction.class,
                config((c, env) -> c.rawTree(tree -> tree.withObject("/data").put("rate", env.rate()))),
                "rate: 0.5");
    }

    @Test
    void should_turn_a_flag_round() {
        ChartRun chart = ChartRun.proved(
                Flag.class,
                config((c, env) -> c.rawTree(tree -> tree.withObject("/data").put("quiet", !env.debug()))),
                "debug: true");

        assertThat(data(chart)).contains("quiet: {{ not .Values.debug }}");
    }

    @Test
    void should_write_the_words_of_an_enum() {
        ChartRun chart = ChartRun.proved(
                Choice.class,
                config((c, env) -> c.text("TYPE", env.type().toJson().asText())),
                "type: ClusterIP");

        assertThat(data(chart)).contains("TYPE: {{ .Values.type | quote }}");
        assertThat(chart.file("shop/values.schema.json")).contains("\"LoadBalancer\"");
    }

    @Test
    void should_fall_back_to_the_version_of_the_application() {
        Blueprint<Tagged> program = (app, env) -> {
            var stack = app.stack("shop", s -> s.chart(c -> c.appVersion("1.0.0")));
            String tag = env.tag().isEmpty() ? stack.release().appVersion() : env.tag();
            stack.add(ConfigMap.of("web", c -> c.text("IMAGE", "shop:" + tag)));
        };

        ChartRun chart = ChartRun.proved(Tagged.class, program, "tag: v1", "tag: ''");

        assertThat(data(chart)).contains("printf \"shop:%s\" (.Values.tag | default .Chart.AppVersion) | quote");
    }

    @Test
    void should_leave_out_what_an_optional_setting_does_not_have() {
        ChartRun chart = ChartRun.proved(
                Maybe.class,
                config((c, env) -> {
                    c.text("A", "a");
                    env.note().ifPresent(note -> c.text("NOTE", note));
                }),
                "note: hello",
                "");

        assertThat(data(chart)).isEqualTo("""
                data:
                  A: a
                  {{- if not (kindIs "invalid" .Values.note) }}
                  NOTE: {{ .Values.note | quote }}
                  {{- end }}
                """);
    }

    @Test
    void should_compare_with_the_constants_of_the_program() {
        ChartRun chart = ChartRun.proved(
                Amount.class,
                config((c, env) -> c.text("MODE", env.replicas() > 3 ? "cluster" : "single")),
                "replicas: 2",
                "replicas: 5");

        assertThat(data(chart)).contains("{{- if ge (int64 .Values.replicas) 4 }}");
    }

    @Test
    void should_compare_a_text_with_what_the_program_compares_it_with() {
        ChartRun chart = ChartRun.proved(
                Text.class,
                config((c, env) -> c.text("WHERE", env.host().equals("localhost") ? "here" : "there")),
                "host: shop.example.com");

        assertThat(data(chart)).contains("{{- if eq (toString .Values.host) \"localhost\" }}");
    }

    @Test
    void should_compute_in_text_of_several_lines() {
        ChartRun chart = ChartRun.proved(
                Many.class,
                config((c, env) ->
                        c.text("app.properties", "# {{ braces }}\nhost=" + env.host() + "\nport=" + env.port() + "\n")),
                "{host: shop.example.com, port: 8080, path: api, debug: false}");

        assertThat(data(chart)).isEqualTo("""
                data:
                  app.properties: |
                    # {{`{{ braces }}`}}
                    host={{ .Values.host }}
                    port={{ int64 .Values.port }}
                """);
    }

    @Test
    void should_follow_the_release_where_the_program_asks_for_it() {
        Blueprint<Flag> program = (app, env) -> {
            var stack = app.stack("shop");
            stack.add(ConfigMap.of(
                    stack.release().fullName() + "-config",
                    c -> c.text("RELEASE", stack.release().name()).text("DEBUG", Boolean.toString(env.debug()))));
        };

        ChartRun chart = ChartRun.proved(Flag.class, program, "debug: true");

        String text = chart.file("shop/templates/configmap-shop-config.yaml");
        assertThat(text)
                .contains("name: {{ printf \"%s-config\" (include \"shop.fullname\" .) | quote }}")
                .contains("RELEASE: {{ .Release.Name | quote }}")
                .contains("DEBUG: {{ .Values.debug | quote }}");
        assertThat(chart.file("shop/templates/_helpers.tpl")).contains("define \"shop.fullname\"");
    }

    @Test
    void should_go_where_the_release_is_installed_when_asked() {
        Blueprint<Flag> program = (app, env) -> app.stack(
                        "shop", s -> s.namespace("shop-production").chart(c -> c.namespaceOfRelease()))
                .add(ConfigMap.of("web", c -> c.text("DEBUG", Boolean.toString(env.debug()))));

        ChartRun chart = ChartRun.proved(Flag.class, program, "debug: true");

        assertThat(chart.file("shop/templates/configmap-web.yaml"))
                .contains("namespace: {{ .Release.Namespace | quote }}");
    }

    @Test
    void should_take_lines_of_a_setting_into_the_text_around() {
        ChartRun chart = ChartRun.proved(
                Text.class,
                config((c, env) -> c.text("app.properties", "# begin\n" + env.host() + "\n# end\n")),
                "host: one",
                "host: \"two: 2\\nthree: 3\"");

        assertThat(data(chart)).contains("    {{ .Values.host | replace \"\\n\" \"\\n    \" }}\n");
        assertThat(chart.file("shop/values.schema.json")).doesNotContain("pattern");
    }

    @Test
    void should_leave_out_of_the_values_what_nothing_depends_on() {
        ChartRun chart = ChartRun.proved(Wait.class, config((c, env) -> c.text("A", "a")), "timeout: 1m30s");

        assertThat(chart.file("shop/values.yaml")).isEqualTo("{}\n");
    }

    @Test
    void should_hold_durations_against_what_settings_may_be() {
        Blueprint<Nested> program = (app, env) -> app.stack("shop", s -> s.chart(c -> c.values(env.limit())))
                .add(ConfigMap.of("web", c -> c.text("A", "a")));

        ChartRun chart = ChartRun.of(Nested.class, program, "limit: {timeout: 1m30s}");

        assertThat(chart.file("shop/values.schema.json")).contains("([0-9]+m)?([0-9]+s)?");
    }
}
