package dev.gantry;

import static dev.gantry.TestRun.findings;
import static dev.gantry.TestRun.manifest;
import static dev.gantry.TestRun.report;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.config.ConfigMap;
import dev.gantry.finding.Finding;
import dev.gantry.finding.Severity;
import dev.gantry.network.Service;
import dev.gantry.workload.Container;
import dev.gantry.workload.Deployment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SynthesizerTest {

    private static final Image IMAGE = Image.of("example.com/web:7");

    /** Bad on purpose: it must neither break the class nor hide what else is wrong. */
    private static final Port BAD = Port.tcp("much-too-long-name", 70_000);

    @Test
    void should_reject_a_resource_builder_that_is_used_after_its_block() {
        assertThat(report(app -> {
                    AtomicReference<ConfigMap.Builder> kept = new AtomicReference<>();
                    app.stack("shop").add(ConfigMap.of("web", c -> {
                        c.text("a", "1");
                        kept.set(c);
                    }));
                    kept.get().text("b", "2"); // @late
                }))
                .isEqualTo(expected("""
                        error GTY-PRG-001 @late ConfigMap web data
                          This builder was used after its block had ended; the call had no effect.
                          hint: Make the call inside the block that received the builder.
                        """));
    }

    @Test
    void should_reject_a_nested_builder_that_is_used_after_its_block() {
        assertThat(report(app -> {
                    AtomicReference<Container> kept = new AtomicReference<>();
                    app.stack("shop").add(Deployment.of("web", d -> {
                        d.selector("app", "web").container("web", IMAGE, kept::set);
                        kept.get().env("MODE", "fast"); // @nested
                    }));
                }))
                .contains(
                        "error GTY-PRG-001 " + expected("@nested") + " Deployment web spec.template.spec.containers[0]")
                .doesNotContain("GTY-PRG-008");
    }

    @Test
    void should_write_nothing_through_a_builder_that_is_used_later() {
        Synthesis made = TestRun.of(app -> {
            AtomicReference<ConfigMap.Builder> kept = new AtomicReference<>();
            app.stack("shop").add(ConfigMap.of("web", c -> kept.set(c.text("a", "1"))));
            kept.get().text("b", "2").label("late", "yes");
        });

        assertThat(manifest(made, "ConfigMap", "web").tree().toString()).isEqualTo("""
                        {"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"web"},"data":{"a":"1"}}""");
    }

    @Test
    void should_reject_a_stack_builder_that_is_used_after_its_block() {
        assertThat(report(app -> {
                    AtomicReference<Stack.Builder> kept = new AtomicReference<>();
                    app.stack("shop", kept::set).add(ConfigMap.of("web", c -> c.text("a", "1"))); // @stack
                    kept.get().label("late", "yes"); // @stacklater
                }))
                .contains("error GTY-PRG-001 ")
                .contains("The builder of stack \"shop\" was used after its block had ended.");
    }

    @Test
    void should_show_what_a_blueprint_throws_beside_what_else_was_found() {
        assertThat(report(app -> {
                    app.stack("shop", s -> s.namespace("shop")).add(Service.of("Web", s -> s.headless())); // @name
                    throw new IllegalStateException("no such region"); // @throws
                }))
                .isEqualTo(expected("""
                        error GTY-VAL-002 @name Service shop/Web metadata.name
                          "Web" has upper-case letters.
                          hint: Use at most 63 characters of a-z, 0-9 and '-', beginning with a letter and ending with a \
                        letter or digit.

                        error GTY-PRG-008 @throws
                          The blueprint threw java.lang.IllegalStateException: no such region
                          hint: It stopped at this line; what comes after it was not made.
                        """));
    }

    @Test
    void should_name_the_author_s_line_of_what_the_jdk_throws() {
        assertThat(findings(app -> List.of().iterator().next())) // @jdk
                .extracting(f -> f.code() + " " + f.origin())
                .containsExactly(expected("GTY-PRG-008 @jdk"));
    }

    @Test
    void should_not_call_forgotten_what_a_throwing_blueprint_had_no_time_to_add() {
        assertThat(findings(app -> {
                    ConfigMap config = ConfigMap.of("web", c -> c.text("a", "1"));
                    throw new IllegalStateException(config.name());
                }))
                .extracting(Finding::code)
                .containsExactly("GTY-PRG-008");
    }

    @Test
    void should_show_a_bad_constant_where_it_is_passed_beside_other_findings() {
        assertThat(report(app -> app.stack("shop", s -> s.namespace("shop"))
                        .add(Deployment.of(
                                "web",
                                d -> d.selector("app", "web")
                                        .container(
                                                "web",
                                                IMAGE,
                                                c -> c.ports(BAD) // @bad
                                                        .requests("500 m", "64Mi")))))) // @quantity
                .isEqualTo(expected("""
                        error GTY-VAL-006 @bad Deployment shop/web spec.template.spec.containers[0].ports[0].name
                          The port name "much-too-long-name" has 18 characters; 15 are allowed.
                          hint: Use at most 15 characters of a-z, 0-9 and single '-', with at least one letter.

                        error GTY-VAL-006 @bad Deployment shop/web spec.template.spec.containers[0].ports[0].name
                          The port number 70000 is out of range.
                          hint: Give a number from 1 to 65535.

                        error GTY-VAL-004 @quantity Deployment shop/web spec.template.spec.containers[0].resources.requests.cpu
                          "500 m" is not a quantity.
                          hint: Did you mean "500m"? Write a number and one of n u m k M G T P E, or Ki Mi Gi Ti Pi Ei, \
                        without a space.
                        """));
    }

    @Test
    void should_find_the_line_of_a_field_by_running_again() {
        List<Integer> runs = new ArrayList<>();

        List<Finding> findings = findings(app -> {
            runs.add(1);
            app.stack("shop").add(ConfigMap.of("web", c -> {
                c.text("a", "1");
                c.label("team", "check out"); // @label
            }));
        });

        assertThat(runs).hasSize(2);
        assertThat(findings)
                .extracting(f -> f.field() + " " + f.origin() + " " + f.message())
                .containsExactly(
                        expected("metadata.labels.team @label \"check out\" has the character ' ' (a space)."));
    }

    @Test
    void should_run_once_where_nothing_is_found() {
        List<Integer> runs = new ArrayList<>();

        TestRun.of(app -> {
            runs.add(1);
            app.stack("shop").add(ConfigMap.of("web", c -> c.text("a", "1")));
        });

        assertThat(runs).hasSize(1);
    }

    @Test
    void should_keep_the_findings_of_the_first_run_where_the_second_differs() {
        List<Integer> runs = new ArrayList<>();

        List<Finding> findings = findings(app -> {
            runs.add(1);
            app.stack("shop").add(ConfigMap.of("web" + (runs.size() > 1 ? "-again" : ""), c -> c.label("a b", "1")));
        });

        assertThat(findings).extracting(Finding::resource).containsExactly("ConfigMap web");
    }

    @Test
    void should_make_the_same_trees_from_the_same_program() {
        Blueprint<NoSettings> program = (app, settings) -> {
            Stack shop = app.stack("shop", s -> s.label("z", "1").label("a", "2"));
            for (String name : List.of("web", "api", "jobs")) {
                Deployment deployment = shop.add(Deployment.of(
                        name,
                        d -> d.selector("app", name)
                                .container(
                                        "main",
                                        IMAGE,
                                        c -> c.ports(Port.http(8080)).requests("250m", "64Mi"))));
                shop.add(Service.of(name, s -> s.selects(deployment).port(Port.http(8080), 80)));
            }
        };

        Synthesis first = Gantry.synthesize(program, new NoSettings(), "staging");
        Synthesis second = Gantry.synthesize(program, new NoSettings(), "staging");

        assertThat(trees(second)).isEqualTo(trees(first));
        assertThat(first.manifests()).hasSize(6);
    }

    @Test
    void should_name_the_namespace_of_pods_that_others_want_to_be_near() {
        Synthesis made = TestRun.of(app -> {
            Deployment cache = app.stack("data", s -> s.namespace("data")).add(deployment("cache", d -> {}));
            Stack shop = app.stack("shop", s -> s.namespace("shop"));
            Deployment api = shop.add(deployment("api", d -> {}));
            shop.add(deployment(
                    "web", d -> d.podAffinity(a -> a.required(cache, "zone").preferred(3, api, "zone"))));
        });
        JsonNode affinity = manifest(made, "Deployment", "web").tree().at("/spec/template/spec/affinity/podAffinity");
        assertThat(affinity.at("/requiredDuringSchedulingIgnoredDuringExecution/0/namespaces"))
                .hasToString("[\"data\"]");
        assertThat(affinity.at("/preferredDuringSchedulingIgnoredDuringExecution/0/podAffinityTerm")
                        .has("namespaces"))
                .isFalse();
    }

    private static Deployment deployment(String name, Consumer<Deployment.Builder> options) {
        return Deployment.of(name, d -> {
            d.selector("app", name).container("main", Image.of("example.com/" + name + ":1"), c -> {});
            options.accept(d);
        });
    }

    @Test
    void should_name_the_author_s_line_of_what_a_model_s_builder_throws() {
        List<Finding> findings = TestRun.of(app -> app.stack("shop")
                        .add(deployment(
                                "web",
                                d -> d.raw(b -> b.editSpec()
                                        .editTemplate()
                                        .editSpec()
                                        .editContainer(4) // @edit
                                        .endContainer()
                                        .endSpec()
                                        .endTemplate()
                                        .endSpec()))))
                .findings();
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("GTY-PRG-011");
            assertThat(finding.origin().path()).isEqualTo("dev/gantry/SynthesizerTest.java");
        });
    }

    @Test
    void should_let_the_decision_nearest_to_the_resource_count() {
        Finding atResource = crlf(Severity.ERROR, Severity.OFF, Severity.WARNING);
        Finding atStack = crlf(null, Severity.OFF, Severity.ERROR);
        Finding atApp = crlf(null, null, Severity.ERROR);
        Finding undecided = crlf(null, null, null);

        assertThat(atResource.severity() + " " + atResource.reason()).isEqualTo("ERROR resource");
        assertThat(atStack.severity() + " " + atStack.reason()).isEqualTo("OFF stack");
        assertThat(atApp.severity() + " " + atApp.reason()).isEqualTo("ERROR app");
        assertThat(undecided.severity() + " " + undecided.reason()).isEqualTo("WARNING null");
    }

    @Test
    void should_reject_decisions_that_are_not_valid() {
        assertThat(report(app -> {
                    app.finding("GTY-CFG-999", Severity.OFF, "legacy"); // @unknown
                    app.stack("shop", s -> s.finding("GTY-CFG-002", Severity.OFF, " ")) // @blank
                            .add(ConfigMap.of(
                                    "web",
                                    c -> c.text("a", "1\r\n") // @text
                                            .finding("GTY-PRG-005", Severity.OFF, "legacy"))); // @fixed
                }))
                .isEqualTo(expected("""
                        error GTY-PRG-010 @unknown
                          There is no rule with the code "GTY-CFG-999".
                          hint: Give a code of docs/findings.md, and say why the finding may stand.

                        error GTY-PRG-010 @blank
                          The decision about GTY-CFG-002 has no reason.
                          hint: Give a code of docs/findings.md, and say why the finding may stand.

                        error GTY-PRG-010 @fixed ConfigMap web
                          GTY-PRG-005 cannot be adjusted: as long as it stands, no output can be made.
                          hint: Give a code of docs/findings.md, and say why the finding may stand.

                        warning GTY-CFG-002 @text ConfigMap web data.a
                          The text "a" has lines that end with CR LF.
                          hint: End lines with LF: in a text, write \\n; of a file, save it with LF, or add "*.conf text eol=lf" and the like to .gitattributes: shells and \
                        many servers read the CR as part of the line.
                        """));
    }

    @Test
    void should_resolve_values_that_depend_on_where_resources_are() {
        Synthesis made = TestRun.of(app -> {
            app.clusterDomain("example.internal");
            Stack data = app.stack("data", s -> s.namespace("data"));
            Port port = Port.tcp("sql", 5432);
            Deployment database = data.add(Deployment.of(
                    "database", d -> d.selector("app", "database").container("database", IMAGE, c -> c.ports(port))));
            Service service =
                    data.add(Service.of("database", s -> s.selects(database).port(port, 15432)));
            app.stack("shop", s -> s.namespace("shop"))
                    .add(Deployment.of(
                            "web",
                            d -> d.selector("app", "web")
                                    .container(
                                            "web",
                                            IMAGE,
                                            c -> c.env(
                                                            "URL",
                                                            Text.join(
                                                                    "jdbc:",
                                                                    service.host(),
                                                                    ":",
                                                                    service.port(port),
                                                                    "/shop"))
                                                    .env(
                                                            "CACHE",
                                                            Service.existing("cache")
                                                                    .in("infra")
                                                                    .host())
                                                    .env(
                                                            "PEER",
                                                            Service.existing("peer")
                                                                    .host()))));
        });

        assertThat(made.findings()).isEmpty();
        assertThat(manifest(made, "Deployment", "web")
                        .tree()
                        .at("/spec/template/spec/containers/0/env")
                        .toString())
                .isEqualTo("[{\"name\":\"URL\",\"value\":\"jdbc:database.data.svc.example.internal:15432/shop\"},"
                        + "{\"name\":\"CACHE\",\"value\":\"cache.infra.svc.example.internal\"},"
                        + "{\"name\":\"PEER\",\"value\":\"peer\"}]");
    }

    private static Finding crlf(Severity resource, Severity stack, Severity app) {
        return findings(a -> {
                    if (app != null) {
                        a.finding("GTY-CFG-002", app, "app");
                    }
                    Stack shop = a.stack("shop", s -> {
                        if (stack != null) {
                            s.finding("GTY-CFG-002", stack, "stack");
                        }
                    });
                    shop.add(ConfigMap.of("web", c -> {
                        c.text("a", "1\r\n");
                        if (resource != null) {
                            c.finding("GTY-CFG-002", Severity.OFF, "first word")
                                    .finding("GTY-CFG-002", resource, "resource");
                        }
                    }));
                })
                .get(0);
    }

    private static List<String> trees(Synthesis synthesis) {
        return synthesis.manifests().stream().map(m -> m.tree().toString()).toList();
    }

    private static String expected(String text) {
        return Lines.fill(SynthesizerTest.class, text);
    }
}
