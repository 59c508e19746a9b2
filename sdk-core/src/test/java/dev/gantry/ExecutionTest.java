package dev.gantry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.autoscaling.HorizontalPodAutoscaler;
import dev.gantry.bundle.BundleDirectory;
import dev.gantry.bundle.BundleEnvironment;
import dev.gantry.config.ConfigMap;
import dev.gantry.finding.Severity;
import dev.gantry.network.NetworkPolicy;
import dev.gantry.security.PodSecurityStandard;
import dev.gantry.workload.Deployment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExecutionTest {

    @TempDir
    Path module;

    private final StringBuilder report = new StringBuilder();
    private final StringBuilder summary = new StringBuilder();

    /** What changes between runs. */
    static final class Moods {

        static final AtomicInteger RUNS = new AtomicInteger();

        private Moods() {}
    }

    /** A program that gives another result in every run. */
    record Moody(Severity severity) implements Blueprint<NoSettings> {

        @Override
        public void define(App app, NoSettings settings) {
            app.finding("GTY-PUR-001", severity, "a test of the test");
            String mood = "run " + Moods.RUNS.incrementAndGet();
            app.stack("shop").add(ConfigMap.of("web", c -> c.text("mood", mood)));
        }
    }

    /** A program that is the same in every run. */
    static final class Steady implements Blueprint<NoSettings> {

        @Override
        public void define(App app, NoSettings settings) {
            app.stack("shop").add(ConfigMap.of("web", c -> c.text("mood", "calm")));
        }
    }

    @BeforeEach
    void copyClasses() throws IOException {
        Path classes = Files.createDirectories(module.resolve("target/classes/dev/gantry"));
        String name = "ExecutionTest$Steady.class";
        try (var in = ExecutionTest.class.getResourceAsStream(name)) {
            Files.copy(in, classes.resolve(name));
        }
    }

    @Test
    void should_find_another_result_of_the_same_input() {
        assertThat(run(new Moody(Severity.ERROR))).isEqualTo(Main.OK);
        assertThat(run(new Moody(Severity.ERROR))).isEqualTo(Main.FINDINGS);

        assertThat(report)
                .contains("GTY-PUR-001")
                .contains("ConfigMap web differs from the last run, though the input is the same.");
    }

    @Test
    void should_let_an_author_accept_another_result() {
        assertThat(run(new Moody(Severity.OFF))).isEqualTo(Main.OK);
        assertThat(run(new Moody(Severity.OFF))).isEqualTo(Main.OK);
    }

    @Test
    void should_take_a_changed_resource_of_the_class_path_for_another_input() throws IOException {
        run(new Moody(Severity.ERROR));
        Files.writeString(module.resolve("target/classes/moods.txt"), "calm");

        assertThat(run(new Moody(Severity.ERROR))).isEqualTo(Main.OK);
    }

    @Test
    void should_leave_unchanged_files_alone() {
        run(new Steady());
        summary.setLength(0);

        assertThat(run(new Steady())).isEqualTo(Main.OK);
        assertThat(summary).contains("1 file unchanged");
    }

    @Test
    void should_report_that_findings_cannot_be_written() throws IOException {
        Files.writeString(module.resolve("file"), "not a folder");

        assertThat(run(new Steady(), "--findings", "file/findings.json")).isEqualTo(Main.FINDINGS);
        assertThat(report).contains("GTY-PRG-014").contains("The findings cannot be written to");
    }

    @Test
    void should_report_what_a_late_value_throws() {
        Blueprint<NoSettings> program = new Late();

        assertThat(run(program)).isEqualTo(Main.FINDINGS);
        assertThat(report)
                .contains("GTY-PRG-008")
                .contains("A late value threw java.lang.IllegalStateException: no host");
    }

    @Test
    void should_reject_a_domain_that_is_none() {
        Synthesis synthesis = TestRun.of(app ->
                app.clusterDomain("Cluster Local").stack("shop").add(ConfigMap.of("web", c -> c.text("mood", "calm"))));

        assertThat(TestRun.report(synthesis.findings()))
                .contains("The domain of the cluster \"Cluster Local\" has upper-case letters.");
    }

    /** A program with settings. */
    static final class Shop implements Blueprint<Shop.Settings> {

        record Settings(String mood) {}

        @Override
        public void define(App app, Settings settings) {
            app.stack("shop").add(ConfigMap.of("web", c -> c.text("mood", settings.mood())));
        }
    }

    @Test
    void should_keep_the_other_environments_when_one_is_made() throws IOException {
        Path settings = Files.createDirectories(module.resolve("src/main/gantry"));
        Files.writeString(settings.resolve("production.yaml"), "mood: calm");
        Files.writeString(settings.resolve("staging.yaml"), "mood: wild");
        run(new Shop());
        Files.writeString(settings.resolve("staging.yaml"), "mood: tired");

        assertThat(run(new Shop(), "--environment", "staging")).isEqualTo(Main.OK);

        Path yaml = module.resolve("target/gantry/yaml");
        assertThat(yaml.resolve("production/shop/26-configmap-web.yaml"))
                .content()
                .contains("mood: calm");
        assertThat(yaml.resolve("staging/shop/26-configmap-web.yaml")).content().contains("mood: tired");
        assertThat(run(new Shop())).isEqualTo(Main.OK);
    }

    @Test
    void should_reject_a_command_that_there_is_not() {
        assertThat(run(new Steady(), "Validate")).isEqualTo(Main.FINDINGS);
        assertThat(report).contains("GTY-PRG-014").contains("There is no command \"Validate\"");
    }

    @Test
    void should_name_the_rules_of_checks_in_a_report_for_machines() {
        run(new Steady(), "--report", "sarif");

        assertThat(report).contains("\"id\": \"GTY-NET-001\"").contains("\"id\": \"GTY-PRG-008\"");
    }

    /** A workload, in a stack that is hardened. */
    static final class Hardened implements Blueprint<NoSettings> {

        @Override
        public void define(App app, NoSettings settings) {
            Stack shop = app.stack("shop", s -> s.harden(PodSecurityStandard.RESTRICTED));
            shop.add(NetworkPolicy.denyAll("deny-all"));
            Deployment web = shop.add(Deployment.of(
                    "web",
                    d -> d.selector("app", "web")
                            .container("web", Image.of("example.com/web:7"), c -> c.requests("1", "1Gi"))));
            shop.add(
                    HorizontalPodAutoscaler.of("web", web, h -> h.replicas(1, 2).cpuUtilization(70)));
        }
    }

    @Test
    void should_check_for_the_version_of_kubernetes_that_was_given() {
        assertThat(run(new Hardened(), "--kubernetes-version", "v1.22.17")).isEqualTo(Main.FINDINGS);
        assertThat(report).contains("error GTY-API-003").contains("made for 1.22.");
        assertThat(run(new Hardened(), "--kubernetes-version", "1.23")).isEqualTo(Main.OK);
        assertThat(report).isEmpty();
    }

    @Test
    void should_reject_a_version_of_kubernetes_that_it_does_not_know() {
        assertThat(run(new Hardened(), "--kubernetes-version", "newest")).isEqualTo(Main.FINDINGS);
        assertThat(report)
                .contains("GTY-PRG-014")
                .contains("\"newest\" is not a version of Kubernetes that this version of Gantry knows: 1.16 to 1.37.");
    }

    @Test
    void should_count_the_version_of_kubernetes_among_the_inputs() {
        run(new Hardened());
        String usual = bundle().settings();
        run(new Hardened(), "--kubernetes-version", "1.34");
        assertThat(bundle().settings()).isEqualTo(usual);
        run(new Hardened(), "--kubernetes-version", "1.31");
        assertThat(bundle().settings()).isNotEqualTo(usual);
    }

    @Test
    void should_say_what_hardening_has_set_in_the_summary_and_the_bundle() {
        run(new Hardened());

        assertThat(summary)
                .contains("  hardened to restricted: shop (1 workload: runAsNonRoot, seccompProfile,"
                        + " allowPrivilegeEscalation, capabilities)\n");
        assertThat(bundle().hardened())
                .singleElement()
                .satisfies(stack -> assertThat(stack.changes())
                        .extracting(change ->
                                change.resource() + " " + change.fields().size())
                        .containsExactly("Deployment web 4"));
        summary.setLength(0);
        run(new Hardened(), "--verbose");
        assertThat(summary)
                .contains("    default Deployment web: spec.template.spec.securityContext.runAsNonRoot, spec.template");
    }

    private BundleEnvironment bundle() {
        return BundleDirectory.read(module.resolve("target/gantry"))
                .environments()
                .get(0);
    }

    static final class Late implements Blueprint<NoSettings> {

        @Override
        public void define(App app, NoSettings settings) {
            ConfigMap config = ConfigMap.of("web", c -> c.text("mood", "calm"));
            app.stack("shop").add(config);
            Text text = Text.about(config, context -> {
                throw new IllegalStateException("no host");
            });
            app.stack("web")
                    .add(Deployment.of(
                            "web",
                            d -> d.selector("app", "web")
                                    .container("web", Image.of("example.com/web:7"), c -> c.env("HOST", text))));
        }
    }

    private int run(Blueprint<?> blueprint, String... more) {
        List<String> all = new ArrayList<>(List.of("--module", module.toString(), "--classes", "target/classes"));
        all.addAll(0, List.of(more).subList(0, more.length % 2));
        all.addAll(List.of(more).subList(more.length % 2, more.length));
        String[] arguments = all.toArray(String[]::new);
        ClassLoader loader = ExecutionTest.class.getClassLoader();
        report.setLength(0);
        return new Execution(blueprint, loader, report::append, summary::append, null).run(arguments);
    }
}
