package dev.gantry.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Charts as an emitter makes them that was written by hand, in the class path of a program. */
class ChartsIT {

    private static final String ARCHIVE = "target/gantry-charts/shop-0.1.0.tgz";
    private static final String CLASSES = ".mvn/classes.log";

    private static MavenProject project;

    @BeforeAll
    static void compile() {
        project = MavenProject.of("charts", "charts", MavenProject.NEWEST);
        project.write(".mvn/jvm.config", "-Xlog:class+load:file=" + CLASSES);
        project.maven("process-classes").succeeds();
    }

    @Test
    void should_not_load_helm_where_no_chart_is_made() throws IOException {
        project.maven("gantry:generate").succeeds();

        assertThat(Files.readString(project.file(CLASSES)))
                .contains("dev.gantry.maven.ProgramRun")
                .doesNotContain("dev.gantry.helm", "com.marcnuri", "com.sun.jna.Native");
    }

    @Test
    void should_prove_a_chart_before_it_is_written() {
        project.maven("gantry:generate", "-Dgantry.format=yaml,helm").succeeds();

        assertThat(project.text("target/gantry/helm/shop/values-staging.yaml"))
                .isEqualTo("host: shop.staging.example.com\n");
    }

    @Test
    void should_not_write_a_chart_that_is_not_what_the_program_makes() {
        project.delete("target/gantry");
        project.maven("gantry:generate", "-Dgantry.format=helm", "-Dgantry.set.host=shop.wrong")
                .fails()
                .says(
                        "error GTY-HLM-104",
                        "ConfigMap shop/settings",
                        "data.host",
                        "helm/shop has \"shop\" where the program makes \"shop.wrong\""
                                + " (environment production and 1 other).");

        assertThat(project.file("target/gantry")).doesNotExist();
    }

    @Test
    void should_show_the_line_of_a_template_that_fails() {
        project.maven("gantry:helm-package", "-Dgantry.set.host=broken")
                .fails()
                .says(
                        "error GTY-HLM-101",
                        "(shop/templates/settings.yaml:9:13): no other host",
                        "templates/settings.yaml:9 is \"broken: {{ required \"no other host\" .Values.other }}\".");
    }

    @Test
    void should_package_the_same_bytes_each_time() throws IOException {
        project.delete("target/gantry-charts");
        project.maven("gantry:helm-package").succeeds().says("The chart shop is in ", "shop-0.1.0.tgz");
        byte[] first = Files.readAllBytes(project.file(ARCHIVE));
        project.delete("target/gantry-charts");
        project.delete("target/gantry");
        project.maven("gantry:helm-package").succeeds();

        assertThat(project.file(ARCHIVE)).hasBinaryContent(first);
    }

    @Test
    void should_package_with_the_versions_of_a_release() {
        project.maven("gantry:helm-package", "-Dgantry.chartVersion=2.0.0", "-Dgantry.appVersion=7")
                .succeeds();

        assertThat(project.file("target/gantry-charts/shop-2.0.0.tgz")).exists();
    }

    @Test
    void should_not_package_a_chart_whose_dependencies_are_not_there_before_they_are_updated() {
        MavenProject dependent = MavenProject.of("charts", "dependent-charts", MavenProject.NEWEST);
        dependent.replace("src/main/gantry/production.yaml", "shop.", "dependent.");
        dependent
                .maven("process-classes", "gantry:helm-package")
                .fails()
                .says("error GTY-HLM-108", "it depends on redis");
        dependent.maven("gantry:helm-package", "-Dgantry.dependencyUpdate").succeeds();
        assertThat(dependent.file(ARCHIVE)).exists();

        dependent.maven("gantry:helm-package").succeeds();
    }

    @Test
    void should_lint_with_the_values_of_all_environments() {
        project.maven("gantry:helm-lint")
                .succeeds()
                .says(
                        "Helm's linter has nothing against the chart shop, with its own values and those of 2 environments.");
    }

    @Test
    void should_show_what_differs_between_two_environments() {
        project.maven("gantry:environments", "-Dgantry.from=staging", "-Dgantry.to=production")
                .succeeds()
                .says(
                        "staging → production: 1 setting differs, 1 difference of 1 resource",
                        "host: \"shop.staging.example.com\" → \"shop.example.com\"",
                        "ConfigMap shop/settings  data.host");
    }
}
