package dev.gantry.helmchart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.Blueprint;
import dev.gantry.NoSettings;
import dev.gantry.config.ConfigMap;
import dev.gantry.raw.Raw;
import dev.gantry.settings.Range;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What else is in a chart. */
class ChartFilesTest {

    /**
     * The settings.
     *
     * @param replicas how many {@code web} servers there are, which is a sentence that is so long that it takes more than one line of
     *     the file
     * @param database where the data is
     * @param labels of everything
     * @param unused nobody asks
     */
    record Settings(
            @Range(min = 1, max = 9) int replicas, Database database, Map<String, String> labels, String unused) {}

    /**
     * A database.
     *
     * @param host its <b>name</b>
     */
    record Database(String host) {}

    record Optional(boolean extra) {}

    private static final String FIRST =
            "{replicas: 1, database: {host: db.dev}, labels: {a: x, b: y}, unused: nothing}";
    private static final String SECOND = "{replicas: 3, database: {host: db}, labels: {b: y, c: z}, unused: nothing}";

    private static Blueprint<Settings> program() {
        return (app, env) -> app.stack(
                        "shop",
                        s -> s.chart(c -> c.name("web-shop")
                                .version("1.2.3")
                                .appVersion("2024-10")
                                .description("The shop: all of it")
                                .home("https://shop.example.com")
                                .defaults("env1")
                                .maintainer("Team Shop", "shop@example.com")
                                .dependency("redis", "~16.9", "https://charts.example.com", "redis.enabled")))
                .add(ConfigMap.of("web", c -> {
                    c.text("REPLICAS", "" + env.replicas())
                            .text("HOST", env.database().host());
                    env.labels().forEach(c::label);
                }));
    }

    @Test
    void should_say_what_the_author_says_of_the_chart() {
        assertThat(ChartRun.proved(Settings.class, program(), FIRST, SECOND).file("web-shop/Chart.yaml"))
                .isEqualTo("""
                        apiVersion: v2
                        name: web-shop
                        description: "The shop: all of it"
                        type: application
                        version: 1.2.3
                        appVersion: 2024-10
                        home: https://shop.example.com
                        dependencies:
                          - name: redis
                            version: ~16.9
                            repository: https://charts.example.com
                            condition: redis.enabled
                        maintainers:
                          - name: Team Shop
                            email: shop@example.com
                        """);
    }

    @Test
    void should_document_values_with_the_javadoc_of_the_record_and_leave_out_what_has_no_effect() {
        assertThat(ChartRun.of(Settings.class, program(), FIRST, SECOND).file("web-shop/values.yaml"))
                .isEqualTo("""
                        # how many web servers there are, which is a sentence that is so long that it takes more than one
                        # line of the file
                        replicas: 3
                        # where the data is
                        database:
                          # its name
                          host: db
                        # of everything
                        labels:
                          b: "y"
                          c: z
                        """);
    }

    @Test
    void should_say_what_an_environment_has_otherwise_and_what_it_has_not() {
        ChartRun chart = ChartRun.of(Settings.class, program(), FIRST, SECOND);

        assertThat(chart.file("web-shop/values-env0.yaml")).isEqualTo("""
                replicas: 1
                database:
                  host: db.dev
                labels:
                  a: x
                  c: null
                """);
        assertThat(chart.file("web-shop/values-env1.yaml")).isEqualTo("{}\n");
    }

