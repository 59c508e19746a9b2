package dev.gantry.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.bundle.ResourceId;
import dev.gantry.report.ReportFormat;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

class RequestTest {

    private static final Path FINDINGS = Path.of("findings.json");

    private static final MavenModule MODULE = new MavenModule(
            "shop",
            "jar",
            Path.of("/project/shop"),
            Path.of("/project/shop/build"),
            Path.of("/project/shop/build/classes"),
            List.of(Path.of("sdk.jar"), Path.of("library.jar")),
            List.of(Path.of("/project/shop/src/main/java"), Path.of("/project/shop/build/generated")),
            false);

    @Test
    void should_pass_on_everything_that_was_asked_for() {
        Request request = new Request(
                "validate",
                MODULE,
                "com.acme.Shop",
                List.of("staging", "production"),
                "settings",
                Path.of("/project/out"),
                List.of("yaml", "kustomize"),
                "stack",
                "1.31",
                new TreeMap<>(Map.of("host", "example.com", "a.b[0]", "x=y")),
                17,
                ReportFormat.SARIF,
                true,
                true,
                true);

        assertThat(request.arguments(FINDINGS))
                .containsExactly(
                        "validate",
                        "com.acme.Shop",
                        "--module",
                        "" + Path.of("/project/shop"),
                        "--classes",
                        "" + Path.of("/project/shop/build/classes"),
                        "--class-path",
                        "sdk.jar" + File.pathSeparator + "library.jar",
                        "--source-root",
                        "" + Path.of("/project/shop/src/main/java"),
                        "--source-root",
                        "" + Path.of("/project/shop/build/generated"),
                        "--environment",
                        "staging",
                        "--environment",
                        "production",
                        "--set",
                        "a.b[0]=x=y",
                        "--set",
                        "host=example.com",
                        "--settings",
                        "settings",
                        "--output",
                        "" + Path.of("/project/out"),
                        "--format",
                        "yaml,kustomize",
                        "--layout",
                        "stack",
                        "--kubernetes-version",
                        "1.31",
                        "--time-limit",
                        "17",
                        "--findings",
                        "findings.json",
                        "--report",
                        "sarif",
                        "--verbose",
                        "--colour");
        assertThat(request.name()).isEqualTo("com.acme.Shop");
    }

    @Test
    void should_leave_out_what_is_as_usual() {
        Request request = new Request(
                "generate",
                MODULE,
                null,
                List.of(),
                null,
                Path.of("/project/out"),
                List.of("yaml"),
                null,
                null,
                new TreeMap<>(),
                null,
                ReportFormat.TEXT,
                false,
                false,
                false);

        assertThat(request.arguments(FINDINGS))
                .doesNotContain("--format", "--environment", "--settings", "--layout", "--time-limit", "--report")
                .doesNotContain("--kubernetes-version")
                .doesNotContain("--verbose", "--colour", "--set");
        assertThat(request.name()).isEqualTo("shop");
    }

    @Test
    void should_know_the_report_formats_by_name() throws MojoFailureException {
        assertThat(Reports.named("annotations")).isEqualTo(ReportFormat.ANNOTATIONS);
        assertThatThrownBy(() -> Reports.named("xml"))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("gantry.report takes text, json, sarif or annotations, and not \"xml\".");
    }

    @Test
    void should_not_have_the_sdk_on_its_own_class_path() {
        assertThatThrownBy(() -> Class.forName("dev.gantry.Main")).isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void should_ask_for_the_lines_of_resources() {
        Request request = new Request(
                "generate",
                MODULE,
                null,
                List.of("staging"),
                null,
                Path.of("/project/out"),
                List.of("yaml"),
                null,
                null,
                new TreeMap<>(),
                null,
                ReportFormat.TEXT,
                false,
                false,
                false);

        assertThat(request.lineArguments(
                        FINDINGS,
                        List.of(
                                new ResourceId("apps/v1", "Deployment", "shop", "web"),
                                new ResourceId("v1", "Namespace", null, "shop"))))
                .startsWith("lines")
                .endsWith("--resource", "apps/v1|Deployment|shop|web", "--resource", "v1|Namespace||shop");
    }
}
