package dev.gantry.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gantry.finding.Finding;
import dev.gantry.finding.Origin;
import dev.gantry.tool.ToolAnswer;
import dev.gantry.tool.ToolRequest;
import dev.gantry.tool.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Charts of others, rendered by real Helm for a program that takes them in. */
class ChartRenderingTest {

    @TempDir
    private Path folder;

    private int charts;
    private final Tools tools = Tools.in(getClass().getClassLoader());

    @AfterEach
    void close() {
        tools.close();
    }

    @Test
    void should_render_a_folder_with_the_template_that_each_object_is_from() throws IOException {
        Path chart = TestChart.in(folder.resolve("shop")).folder();

        assertThat(shown(render(chart, "{\"replicas\": 7}")))
                .containsExactly("shop/templates/web.yaml ConfigMap shop/web {\"replicas\":\"7\"}");
    }

    @Test
    void should_render_an_archive_as_the_folder_that_it_was_made_of() throws IOException {
        Path chart = TestChart.in(folder.resolve("shop")).hook().folder();
        Path archive = Helm.load().pack(chart, folder.resolve("archives"), null, null);

        assertThat(shown(render(archive, "{}"))).isEqualTo(shown(render(chart, "{}")));
    }

    @Test
    void should_show_hooks_of_the_chart_and_of_those_that_it_depends_on() throws IOException {
        TestChart shop = TestChart.in(folder.resolve("shop")).hook();
        dependency(shop, "redis").hook();

        assertThat(shown(render(shop.folder(), "{\"redis\": {\"replicas\": 4}}")))
                .contains(
                        "shop/templates/migrate.yaml ServiceAccount migrate {}",
                        "hook shop/templates/migrate.yaml Job migrate-cache {}",
                        "hook shop/charts/redis/templates/migrate.yaml Job migrate-cache {}");
        JsonNode hook =
                render(shop.folder(), "{\"redis\": {\"replicas\": 4}}").get(5).path("object");
        assertThat(hook.at("/spec/backoffLimit").asInt())
                .as("each is rendered with the values of its own chart")
                .isEqualTo(4);
    }

    @Test
    void should_follow_conditions_aliases_and_archives_of_dependencies() throws IOException {
        TestChart shop = TestChart.in(folder.resolve("shop"));
        TestChart redis = TestChart.in(folder.resolve("redis"))
                .file("Chart.yaml", "{apiVersion: v2, name: redis, version: 1.0.0}\n")
                .file("crds/cache.yaml", definition("caches"))
                .hook();
        shop.file("Chart.yaml", """
                apiVersion: v2
                name: shop
                version: 0.1.0
                dependencies:
                  - {name: redis, version: 1.0.0, alias: sessions, condition: sessions.enabled}
                  - {name: redis, version: 1.0.0, alias: pages, condition: pages.enabled}
                """);
        Helm.load().pack(redis.folder(), shop.folder().resolve("charts"), null, null);

        List<String> some = shown(render(
                shop.folder(),
                "{\"sessions\": {\"enabled\": true, \"name\": \"a\"}, \"pages\": {\"enabled\": false}}"));
        assertThat(some)
                .contains(
                        "shop/charts/sessions/templates/web.yaml ConfigMap shop/a {\"replicas\":\"2\"}",
                        "hook shop/charts/sessions/templates/migrate.yaml Job migrate-cache {}",
                        "shop/charts/sessions/crds/cache.yaml CustomResourceDefinition caches.example.com {}")
                .noneMatch(object -> object.contains("pages"));
        assertThat(shown(
                        render(shop.folder(), "{\"sessions\": {\"enabled\": false}, \"pages\": {\"enabled\": false}}")))
                .hasSize(1);
    }

    @Test
    void should_render_for_the_version_of_kubernetes() throws IOException {
        Path chart = TestChart.in(folder.resolve("shop"))
                .file("templates/web.yaml", """
                        apiVersion: v1
                        kind: ConfigMap
                        metadata:
                          name: web
                        data:
                          kubernetes: {{ .Capabilities.KubeVersion.Version }}
                        """)
                .folder();

        assertThat(shown(render(chart, "{}"))).singleElement().asString().contains("v1.29.0");
    }

