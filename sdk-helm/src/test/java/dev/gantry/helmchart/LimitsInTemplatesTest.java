package dev.gantry.helmchart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.Blueprint;
import dev.gantry.config.ConfigMap;
import org.junit.jupiter.api.Test;

/** A class of its own: it compares with no other number. */
class LimitsInTemplatesTest {

    record Settings(int number) {}

    @Test
    void should_keep_a_number_within_limits_that_no_environment_reaches() {
        Blueprint<Settings> program = (app, env) -> app.stack("shop", s -> s.namespace("shop"))
                .add(ConfigMap.of(
                        "web",
                        c -> c.text("least", "" + Math.max(2, env.number()))
                                .text("most", "" + Math.min(env.number(), 50))));

        ChartRun chart = ChartRun.proved(Settings.class, program, "number: 7");

        assertThat(chart.file("shop/templates/configmap-web.yaml"))
                .contains("{{ int64 .Values.number | quote }}", "least: \"2\"", "most: \"50\"");
    }
}
