package dev.gantry.helmchart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.Blueprint;
import dev.gantry.config.ConfigMap;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Helm takes away what is blank at the end of a document, and what is blank before a directive. */
class EndsOfTextsTest {

    record Settings(boolean on, String value, String other, List<String> list) {}

    private static final String SETTINGS = "{on: true, value: abc, other: def, list: [a, b]}";

    private static Arguments text(String name, Function<Settings, String> text) {
        return Arguments.of(name, text);
    }

    static List<Arguments> texts() {
        return List.of(
                text("empty lines after a value", env -> "[main]\nvalue=" + env.value() + "\n\n\n"),
                text("empty lines after a constant", env -> "[main]\nvalue=1\n\n\n"),
                text("a blank before a value", env -> "[main]\nvalue: " + env.value()),
                text("a blank before a list", env -> "[main]\nlist: " + String.join(",", env.list())),
                text("a blank", env -> "[main]\nvalue=" + env.value() + " "),
                text("a blank before two values", env -> "[main]\nvalue: " + env.value() + env.other()),
                text("two values on a line", env -> "[main]\n" + env.value() + env.other() + "\n"),
                text("one line that ends", env -> "[main]\nvalue=" + env.value() + "\n"));
    }

    private static Blueprint<Settings> last(Function<Settings, String> text) {
        return (app, env) -> app.stack("shop", s -> s.namespace("shop"))
                .add(ConfigMap.of("web", c -> c.text("web.ini", text.apply(env))));
    }

    private static Blueprint<Settings> beforeEnd(Function<Settings, String> text) {
        return (app, env) -> app.stack("shop", s -> s.namespace("shop")).add(ConfigMap.of("web", c -> {
            if (env.on()) {
                c.text("web.ini", text.apply(env));
            }
            c.text("z", "after");
        }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void should_keep_the_end_of_a_text_that_ends_a_document(String name, Function<Settings, String> text) {
        ChartRun chart = ChartRun.proved(Settings.class, last(text), SETTINGS);

        assertThat(chart.file("shop/templates/configmap-web.yaml")).contains("  web.ini: ");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void should_keep_the_end_of_a_text_before_a_directive(String name, Function<Settings, String> text) {
        ChartRun chart = ChartRun.proved(Settings.class, beforeEnd(text), SETTINGS);

        assertThat(chart.file("shop/templates/configmap-web.yaml")).contains("{{- if .Values.on }}\n  web.ini: ");
    }

    @Test
    void should_say_where_a_text_ends_only_where_it_is_not_seen() {
        ChartRun seen = ChartRun.proved(Settings.class, last(env -> "a=" + env.value() + "\nb=2\n"), SETTINGS);
        ChartRun unseen = ChartRun.proved(Settings.class, last(env -> "a=" + env.value() + "\nb=2\n\n"), SETTINGS);

        assertThat(seen.file("shop/templates/configmap-web.yaml")).doesNotContain("#");
        assertThat(unseen.file("shop/templates/configmap-web.yaml")).endsWith("    b=2\n\n  # the text ends here\n");
    }
}
