package dev.gantry;

import static dev.gantry.TestRun.findings;
import static dev.gantry.TestRun.manifest;
import static dev.gantry.TestRun.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.gantry.bundle.BundleStack;
import dev.gantry.bundle.IndexEntry;
import dev.gantry.bundle.ResourceId;
import dev.gantry.config.ConfigMap;
import dev.gantry.config.SecretKey;
import dev.gantry.network.Service;
import dev.gantry.output.Layout;
import dev.gantry.output.ManifestFiles;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class DependencyTest {

    @Test
    void should_write_dependencies_to_the_index_and_to_no_manifest() {
        Synthesis made = TestRun.of(app -> {
            Stack shop = app.stack("shop", s -> s.namespace("shop"));
            ConfigMap first = shop.add(config("first"));
            ConfigMap second = shop.add(config("second"));
            shop.add(ConfigMap.of("third", c -> c.text("a", "1").dependsOn(second, first, second)));
        });

        List<IndexEntry> entries =
                ManifestFiles.print("staging", made.manifests(), Layout.OBJECT).entries();
        assertThat(made.findings()).isEmpty();
        assertThat(entries)
                .filteredOn(entry -> entry.id().name().equals("third"))
                .flatExtracting(IndexEntry::dependencies)
                .extracting(ResourceId::toString)
                .containsExactly("ConfigMap shop/second", "ConfigMap shop/first");
        assertThat(entries)
                .filteredOn(entry -> !entry.id().name().equals("third"))
                .flatExtracting(IndexEntry::dependencies)
                .isEmpty();
        assertThat(manifest(made, "ConfigMap", "third").tree().toString()).doesNotContain("first", "second");
    }

    @Test
    void should_let_a_stack_wait_for_those_that_it_or_one_of_its_resources_depends_on() {
        Synthesis made = TestRun.of(app -> {
            Stack base = app.stack("base");
            Stack data = app.stack("data");
            base.add(config("first"));
            ConfigMap second = data.add(config("second"));
            Stack shop = app.stack("shop", s -> s.dependsOn(base));
            shop.add(ConfigMap.of("third", c -> c.text("a", "1").dependsOn(second)));
            app.stack("web", s -> s.dependsOn(shop, base)).add(config("fourth"));
        });

        assertThat(made.findings()).isEmpty();
        assertThat(made.stacks())
                .extracting(BundleStack::name, BundleStack::dependencies)
                .containsExactly(
                        tuple("base", List.of()),
                        tuple("data", List.of()),
                        tuple("shop", List.of("base", "data")),
                        tuple("web", List.of("base", "shop")));
    }

    @Test
    void should_reject_a_dependency_on_what_was_never_added() {
        assertThat(report(app -> {
                    ConfigMap lost = config("lost");
                    app.stack("shop")
                            .add(ConfigMap.of(
                                    "web",
                                    c -> c.text("a", "1") //
                                            .dependsOn(lost))); // @never
                }))
                .isEqualTo(expected("""
                        error GTY-PRG-003 @never ConfigMap web
                          ConfigMap lost is to be ready before this one, but it was never added to a stack.
                          hint: Pass it to Stack.add(...).
                          @made: it is made here
                        """));
    }

    @Test
    void should_reject_a_dependency_on_what_the_program_does_not_make() {
        assertThat(report(app -> {
                    Stack shop = app.stack("shop");
                    shop.add(ConfigMap.of(
                            "web",
                            c -> c.text("a", "1") //
                                    .dependsOn(Service.existing("database")))); // @outside
                    SecretKey key = shop.generatedSecret("login", "password", 16);
                    shop.add(ConfigMap.of(
                            "jobs",
                            c -> c.text("a", "1") //
                                    .dependsOn(key.secret()))); // @generated
                }))
                .isEqualTo(expected("""
                        error GTY-PRG-021 @outside ConfigMap web
                          Service database exists outside the program, so nothing waits for it.
                          hint: Leave it out: what exists outside has to be there before the program is applied.

                        error GTY-PRG-021 @generated ConfigMap jobs
                          Secret login is generated before anything of its stack is applied, so nothing has to wait for it.
                          hint: Leave it out; if it is another stack's, depend on that stack.
                        """));
    }

    @Test
    void should_reject_a_stack_that_is_not_of_this_app() {
        Stack[] other = new Stack[1];
        TestRun.of(app -> {
            other[0] = app.stack("other");
            other[0].add(config("a"));
        });

        assertThat(report(app -> app.stack(
                                "shop",
                                s -> s.namespace("shop") //
                                        .dependsOn(other[0])) // @foreign
                        .add(config("a"))))
                .isEqualTo(expected("""
                        error GTY-PRG-021 @foreign
                          The stack "other" is not one of this app, so nothing can wait for it.
                          hint: Depend on a stack that this run of define(...) has made with app.stack(...).
                        """));
    }

    @Test
    void should_reject_stacks_that_wait_for_each_other() {
        assertThat(report(app -> {
                    Stack base = app.stack("base");
                    ConfigMap first = base.add(config("first"));
                    Stack data = app.stack("data");
                    data.add(ConfigMap.of(
                            "second",
                            c -> c.text("a", "1") //
                                    .dependsOn(first))); // @data
                    Stack shop = app.stack(
                            "shop",
                            s -> s.namespace("shop") //
                                    .dependsOn(data)); // @shop
                    ConfigMap third = shop.add(config("third"));
                    base.add(ConfigMap.of(
                            "last",
                            c -> c.text("a", "1") //
                                    .dependsOn(third))); // @base
                }))
                .isEqualTo(expected("""
                        error GTY-PRG-022 @base
                          The stacks cannot be put into an order: "base" waits for "shop" waits for "data" waits for "base".
                          hint: Put the resources that wait for each other into one stack, or leave out one of the dependencies.
                          @shop: "shop" comes to wait for "data" here
                          @data: "data" comes to wait for "base" here
                        """));
    }

    @Test
    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    void should_notice_nulls() {
        assertThat(found(app -> app.stack("shop").add(ConfigMap.of("web", c -> c.dependsOn(null)))))
                .containsExactly("GTY-VAL-001");
        assertThat(found(app -> app.stack("shop", s -> s.dependsOn(null, (Stack[]) null))
                        .add(config("web"))))
                .containsOnly("GTY-VAL-001");
    }

    @Test
    void should_reject_a_dependency_that_is_given_too_late() {
        assertThat(found(app -> {
                    Stack shop = app.stack("shop");
                    ConfigMap first = shop.add(config("first"));
                    ConfigMap.Builder[] kept = new ConfigMap.Builder[1];
                    shop.add(ConfigMap.of("second", c -> kept[0] = c.text("a", "1")));
                    kept[0].dependsOn(first);
                }))
                .containsExactly("GTY-PRG-001");
    }

    private static List<String> found(Consumer<App> program) {
        return findings(program).stream().map(f -> f.code()).toList();
    }

    private static ConfigMap config(String name) {
        return ConfigMap.of(name, c -> c.text("a", "1")); // @made
    }

    private static String expected(String text) {
        return Lines.fill(DependencyTest.class, text);
    }
}