    @Test
    void should_name_each_value_that_the_schema_forbids() throws IOException {
        TestChart shop = TestChart.in(folder.resolve("shop")).file("values.schema.json", """
                        {"properties": {
                          "replicas": {"type": "integer", "minimum": 1},
                          "name": {"enum": ["web", "shop"]},
                          "hosts": {"type": "array", "items": {"type": "string"}}}}
                        """);

        List<Finding> findings = findings(shop.folder(), "{\"replicas\": 0, \"name\": \"x\", \"hosts\": [\"a\", 3]}");

        assertThat(findings).allMatch(finding -> finding.code().equals("GTY-HLM-110"));
        assertThat(findings).extracting(Finding::field).containsExactlyInAnyOrder("replicas", "name", "hosts[1]");
        assertThat(findings)
                .extracting(Finding::message)
                .contains("The schema of the chart shop does not allow replicas: minimum: got 0, want 1.");
    }

    @Test
    void should_find_what_is_another_one_each_time() throws IOException {
        TestChart shop = TestChart.in(folder.resolve("shop")).file("templates/secret.yaml", """
                        apiVersion: v1
                        kind: Secret
                        metadata:
                          name: database
                        stringData:
                          password: {{ randAlphaNum 20 | quote }}
                        """);

        assertThat(findings(shop.folder(), "{}")).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("GTY-HLM-111");
            assertThat(finding.message())
                    .isEqualTo(
                            "Each time that the chart is rendered, stringData.password of Secret database is another one.");
        });
    }

    @Test
    void should_say_in_helms_words_why_a_chart_is_not_rendered() throws IOException {
        TestChart shop = TestChart.in(folder.resolve("shop"))
                .file("templates/web.yaml", "name: {{ required \"a host is needed\" .Values.host }}\n");

        assertThat(findings(shop.folder(), "{}")).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("GTY-HLM-101");
            assertThat(finding.message()).contains("a host is needed").contains("shop/templates/web.yaml:1");
            assertThat(finding.origin()).isEqualTo(Origin.file("shop/templates/web.yaml", 1, 9));
        });
        assertThat(findings(
                        TestChart.in(folder.resolve("other"))
                                .dependsOn("redis", "")
                                .folder(),
                        "{}"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("redis"));
    }

    @Test
    void should_name_the_line_of_a_template_that_fails() throws IOException {
        assertThat(stop("templates/web.yaml", "kind: ConfigMap\nname: {{ .Values.a.b }}\n"))
                .isEqualTo(Origin.file("shop/templates/web.yaml", 2, 16));
    }

    @Test
    void should_name_the_line_of_a_named_template_that_fails() throws IOException {
        assertThat(stop(
                        "templates/_helpers.tpl",
                        "{{ define \"name\" }}\n{{ .Values.a.b }}\n{{ end }}\n",
                        "templates/web.yaml",
                        "name: {{ include \"name\" . }}\n"))
                .isEqualTo(Origin.file("shop/templates/_helpers.tpl", 2, 10));
    }

    @Test
    void should_name_the_line_of_a_template_that_fails_for_another() throws IOException {
        assertThat(stop(
                        "templates/settings.yaml",
                        "kind: ConfigMap\n\nname: {{ .Values.a.b }}\n",
                        "templates/web.yaml",
                        "sum: {{ include (print $.Template.BasePath \"/settings.yaml\") . | sha256sum }}\n"))
                .isEqualTo(Origin.file("shop/templates/settings.yaml", 3, 16));
    }

    @Test
    void should_name_the_line_of_a_template_of_another_chart_that_fails() throws IOException {
        assertThat(stop(
                        "charts/redis/Chart.yaml",
                        "{apiVersion: v2, name: redis, version: 1.0.0}\n",
                        "charts/redis/templates/web page.yaml",
                        "kind: ConfigMap\nname: {{ .Values.a.b }}\n"))
                .isEqualTo(Origin.file("shop/charts/redis/templates/web page.yaml", 2, 16));
    }

    @Test
    void should_name_the_line_that_includes_a_template_that_is_not_there() throws IOException {
        assertThat(stop("templates/web.yaml", "name: {{ include \"shop/templates/none\" . }}\n"))
                .isEqualTo(Origin.file("shop/templates/web.yaml", 1, 9));
        assertThat(stop("templates/web.yaml", "name: {{ tpl `{{ include \"shop/templates/none:1\" . }}` . }}\n"))
                .isEqualTo(Origin.file("shop/templates/web.yaml", 1, 9));
    }

    @Test
    void should_not_take_the_words_of_an_author_for_the_place() throws IOException {
        assertThat(stop("templates/web.yaml", "name: {{ fail \"see shop/templates/other.yaml:7\" }}\n"))
                .isEqualTo(Origin.file("shop/templates/web.yaml", 1, 9));
        assertThat(stop("templates/web.yaml", "name: {{ fail \"template: shop/templates/other.yaml:7:1\" }}\n"))
                .isEqualTo(Origin.file("shop/templates/web.yaml", 1, 9));
        assertThat(stop("templates/web.yaml", "name: {{ index .Values \"template: shop/templates/x:3\" \"b\" }}\n"))
                .isEqualTo(Origin.file("shop/templates/web.yaml", 1, 9));
    }

    @Test
    void should_name_the_line_where_helm_quotes_a_long_text() throws IOException {
        String text = "a long text ".repeat(1_000) + "{{ .Values.a.b }}";

        assertThat(stop("templates/web.yaml", "name: {{ tpl `" + text + "` . }}\n"))
                .isEqualTo(Origin.file("shop/templates/web.yaml", 1, 9));
    }

    @Test
    void should_name_the_line_that_cannot_be_parsed() throws IOException {
        assertThat(stop("templates/web.yaml", "kind: ConfigMap\nname: {{ if }}\n"))
                .isEqualTo(Origin.file("shop/templates/web.yaml", 2, 0));
        assertThat(stop("templates/web.yaml", "kind: ConfigMap\nname: [\n"))
                .as("its lines are those of what was rendered")
                .isEqualTo(Origin.file("shop/templates/web.yaml", 0, 0));
    }

    @Test
    void should_refuse_what_is_no_chart() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.tgz"), "no archive");
        Path empty = Files.createDirectories(folder.resolve("empty"));

        assertThat(findings(text, "{}"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("no compressed archive"));
        assertThat(findings(empty, "{}"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("there is no Chart.yaml"));
    }

    private static TestChart dependency(TestChart of, String name) throws IOException {
        of.dependsOn(name, "");
        return TestChart.in(of.folder().resolve("charts").resolve(name))
                .file("Chart.yaml", "{apiVersion: v2, name: %s, version: 1.0.0}\n".formatted(name));
    }

    private static String definition(String plural) {
        return """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata:
                  name: %s.example.com
                """.formatted(plural);
    }

    private JsonNode render(Path chart, String values) throws IOException {
        ToolAnswer answer = answer(chart, values);
        assertThat(answer.findings()).isEmpty();
        return JsonMapper.builder().build().readTree(answer.result("objects"));
    }

    private List<Finding> findings(Path chart, String values) throws IOException {
        ToolAnswer answer = answer(chart, values);
        assertThat(answer.results()).isEmpty();
        return answer.findings();
    }

    /** Where Helm stops at a chart with these files, and with a hook, which is why it renders one template more. */
    private Origin stop(String... files) throws IOException {
        TestChart shop = TestChart.in(folder.resolve("shop-" + ++charts)).hook();
        for (int i = 0; i < files.length; i += 2) {
            shop.file(files[i], files[i + 1]);
        }
        List<Finding> findings = findings(shop.folder(), "{}");
        assertThat(findings).extracting(Finding::code).containsExactly("GTY-HLM-101");
        return findings.get(0).origin();
    }

    private ToolAnswer answer(Path chart, String values) throws IOException {
        ToolRequest request = ToolRequest.of("helm-render")
                .with("chart", chart.toString())
                .with("digest", chart.toString())
                .with("values", values)
                .with("release", "cache")
                .with("namespace", "shop")
                .with("kubernetesVersion", "1.29")
                .with("twice", "true");
        return ToolAnswer.parse(tools.apply(request.text()));
    }

    private static List<String> shown(JsonNode objects) {
        List<String> shown = new ArrayList<>();
        for (JsonNode each : objects) {
            JsonNode object = each.path("object");
            String namespace = object.at("/metadata/namespace").asText("");
            JsonNode data = object.path("data");
            shown.add((each.path("hook").asBoolean() ? "hook " : "")
                    + each.path("source").asText() + " "
                    + object.path("kind").asText() + " " + (namespace.isEmpty() ? "" : namespace + "/")
                    + object.at("/metadata/name").asText() + " " + (data.isMissingNode() ? "{}" : data.toString()));
        }
        return shown;
    }
}
