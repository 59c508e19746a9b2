package dev.gantry.chartinput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.Image;
import dev.gantry.Quantity;
import dev.gantry.finding.Finding;
import dev.gantry.helm.Helm;
import dev.gantry.network.NetworkPolicy;
import dev.gantry.network.Service;
import dev.gantry.workload.Deployment;
import dev.gantry.workload.StatefulSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of charts, hooks and values that are not as they should be. */
class HelmChartFlawTest extends ChartProgram {

    @Test
    void should_warn_of_hooks_that_helm_does_not_know_and_name_the_template() {
        CacheChart.write(folder, "charts/cache/templates/prepare.yaml", """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: prepare
                  annotations: {helm.sh/hook: pre-instal}
                """);

        assertThat(taken(c -> c.hooks(Hooks.AS_RESOURCES)).findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("GTY-HLM-203");
                    assertThat(finding.message()).contains("ConfigMap prepare").contains("\"pre-instal\"");
                    assertThat(finding.origin().toString()).startsWith("ChartProgram.java:");
                    assertThat(finding.related().get(0).origin().path())
                            .isEqualTo("charts/cache/templates/prepare.yaml");
                });
    }

    @Test
    void should_warn_of_a_chart_that_renders_nothing() {
        CacheChart.write(folder, "charts/none/Chart.yaml", "{apiVersion: v2, name: none, version: 1.0.0}\n");
        CacheChart.write(folder, "charts/none/templates/a.yaml", "{{ if .Values.x }}a: b{{ end }}\n");

        assertThat(run(shop -> shop.add(HelmChart.of("pages", ChartSource.directory("charts/none"))))
                        .findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("GTY-RAW-011");
                    assertThat(finding.origin().toString()).startsWith("HelmChartFlawTest.java:");
                });
    }

    @Test
    void should_name_templates_where_they_are() {
        CacheChart.write(folder, "charts/cache/templates/service.yaml", """
                apiVersion: v1
                kind: Service
                metadata: {name: pages-server}
                spec:
                  clusterIP: None
                  selector: {app: pages}
                  ports: [{name: cache, port: 6379, targetPort: nothing}]
                """);
        Helm.load().pack(folder.resolve("charts/cache"), folder.resolve("archives"), null, null);

        assertThat(template(CACHE)).isEqualTo("charts/cache/templates/service.yaml");
        assertThat(template(ChartSource.archive("archives/cache-1.2.3.tgz")))
                .isEqualTo("archives/cache-1.2.3.tgz!/cache/templates/service.yaml");
    }

    /** The template that a finding about the Service names. */
    private String template(ChartSource source) {
        Finding finding =
                run(shop -> shop.add(HelmChart.of("pages", source))).findings().get(0);
        return finding.related().stream()
                .filter(line -> line.message().equals("it is made from this"))
                .map(line -> line.origin().path())
                .findFirst()
                .orElse("none in " + finding);
    }

    @Test
    void should_tell_of_keys_that_the_schema_lacks_at_the_line_of_each() {
        CacheChart.write(folder, "charts/cache/values.schema.json", """
                {"type": "object", "additionalProperties": false, "properties": {
                 "port": {}, "memory": {}, "hosts": {}, "global": {}, "migration": {},
                 "extra": {"type": "object", "additionalProperties": false,
                           "properties": {"origin": {}, "colour": {"type": "string"}}}}}
                """);
        CacheChart.write(folder, "cache.yaml", "port: 1\nextra:\n  colour: 3\n  user: a\n");

        List<Finding> findings = taken(c -> c.valuesFile("cache.yaml").values(v -> v.set("replcas", 3)))
                .findings();

        assertThat(findings)
                .extracting(finding -> finding.field() + " " + finding.origin().path())
                .containsExactlyInAnyOrder(
                        "replcas dev/gantry/chartinput/HelmChartFlawTest.java",
                        "extra.user cache.yaml",
                        "extra.colour cache.yaml");
        assertThat(findings)
                .filteredOn(finding -> "extra.user".equals(finding.field()))
                .extracting(finding -> finding.origin().line())
                .containsExactly(4);
    }

    @Test
    void should_say_nothing_more_of_a_chart_that_cannot_be_rendered() {
        CacheChart.write(
                folder, "charts/cache/templates/broken.yaml", "name: {{ required \"a host\" .Values.host }}\n");

        List<Finding> findings = run(shop -> {
                    HelmChart pages = shop.add(
                            HelmChart.of("pages", CACHE, c -> c.objects(o -> o.leaveOut("Service", "pages-server"))));
                    StatefulSet server = StatefulSet.from(pages.objects(), "pages-server");
                    Service service = Service.from(pages.objects(), "pages-server");
                    shop.add(NetworkPolicy.of("pages", server, n -> n.ingress(r -> r.port(PORT))));
                    shop.add(dev.gantry.network.Ingress.of(
                            "pages", i -> i.host("pages.example.com", h -> h.path("/", service, PORT))));
                })
                .findings();

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("GTY-HLM-101");
            assertThat(finding.message()).contains("a host");
            assertThat(finding.origin().toString()).startsWith("HelmChartFlawTest.java:");
            assertThat(finding.related())
                    .extracting(line -> line.origin() + ": " + line.message())
                    .containsExactly("charts/cache/templates/broken.yaml:1: Helm stops here");
            assertThat(finding.resource()).isEqualTo("chart pages");
        });
    }

    @Test
    void should_refuse_folders_and_files_that_are_no_charts() {
        CacheChart.write(folder, "notes/notes.txt", "hello");

        assertThat(problem(ChartSource.directory("notes"))).startsWith("GTY-HLM-202 The folder notes is no chart");
        assertThat(problem(ChartSource.directory("nothing"))).startsWith("GTY-HLM-202 There is no folder nothing.");
        assertThat(problem(ChartSource.directory("notes/notes.txt")))
                .startsWith("GTY-HLM-202 notes/notes.txt is a file");
        assertThat(problem(ChartSource.archive("notes/notes.txt")))
                .startsWith("GTY-HLM-202 notes/notes.txt is no archive");
        assertThat(problem(ChartSource.archive("charts/cache"))).startsWith("GTY-HLM-202 charts/cache is a folder");
        assertThat(problem(ChartSource.archive("nothing.tgz"))).startsWith("GTY-PRG-017 There is no file nothing.tgz");
        assertThat(problem(ChartSource.directory(""))).startsWith("GTY-VAL-009");
    }

    private String problem(ChartSource source) {
        Finding finding =
                run(shop -> shop.add(HelmChart.of("pages", source))).findings().get(0);
        assertThat(finding.origin().toString()).startsWith("HelmChartFlawTest.java:");
        return finding.code() + " " + finding.message();
    }

    @Test
    void should_tell_of_nulls_and_of_values_files_that_have_none() {
        CacheChart.write(folder, "list.yaml", "- a\n");
        CacheChart.write(folder, "broken.yaml", "a: [\n");
        CacheChart.write(folder, "empty.yaml", "# nothing\n");

        assertThat(codes(c -> c.values(v -> v.set("port", (String) null)))).containsExactly("GTY-VAL-001");
        assertThat(codes(c -> c.hooks(null))).containsExactly("GTY-VAL-001");
        assertThat(codes(c -> c.values(v -> v.set("memory", Quantity.of("much")))))
                .containsExactly("GTY-VAL-004");
        assertThat(codes(c -> c.valuesFile("list.yaml"))).containsExactly("GTY-HLM-207");
        assertThat(codes(c -> c.valuesFile("broken.yaml"))).containsExactly("GTY-RAW-002");
        assertThat(codes(c -> c.valuesFile("absent.yaml"))).containsExactly("GTY-PRG-017");
        assertThat(codes(c -> c.valuesFile("empty.yaml"))).isEmpty();
    }

    @Test
    void should_find_what_is_wrong_with_other_resources_while_a_chart_cannot_be_rendered() {
        CacheChart.write(folder, "charts/cache/templates/broken.yaml", "{{ fail \"no\" }}\n");

        List<Finding> findings = run(shop -> {
                    HelmChart pages = shop.add(HelmChart.of("pages", CACHE));
                    StatefulSet server = StatefulSet.from(pages.objects(), "pages-server");
                    shop.add(Service.of("pages", s -> s.selects(server).port(PORT)));
                    shop.add(Deployment.of(
                            "web",
                            d -> d.selector("app", "web")
                                    .container("web", Image.of("web:1.0"), c -> {})
                                    .container("web", Image.of("web:1.0"), c -> {})));
                })
                .findings();

        assertThat(findings)
                .extracting(Finding::code)
                .contains("GTY-WRK-002")
                .noneMatch(code -> code.startsWith("GTY-NET"));
        assertThat(findings).extracting(Finding::resource).contains("chart pages");
    }
}
