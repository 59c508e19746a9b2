package dev.gantry.helmchart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.App;
import dev.gantry.Blueprint;
import dev.gantry.config.ConfigMap;
import dev.gantry.finding.Finding;
import dev.gantry.settings.Samples;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a program does to values only that are unlike those of its environments is seen all the same. */
class ContrastsTest {

    record Settings(String text, int number, List<String> list) {}

    record Sampled(@Samples({"gold", "silver"}) String text) {}

    private static final String USUAL = "{text: abc, number: 7, list: [a, b]}";

    private static Arguments program(String name, Function<Settings, String> value) {
        return Arguments.of(name, value);
    }

    static List<Arguments> programs() {
        return List.of(
                program("small letters", env -> env.text().toLowerCase(Locale.ROOT)),
                program("a capital", env -> env.text().replaceFirst("^b", "B")),
                program("replaced punctuation", env -> env.text().replace("-", "_")),
                program("cut at a comma", env -> env.text().split(",", -1)[0]),
                program("cut at a colon", env -> env.text().replaceAll(":.*", "")),
                program("a slash at the end", env -> env.text().endsWith("/") ? env.text() : env.text() + "/"),
                program("a text within", env -> env.text().contains("secret") ? "hidden" : "shown"),
                program("a text at the beginning", env -> env.text().startsWith("prod-") ? "1" : "2"),
                program("no matter of letters", env -> env.text().equalsIgnoreCase("prod") ? "1" : "2"),
                program("an expression", env -> env.text().matches("[a-z]+") ? "1" : "2"),
                program("a digit behind a number", env -> "" + (env.number() * 10 + 5)),
                program("a multiple", env -> env.number() % 1000 == 0 ? "1" : "2"),
                program(
                        "the first three",
                        env -> String.join(" ", env.list().stream().limit(3).toList())));
    }

    private static ConfigMap map(String value) {
        return ConfigMap.of("web", c -> c.text("key", value));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("programs")
    void should_refuse_what_only_values_of_another_sort_show(String name, Function<Settings, String> value) {
        Blueprint<Settings> program =
                (app, env) -> app.stack("shop", s -> s.namespace("shop")).add(map(value.apply(env)));

        ChartRun chart = ChartRun.of(Settings.class, program, USUAL);

        assertThat(chart.findings())
                .as(() -> chart.files().isEmpty() ? "" : chart.file("shop/templates/configmap-web.yaml"))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.code()).isEqualTo("GTY-HLM-001"))
                .extracting(Finding::field)
                .contains("data.key");
    }

    @Test
    void should_say_what_is_made_of_such_a_value() {
        Blueprint<Settings> program = (app, env) -> stack(app, env.text().toLowerCase(Locale.ROOT));

        Finding finding = ChartRun.of(Settings.class, program, USUAL).findings().get(0);

        assertThat(finding.message())
                .contains("data.key of ConfigMap shop/web follows from text (text: \"ABC\" makes \"abc\"");
    }

    @Test
    void should_say_which_setting_matters_where_no_usual_value_shows_it() {
        Blueprint<Settings> program =
                (app, env) -> stack(app, env.list().contains("gold") && env.number() > 3 ? "1" : "2");

        Finding finding = ChartRun.of(Settings.class, program, "{text: abc, number: 7, list: [a, gold]}")
                .findings()
                .get(0);

        assertThat(finding.message()).contains("follows from list (list: ");
    }

    @Test
    void should_believe_the_author_who_gives_samples() {
        Blueprint<Sampled> program = (app, env) -> stack(app, env.text().toLowerCase(Locale.ROOT));

        ChartRun chart = ChartRun.proved(Sampled.class, program, "text: gold");

        assertThat(chart.file("shop/templates/configmap-web.yaml")).contains("key: {{ .Values.text | quote }}");
    }

    private static void stack(App app, String value) {
        app.stack("shop", s -> s.namespace("shop")).add(map(value));
    }
}
