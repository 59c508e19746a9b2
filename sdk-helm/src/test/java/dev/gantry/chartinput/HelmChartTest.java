package dev.gantry.chartinput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.App;
import dev.gantry.Quantity;
import dev.gantry.Synthesis;
import dev.gantry.TestRun;
import dev.gantry.check.Manifest;
import dev.gantry.finding.Finding;
import dev.gantry.helm.Helm;
import dev.gantry.network.NetworkPolicy;
import dev.gantry.network.Service;
import dev.gantry.workload.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HelmChartTest extends ChartProgram {

    private static String annotation(Synthesis made, String key) {
        return TestRun.manifest(made, "StatefulSet", "pages-server")
                .tree()
                .at("/metadata/annotations")
                .path(key)
                .asText();
    }

    @Test
    void should_render_a_chart_for_the_namespace_of_its_stack() {
        Synthesis made = taken(c -> {});

        assertThat(made.findings()).isEmpty();
        assertThat(made.manifests())
                .extracting(manifest -> manifest.id().toString())
                .containsExactlyInAnyOrder("StatefulSet shop/pages-server", "Service shop/pages-server");
        assertThat(annotation(made, "host")).isEqualTo("pages.shop.svc");
    }

    @Test
    void should_render_an_archive_likewise() {
        Helm.load().pack(folder.resolve("charts/cache"), folder.resolve("archives"), null, null);

        Synthesis made = run(shop -> shop.add(HelmChart.of("pages", ChartSource.archive("archives/cache-1.2.3.tgz"))));

        assertThat(made.findings()).isEmpty();
        assertThat(made.manifests().toString())
                .isEqualTo(taken(c -> {}).manifests().toString());
    }

    record Cache(int port, Quantity memory, List<String> hosts, Optional<String> absent, Extra extra) {}

    record Extra(Duration retention, Speed speed) {}

    enum Speed {
        VERY_FAST
    }

    @Test
    void should_take_values_from_records_files_and_the_program_the_later_over_the_earlier() {
        CacheChart.write(folder, "cache.yaml", "hosts: [b, c]\nextra: {colour: red, shape: round}\nport: 1\n");

        Synthesis made = taken(c -> c.values(new Cache(
                        6380,
                        Quantity.of("128Mi"),
                        List.of("a"),
                        Optional.empty(),
                        new Extra(Duration.ofSeconds(90), Speed.VERY_FAST)))
                .valuesFile("cache.yaml")
                .values(v -> v.set("port", 6381)
                        .object("extra", e -> e.set("shape", "square").remove("origin"))));

        assertThat(made.findings()).isEmpty();
        assertThat(annotation(made, "hosts")).isEqualTo("b,c");
        assertThat(annotation(made, "colour")).isEqualTo("red");
        assertThat(annotation(made, "shape")).isEqualTo("square");
        assertThat(annotation(made, "retention")).isEqualTo("1m30s");
        assertThat(annotation(made, "speed")).isEqualTo("very-fast");
        assertThat(annotation(made, "origin")).isEmpty();
        assertThat(annotation(taken(c -> {}), "origin")).isEqualTo("chart");
        assertThat(TestRun.manifest(made, "Service", "pages-server")
                        .tree()
                        .at("/spec/ports/0/port")
                        .asInt())
                .isEqualTo(6381);
    }

    @Test
    void should_let_other_resources_refer_to_its_objects() {
        Synthesis made = run(shop -> {
            HelmChart pages = shop.add(HelmChart.of("pages", CACHE));
            StatefulSet server = StatefulSet.from(pages.objects(), "pages-server");
            Service service = Service.from(pages.objects(), "pages-server");
            assertThat(service.ports()).containsValue(6379);
            shop.add(NetworkPolicy.of("pages", server, n -> n.ingress(r -> r.port(PORT))));
        });

        assertThat(made.findings()).isEmpty();
        assertThat(TestRun.manifest(made, "NetworkPolicy", "pages")
                        .tree()
                        .at("/spec/podSelector/matchLabels/app")
                        .asText())
                .isEqualTo("pages");
    }

    @Test
    void should_edit_its_objects_and_leave_some_out() {
        Synthesis made = taken(c -> c.objects(o -> o.raw(
                        StatefulSetBuilder.class,
                        "pages-server",
                        s -> s.editSpec().withReplicas(3).endSpec())
                .skip("templates/service.yaml")));

        assertThat(made.manifests()).hasSize(1);
        assertThat(made.manifests().get(0).tree().at("/spec/replicas").asInt()).isEqualTo(3);
    }

    @Test
    void should_check_its_objects_at_the_authors_line_and_name_the_template() {
        List<Finding> findings = run(shop -> {
                    HelmChart pages = shop.add(HelmChart.of(
                            "pages",
                            CACHE,
                            c -> c.objects(o -> o.edit(
                                    "Service",
                                    "pages-server",
                                    s -> s.rawFields(f -> f.set("spec.ports[0].targetPort", "nothing"))))));
                    assertThat(pages).hasToString("pages");
                })
                .findings();

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("GTY-NET-001");
            assertThat(finding.origin().toString()).startsWith("HelmChartTest.java:");
        });
        assertThat(run(shop -> shop.add(HelmChart.of("Pages", CACHE))).findings())
                .extracting(Finding::code)
                .containsExactly("GTY-VAL-002");
    }

    @Test
    void should_tell_of_values_that_the_schema_forbids_at_the_line_of_each() {
        CacheChart.write(folder, "cache.yaml", "memory: 64Mi\nhosts:\n  - a\n  - 3\n");

        List<Finding> findings = taken(c -> c.valuesFile("cache.yaml")
                        .values(v -> v.set("port", 0).object("extra", e -> e.set("retries", 7))))
                .findings();

        assertThat(findings).extracting(Finding::code).containsOnly("GTY-HLM-110");
        assertThat(findings)
                .extracting(finding -> finding.field() + " " + finding.origin().path())
                .containsExactlyInAnyOrder(
                        "port dev/gantry/chartinput/HelmChartTest.java",
                        "extra.retries dev/gantry/chartinput/HelmChartTest.java",
                        "hosts[1] cache.yaml");
        assertThat(findings)
                .filteredOn(finding -> finding.origin().path().equals("cache.yaml"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.origin().line()).isEqualTo(4));
    }

    @Test
    void should_apply_hooks_before_and_after_the_other_objects() {
        CacheChart.hooks(folder);

        Synthesis made = taken(c -> c.hooks(Hooks.AS_RESOURCES));

        assertThat(made.findings()).isEmpty();
        List<String> order = new ArrayList<>();
        for (Manifest manifest : made.manifests()) {
            order.add(manifest.id().name() + " after "
                    + manifest.dependencies().stream()
                            .map(dependency -> dependency.target().toString())
                            .sorted()
                            .toList());
        }
        assertThat(order)
                .containsExactlyInAnyOrder(
                        "prepare after []",
                        "check after [Job prepare]",
                        "pages-server after [Job check, Job prepare]",
                        "pages-server after [Job check, Job prepare]",
                        "announce after [Service pages-server, StatefulSet pages-server]");
        assertThat(TestRun.manifest(made, "Job", "check").tree().at("/metadata").has("annotations"))
                .isFalse();
    }

    @Test
    void should_ask_what_becomes_of_hooks() {
        CacheChart.hooks(folder);

        assertThat(taken(c -> {}).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("GTY-HLM-203");
            assertThat(finding.message())
                    .contains("Job prepare, Job check, Job announce")
                    .doesNotContain("probe");
        });
        Synthesis left = taken(c -> c.hooks(Hooks.LEAVE_OUT));
        assertThat(left.findings()).isEmpty();
        assertThat(left.manifests()).hasSize(2);
    }

    @Test
    void should_be_added_once_and_before_its_objects_are_asked_for() {
        assertThat(run(shop -> {
                            HelmChart pages = HelmChart.of("pages", CACHE);
                            Service early = Service.from(pages.objects(), "pages-server");
                            assertThat(early.name()).isEqualTo("pages-server");
                            shop.add(pages);
                        })
                        .findings())
                .extracting(Finding::code)
                .containsExactly("GTY-HLM-204");
        assertThat(TestRun.in(folder, "staging", app -> {
                            HelmChart pages =
                                    app.stack("shop", s -> s.namespace("shop")).add(HelmChart.of("pages", CACHE));
                            app.stack("other", s -> s.namespace("other")).add(pages);
                        })
                        .findings())
                .extracting(Finding::code)
                .containsExactly("GTY-HLM-205");
        assertThat(TestRun.in(folder, "staging", HelmChartTest::forget).findings())
                .extracting(Finding::code)
                .contains("GTY-HLM-206");
    }

    @SuppressWarnings({"CheckReturnValue", "UnusedVariable"})
    private static void forget(App app) {
        HelmChart forgotten = HelmChart.of("pages", CACHE);
    }

    @Test
    void should_not_be_rendered_outside_of_a_run() {
        HelmChart pages = HelmChart.of("pages", CACHE);

        assertThatThrownBy(pages::objects).hasMessageContaining("GTY-HLM-204");
    }

    @Test
    void should_be_the_same_chart_in_many_runs() {
        HelmChart pages = HelmChart.of("pages", CACHE);

        assertThat(run(shop -> shop.add(pages)).manifests()).hasSize(2);
        assertThat(run(shop -> shop.add(pages)).findings()).isEmpty();
    }

    @Test
    void should_keep_what_is_rendered_and_render_anew_what_has_changed() throws IOException {
        Synthesis first = taken(c -> {});
        List<Path> kept = kept();
        Files.setLastModifiedTime(kept.get(0), java.nio.file.attribute.FileTime.fromMillis(0));

        assertThat(taken(c -> {}).manifests().toString())
                .isEqualTo(first.manifests().toString());
        assertThat(kept()).isEqualTo(kept);
        assertThat(Files.getLastModifiedTime(kept.get(0)).toMillis()).isZero();
        assertThat(annotation(taken(c -> c.values(v -> v.object("extra", e -> e.set("a", "b")))), "a"))
                .isEqualTo("b");
        assertThat(kept()).hasSize(2);
        CacheChart.write(folder, "charts/cache/values.yaml", "{port: 1, memory: 1Gi, hosts: [changed]}\n");
        assertThat(annotation(taken(c -> {}), "hosts")).isEqualTo("changed");
    }

    @Test
    void should_not_believe_a_kept_file_that_was_changed() throws IOException {
        Synthesis first = taken(c -> {});
        Path kept = kept().get(0);
        Files.writeString(kept, Files.readString(kept).replace("cache:7.2.5", "cache:6.0.0"));

        assertThat(taken(c -> {}).manifests().toString())
                .isEqualTo(first.manifests().toString());
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("target/gantry-rendered"))) {
            return files.sorted().toList();
        }
    }
}
