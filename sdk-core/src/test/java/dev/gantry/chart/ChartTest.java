package dev.gantry.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.extension.Flaw;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChartTest {

    private final List<Flaw> flaws = new ArrayList<>();
    private final Chart.Builder builder = new Chart.Builder("shop", flaws);

    @Test
    void should_be_called_as_its_stack_unless_the_author_says_otherwise() {
        assertThat(builder.build().name()).isEqualTo("shop");
        assertThat(new Chart.Builder("shop", flaws).name("web").build().name()).isEqualTo("web");
        assertThat(flaws).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.4.0", "0.1.0-rc.1", "2.0.0+build.5"})
    void should_take_semantic_versions(String version) {
        assertThat(builder.version(version).build().version()).isEqualTo(version);
        assertThat(flaws).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.4", "v1.4.0", "01.4.0", "latest"})
    void should_refuse_other_versions(String version) {
        builder.version(version);

        assertThat(flaws)
                .singleElement()
                .satisfies(flaw -> assertThat(flaw.message())
                        .isEqualTo("The version of the chart \"" + version + "\" is not a semantic version."));
    }

    @Test
    void should_refuse_a_name_that_no_chart_can_have_and_texts_of_several_lines() {
        builder.name("My Shop").description("one\ntwo").maintainer("", "shop@example.com");

        assertThat(flaws).hasSize(3);
    }

    @Test
    void should_say_that_a_call_comes_too_late() {
        Chart chart = builder.build();

        builder.version("9.9.9");

        assertThat(chart.version()).isEqualTo("0.1.0");
        assertThat(flaws).containsExactly(Flaw.usedLater());
    }

    @ParameterizedTest
    @CsvSource({
        "shop, shop, shop",
        "shop-eu, shop, shop-eu",
        "eu, shop, eu-shop",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-b, shop,"
                + " aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
    })
    void should_give_a_release_the_full_name_that_charts_of_helm_give(String release, String chart, String expected) {
        assertThat(new Release(release, "default", chart, "").fullName()).isEqualTo(expected);
    }
}
