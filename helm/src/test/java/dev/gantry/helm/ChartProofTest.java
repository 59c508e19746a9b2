package dev.gantry.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.gantry.finding.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartProofTest {

    private static final String REPORT = "please report it";

    @TempDir
    Path folder;

    private TestStaging staging;

    @BeforeEach
    void write() throws IOException {
        staging = TestStaging.in(folder);
    }

    @Test
    void should_find_nothing_where_every_claim_is_true() throws IOException {
        staging.sample("environment production", "replicas: 5\n", TestChart.expected(5))
                .sample("sample 1", "{}\n", TestChart.expected(2));
        assertThat(findings()).isEmpty();
    }

    @Test
    void should_answer_an_empty_list_as_json() throws IOException {
        staging.sample("sample 0", "{}\n", TestChart.expected(2));
        assertThat(ChartProof.prove(staging.written().toString())).isEqualToIgnoringWhitespace("[]");
    }

    @Test
    void should_find_a_field_that_differs() throws IOException {
        staging.sample("environment production", "replicas: 5\n", TestChart.expected(6));
        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("GTY-HLM-104");
            assertThat(finding.resource()).isEqualTo("ConfigMap shop/web");
            assertThat(finding.field()).isEqualTo("data.replicas");
            assertThat(finding.message())
                    .isEqualTo("helm/shop has \"5\" where the program makes \"6\" (environment production).");
            assertThat(finding.hint()).contains(REPORT);
        });
    }

    @Test
    void should_tell_once_what_many_samples_show() throws IOException {
        for (int i = 0; i < 10; i++) {
            staging.sample("sample " + i, "replicas: " + i + "\n", TestChart.expected(i + 1));
        }
        assertThat(findings())
                .extracting(Finding::message)
                .containsExactly("helm/shop has \"0\" where the program makes \"1\" (sample 0 and 9 others).");
    }

    @Test
    void should_find_an_object_that_the_chart_lacks_and_one_that_it_has_in_its_place() throws IOException {
        staging.sample("sample 0", "name: api\n", TestChart.expected(2));
        assertThat(findings())
                .extracting(Finding::code, Finding::resource)
                .containsExactly(
                        tuple("GTY-HLM-102", "ConfigMap shop/web"), tuple("GTY-HLM-103", "ConfigMap shop/api"));
    }

    @Test
    void should_show_the_line_of_a_template_that_fails() throws IOException {
        staging.chart().append("templates/web.yaml", "  broken: {{ required \"no name\" .Values.other }}\n");
        staging.sample("sample 0", "{}\n", TestChart.expected(2)).sample("sample 1", "{}\n", TestChart.expected(2));
        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.message())
                    .isEqualTo(
                            "helm/shop cannot be rendered: execution error at (shop/templates/web.yaml:11:13): no name"
                                    + " (sample 0 and 1 other).");
            assertThat(finding.hint())
                    .startsWith("templates/web.yaml:11 is \"broken: {{ required \"no name\" .Values.other }}\". ");
        });
    }

    @Test
    void should_lint_with_the_values_of_environments() throws IOException {
        staging.chart().file("templates/old.yaml", TestChart.DEPRECATED);
        String expected = TestChart.expected(2) + "---\n" + TestChart.DEPRECATED;
        staging.sample("environment production", "{}\n", expected).sample("sample 0", "{}\n", expected);
        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("GTY-HLM-105");
            assertThat(finding.message())
                    .startsWith("helm/shop is not what the linter wants: [WARNING] templates/old.yaml");
        });
    }

    @Test
    void should_prove_hooks_and_definitions_too() throws IOException {
        String definition =
                "{apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, metadata: {name: a.b}}\n";
        staging.chart().hook().file("crds/a.yaml", definition);
        staging.sample("sample 0", "{}\n", TestChart.expected(2) + "---\n" + definition);
        assertThat(findings())
                .extracting(Finding::resource)
                .containsExactly("ServiceAccount migrate", "Job migrate-web");
    }

    @Test
    void should_prove_a_chart_without_charts_that_are_not_there() throws IOException {
        staging.chart().dependsOn("redis", "https://charts.example.com");
        staging.sample("environment production", "{}\n", TestChart.expected(2));
        assertThat(findings()).isEmpty();
    }

    @Test
    void should_show_no_more_than_can_be_read() throws IOException {
        StringBuilder expected = new StringBuilder(TestChart.expected(2));
        for (int i = 0; i < 30; i++) {
            expected.append("---\n{apiVersion: v1, kind: Service, metadata: {name: web-")
                    .append(i)
                    .append("}}\n");
        }
        staging.sample("sample 0", "{}\n", expected.toString());
        assertThat(findings()).hasSize(21).last().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("GTY-HLM-106");
            assertThat(finding.message()).isEqualTo("10 things more are wrong, of these and other kinds.");
        });
    }

    @Test
    void should_say_that_a_folder_is_no_chart() throws IOException {
        staging.chart().file("Chart.yaml", "a: [");
        staging.sample("sample 0", "{}\n", TestChart.expected(2));
        assertThat(findings())
                .extracting(Finding::message)
                .containsExactly("helm/shop cannot be rendered: Chart.yaml is not YAML (sample 0).");
    }

    private List<Finding> findings() throws IOException {
        return ChartProof.findings(staging.written());
    }
}