    @Test
    void should_hold_values_against_a_strict_schema() {
        assertThat(ChartRun.of(Settings.class, program(), FIRST, SECOND).file("web-shop/values.schema.json"))
                .isEqualTo("""
                        {
                          "$schema": "http://json-schema.org/draft-07/schema#",
                          "type": "object",
                          "additionalProperties": false,
                          "properties": {
                            "replicas": {
                              "description": "how many web servers there are, which is a sentence that is so long that it takes more than one line of the file",
                              "type": "integer",
                              "minimum": 1,
                              "maximum": 9
                            },
                            "database": {
                              "description": "where the data is",
                              "type": "object",
                              "additionalProperties": false,
                              "properties": {
                                "host": {
                                  "description": "its name",
                                  "type": "string",
                                  "pattern": "^[^\\\\n\\\\r]*$"
                                }
                              },
                              "required": [
                                "host"
                              ]
                            },
                            "labels": {
                              "description": "of everything",
                              "type": "object",
                              "additionalProperties": {
                                "type": "string",
                                "pattern": "^[^\\\\n\\\\r]*$"
                              }
                            },
                            "global": {
                              "type": "object"
                            },
                            "redis": {
                              "type": "object"
                            }
                          },
                          "required": [
                            "replicas",
                            "database",
                            "labels"
                          ]
                        }
                        """);
    }

    @Test
    void should_put_definitions_where_helm_installs_them_first(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("crd.yaml"), """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata:
                  name: webapps.example.com
                spec:
                  group: example.com
                  scope: Namespaced
                  names: {plural: webapps, kind: WebApp}
                  versions:
                    - {name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object}}}
                """);
        ChartRun chart = ChartRun.proved(
                Database.class,
                (app, env) -> {
                    app.stack("shop").addAll(Raw.yaml(file));
                    app.stack("other").add(ConfigMap.of("web", c -> c.text("HOST", env.host())));
                },
                "host: db");

        assertThat(chart.file("shop/crds/webapps.example.com.yaml"))
                .startsWith("apiVersion: apiextensions.k8s.io/v1\n");
        assertThat(chart.files()).doesNotContain("helm/shop/templates/_helpers.tpl");
    }

    @Test
    void should_make_nothing_of_a_program_that_makes_nothing() {
        ChartRun chart = ChartRun.of(Database.class, (app, env) -> {}, "host: db");

        assertThat(chart.files()).isEmpty();
        assertThat(chart.findings()).isEmpty();
    }

    @Test
    void should_make_a_chart_of_a_program_without_settings() {
        ChartRun chart = ChartRun.of(
                NoSettings.class, (app, env) -> app.stack("shop").add(ConfigMap.of("web", c -> c.text("A", "a"))), "");

        assertThat(chart.findings()).isEmpty();
        assertThat(chart.file("shop/values.yaml")).isEqualTo("{}\n");
    }

    @Test
    void should_leave_out_a_stack_that_no_environment_has() {
        Blueprint<Optional> program = (app, env) -> {
            app.stack("shop").add(ConfigMap.of("web", c -> c.text("A", "a")));
            if (env.extra()) {
                app.stack("extra").add(ConfigMap.of("extra", c -> c.text("B", "b")));
            }
        };

        assertThat(ChartRun.proved(Optional.class, program, "extra: false").files())
                .noneMatch(file -> file.startsWith("helm/extra/"));
        assertThat(ChartRun.proved(Optional.class, program, "extra: false", "extra: true")
                        .file("extra/templates/configmap-extra.yaml"))
                .startsWith("{{- if .Values.extra }}\n");
    }

    @Test
    void should_show_notes_as_they_are_written() {
        Blueprint<Database> program = (app, env) -> app.stack("shop", s -> s.chart(c -> c.notes("Look at {{ this }}.")))
                .add(ConfigMap.of(
                        "web", c -> c.annotation("helm.sh/hook", "pre-install").text("HOST", env.host())));

        ChartRun chart = ChartRun.proved(Database.class, program, "host: db");

        assertThat(chart.file("shop/templates/NOTES.txt")).isEqualTo("Look at {{`{{ this }}`}}.\n");
        assertThat(chart.file("shop/.helmignore")).contains("*.tgz");
    }

    @Test
    void should_make_the_same_chart_each_time() {
        ChartRun first = ChartRun.of(Settings.class, program(), FIRST, SECOND);
        ChartRun second = ChartRun.of(Settings.class, program(), FIRST, SECOND);

        assertThat(first.files())
                .isEqualTo(second.files())
                .allSatisfy(path -> assertThat(first.file(path.substring("helm/".length())))
                        .isEqualTo(second.file(path.substring("helm/".length()))));
    }
}
