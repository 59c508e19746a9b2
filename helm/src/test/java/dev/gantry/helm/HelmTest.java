package dev.gantry.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HelmTest {

    @TempDir
    Path folder;

    private final Helm helm = Helm.load();
    private TestChart chart;
    private Path values;

    @BeforeEach
    void write() throws IOException {
        chart = TestChart.in(folder.resolve("shop"));
        values = Files.writeString(folder.resolve("values.yaml"), "replicas: 5\n");
    }

    @Test
    void should_render_with_values_release_and_namespace() throws IOException {
        chart.append("templates/web.yaml", "  release: {{ .Release.Name }}\n");
        assertThat(render())
                .extracting(Object::toString)
                .containsExactly("{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"web\","
                        + "\"namespace\":\"store\"},\"data\":{\"replicas\":\"5\",\"release\":\"mine\"}}");
    }

    @Test
    void should_render_hooks() throws IOException {
        chart.hook();
        assertThat(render())
                .extracting(HelmTest::name)
                .containsExactly("ServiceAccount migrate", "ConfigMap web", "Job migrate-mine");
    }

    @Test
    void should_render_hooks_as_helm_does() throws IOException {
        chart.hook();
        assertThat(render().get(2))
                .hasToString("{\"apiVersion\":\"batch/v1\",\"kind\":\"Job\",\"metadata\":{\"name\":\"migrate-mine\","
                        + "\"annotations\":{\"helm.sh/hook\":\"pre-upgrade\",\"note\":\"a \\\"quoted\\\" < text\"}},"
                        + "\"spec\":{\"backoffLimit\":5}}");
    }

    @Test
    void should_render_hooks_whose_annotation_comes_from_a_helper() throws IOException {
        chart.hook().file("templates/_helpers.tpl", "{{- define \"hook\" }}helm.sh/hook: post-install{{ end -}}\n");
        chart.file("templates/later.yaml", """
                apiVersion: batch/v1
                kind: Job
                metadata:
                  name: later
                  annotations:
                    {{ include "hook" . }}
                """);
        assertThat(render()).extracting(HelmTest::name).contains("Job later", "Job migrate-mine");
    }

    @Test
    void should_render_definitions() throws IOException {
        chart.file(
                "crds/webapp.yaml",
                "{apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition,"
                        + " metadata: {name: webapps.example.com}}\n");
        assertThat(render())
                .extracting(HelmTest::name)
                .containsExactly("ConfigMap web", "CustomResourceDefinition webapps.example.com");
    }

    @Test
    void should_render_without_charts_that_are_not_there() throws IOException {
        chart.dependsOn("redis", "https://charts.example.com");
        assertThat(render()).extracting(HelmTest::name).containsExactly("ConfigMap web");
    }

    @Test
    void should_render_with_charts_that_are_there() throws IOException {
        chart.dependsOn("redis", "https://charts.example.com")
                .file("charts/redis/Chart.yaml", "{apiVersion: v2, name: redis, version: 1.0.0}\n")
                .file(
                        "charts/redis/templates/redis.yaml",
                        "{apiVersion: v1, kind: Service, metadata: {name: redis}}\n");
        assertThat(render()).extracting(HelmTest::name).containsExactly("ConfigMap web", "Service redis");
    }

    @Test
    void should_say_where_a_template_fails_and_what_is_there() throws IOException {
        chart.append("templates/web.yaml", "  broken: {{ .Values.no.such }}\n");
        Finding finding = catchThrowableOfType(FindingsException.class, this::render)
                .findings()
                .get(0);
        assertThat(finding.message())
                .startsWith("The chart in " + chart.folder() + " cannot be rendered: ")
                .contains("shop/templates/web.yaml:11:20")
                .endsWith("nil pointer evaluating interface {}.such");
        assertThat(finding.hint()).isEqualTo("templates/web.yaml:11 is \"broken: {{ .Values.no.such }}\".");
    }

    @Test
    void should_say_which_values_the_schema_refuses() throws IOException {
        chart.file("values.schema.json", "{\"properties\": {\"replicas\": {\"type\": \"integer\"}}}");
        Files.writeString(values, "replicas: many\n");
        assertThatThrownBy(this::render).hasMessageContaining("'/replicas': got string, want integer");
    }

    @Test
    void should_say_that_a_folder_is_no_chart() {
        assertThatThrownBy(() -> helm.render(folder, values, "mine", "store"))
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("there is no Chart.yaml");
    }

    @Test
    void should_render_with_values_whose_path_has_a_comma() throws IOException {
        values = Files.writeString(
                Files.createDirectories(folder.resolve("a,b c")).resolve("v.yaml"), "name: api\n");
        assertThat(render()).extracting(HelmTest::name).containsExactly("ConfigMap api");
    }

    @Test
    void should_have_nothing_against_a_chart_that_is_well() {
        assertThat(helm.lint(chart.folder(), null)).isEmpty();
    }

    @Test
    void should_lint_with_the_values() throws IOException {
        chart.append(
                "templates/web.yaml",
                "  {{- if eq .Values.replicas 5.0 }}\n  x: {{ .Values.no.such }}\n  {{- end }}\n");
        assertThat(helm.lint(chart.folder(), null)).isEmpty();
        assertThat(helm.lint(chart.folder(), values))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .startsWith("The linter complains of the chart in " + chart.folder()
                                + " with values.yaml: [ERROR] templates/: template: shop/templates/web.yaml:12"));
    }

    @Test
    void should_complain_of_a_warning() throws IOException {
        chart.file("templates/old.yaml", TestChart.DEPRECATED);
        assertThat(helm.lint(chart.folder(), null))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("[WARNING] templates/old.yaml"));
    }

    @Test
    void should_lint_without_charts_that_are_not_there() throws IOException {
        chart.dependsOn("redis", "https://charts.example.com");
        assertThat(helm.lint(chart.folder(), values)).isEmpty();
    }

    @Test
    void should_package_the_same_chart_as_the_same_bytes() throws IOException {
        byte[] first = Files.readAllBytes(helm.pack(chart.folder(), folder.resolve("one"), null, null));
        try (Stream<Path> files = Files.walk(chart.folder())) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.fromMillis(0));
            }
        }
        byte[] second = Files.readAllBytes(helm.pack(chart.folder(), folder.resolve("two"), null, null));
        assertThat(second).isEqualTo(first);
    }

    @Test
    void should_package_what_helm_can_render() throws IOException {
        Path archive = helm.pack(chart.folder(), folder.resolve("charts"), null, null);
        assertThat(new com.marcnuri.helm.Helm(archive)
                        .template()
                        .withName("mine")
                        .call())
                .contains("name: web");
    }

    @Test
    void should_package_with_other_versions() throws IOException {
        Path archive = helm.pack(chart.folder(), folder.resolve("charts"), "2.0.0-rc.1", "7");
        assertThat(archive).hasFileName("shop-2.0.0-rc.1.tgz");
        assertThat(new com.marcnuri.helm.Helm(archive).show().chart().call())
                .contains("version: 2.0.0-rc.1", "appVersion: \"7\"");
    }

    @Test
    void should_not_package_a_chart_of_an_impossible_version() {
        assertThatThrownBy(() -> helm.pack(chart.folder(), folder.resolve("charts"), "two", null))
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("version \"two\" is invalid");
    }

    @Test
    void should_not_package_a_chart_whose_dependencies_are_not_there() throws IOException {
        chart.dependsOn("redis", "https://charts.example.com");
        assertThatThrownBy(() -> helm.pack(chart.folder(), folder.resolve("charts"), null, null))
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("it depends on redis, and charts/ does not have that");
    }

    @Test
    void should_package_a_chart_after_its_dependencies_were_updated() throws IOException {
        TestChart.in(folder.resolve("redis")).file("Chart.yaml", "{apiVersion: v2, name: redis, version: 1.0.0}\n");
        chart.dependsOn("redis", "file://../redis");
        helm.updateDependencies(chart.folder());
        assertThat(helm.pack(chart.folder(), folder.resolve("charts"), null, null))
                .exists();
    }

    @Test
    void should_say_that_dependencies_cannot_be_had() throws IOException {
        chart.dependsOn("redis", "file://../nowhere");
        assertThatThrownBy(() -> helm.updateDependencies(chart.folder()))
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("cannot be had");
    }

    private List<ObjectNode> render() {
        return helm.render(chart.folder(), values, "mine", "store");
    }

    private static String name(ObjectNode object) {
        return object.path("kind").asText() + " "
                + object.path("metadata").path("name").asText();
    }
}
