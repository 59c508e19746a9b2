package dev.gantry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.bundle.Bundle;
import dev.gantry.bundle.BundleDirectory;
import dev.gantry.bundle.FieldLines;
import dev.gantry.bundle.ResourceId;
import dev.gantry.config.ConfigMap;
import dev.gantry.finding.Origin;
import dev.gantry.security.PodSecurityStandard;
import dev.gantry.workload.Deployment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TracedLinesTest {

    private static final ResourceId WEB = new ResourceId("apps/v1", "Deployment", "shop", "web");

    @TempDir
    Path module;

    private final StringBuilder report = new StringBuilder();
    private final StringBuilder summary = new StringBuilder();

    /** A program whose lines are asked for. */
    static final class Shop implements Blueprint<NoSettings> {

        @Override
        public void define(App app, NoSettings settings) {
            Stack shop = app.stack(
                    "shop",
                    s -> s.namespace("shop") //
                            .harden(PodSecurityStandard.RESTRICTED)); // @harden
            shop.add(ConfigMap.of("web", c -> c.text("mode", "fast")));
            shop.add(Deployment.of( // @web
                    "web",
                    d -> d.selector("app", "web") // @selector
                            .replicas(3) // @replicas
                            .container(
                                    "web",
                                    Image.of("example.com/web:7"), // @never
                                    c -> c.requests("250m", "256Mi") // @requests
                                            .env("MODE", "fast")) // @env
                            .rawFields(fields -> fields.set("spec.replicas", 4)) // @raw
                            .rawFields(fields -> fields.set("spec.relicas", 5)))); // @unknown
        }
    }

    @BeforeEach
    void copyClasses() throws IOException {
        Path classes = Files.createDirectories(module.resolve("target/classes/dev/gantry"));
        String name = "TracedLinesTest$Shop.class";
        try (var in = TracedLinesTest.class.getResourceAsStream(name)) {
            Files.copy(in, classes.resolve(name));
        }
    }

    @Test
    void should_know_the_lines_of_fields() throws IOException {
        assertThat(run("lines", "--environment", "staging")).isEqualTo(Main.OK);
        FieldLines lines = FieldLines.parse(summary.toString());

        assertThat(lines.of(WEB, "spec.template.spec.containers[0].env[0].value"))
                .isEqualTo(line("env"));
        assertThat(lines.of(WEB, "spec.template.spec.containers[0].resources.requests.cpu"))
                .isEqualTo(line("requests"));
        assertThat(lines.of(WEB, "spec.selector.matchLabels.app")).isEqualTo(line("selector"));
        assertThat(lines.of(WEB, "spec.replicas")).isEqualTo(line("raw"));
        assertThat(lines.of(WEB, "spec.relicas")).isEqualTo(line("unknown"));
        assertThat(lines.of(WEB, "spec.template.spec.securityContext.runAsNonRoot"))
                .isEqualTo(line("harden"));
        assertThat(lines.of(WEB, "status")).isEqualTo(line("web"));
        assertThat(lines.of(new ResourceId("v1", "Service", "shop", "web"), "spec"))
                .isNull();
    }

    @Test
    void should_show_the_resources_that_were_asked_for() throws IOException {
        run("lines", "--environment", "staging", "--resource", "v1|ConfigMap|shop|web");

        assertThat(FieldLines.parse(summary.toString()).resources())
                .extracting(resource -> resource.id().toString())
                .containsExactly("ConfigMap shop/web");
    }

    @Test
    void should_belong_to_the_bundle_of_the_same_program_and_settings() throws IOException {
        run("generate", "--environment", "staging");
        Bundle bundle = BundleDirectory.read(module.resolve("target/gantry"));
        run("lines", "--environment", "staging");
        assertThat(FieldLines.parse(summary.toString()).belongTo(bundle)).isTrue();
        Files.writeString(module.resolve("target/classes/moods.txt"), "calm");
        run("lines", "--environment", "staging");
        assertThat(FieldLines.parse(summary.toString()).belongTo(bundle)).isFalse();
    }

    @Test
    void should_write_nothing() {
        run("lines", "--environment", "staging");

        assertThat(module.resolve("target/gantry")).doesNotExist();
    }

    @Test
    void should_take_one_environment() {
        assertThat(run("lines", "--environment", "staging", "--environment", "production"))
                .isEqualTo(Main.FINDINGS);
        assertThat(report).contains("GTY-PRG-014").contains("The lines of one environment can be shown");
    }

    private static Origin line(String mark) {
        return Origin.source("dev/gantry/TracedLinesTest.java", Lines.of(TracedLinesTest.class, mark));
    }

    private int run(String command, String... more) {
        List<String> all =
                new ArrayList<>(List.of(command, "--module", module.toString(), "--classes", "target/classes"));
        all.addAll(List.of(more));
        report.setLength(0);
        summary.setLength(0);
        return new Execution(new Shop(), TracedLinesTest.class.getClassLoader(), report::append, summary::append, null)
                .run(all.toArray(String[]::new));
    }
}
