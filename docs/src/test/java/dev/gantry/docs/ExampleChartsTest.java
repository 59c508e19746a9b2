package dev.gantry.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every output of the examples with three environments: what is proved unequal to the program is an error, and not written. */
class ExampleChartsTest {

    @TempDir
    static Path copies;

    private static final Map<String, ExampleRun> RUNS = new HashMap<>();

    private static ExampleRun run(String example) throws Exception {
        ExampleRun run = RUNS.get(example);
        if (run == null) {
            Path copy = Files.createDirectory(copies.resolve(example));
            run = ExampleRun.of(copy, example, Map.of(), "--format", "yaml,kustomize,helm");
            RUNS.put(example, run);
        }
        return run;
    }

    @ParameterizedTest
    @ValueSource(strings = {"platform", "canary"})
    void should_make_every_output_of_all_environments_at_once_each_equal_to_the_program(String example)
            throws Exception {
        ExampleRun run = run(example);

        assertThat(run.report()).doesNotContain("error", "warning");
        assertThat(run.summary()).contains("103 samples compared");
        for (String environment : List.of("development", "production", "staging")) {
            assertThat(run.module().resolve("target/gantry/yaml/" + environment))
                    .isDirectory();
            assertThat(run.module().resolve("target/gantry/kustomize/overlays/" + environment))
                    .isDirectory();
        }
        try (Stream<Path> charts = Files.list(run.module().resolve("target/gantry/helm"))) {
            assertThat(charts.toList())
                    .isNotEmpty()
                    .allSatisfy(chart -> assertThat(chart)
                            .isDirectoryContaining(file -> file.endsWith("values-production.yaml"))
                            .isDirectoryContaining(file -> file.endsWith("values.schema.json")));
        }
    }

    @Test
    void should_make_the_chart_of_the_document() throws Exception {
        ExampleRun run = run("platform");

        assertThat(run.file("helm/myapp/values.yaml"))
                .contains("replicaCount: 3", "targetCPUUtilizationPercentage: 70");
        assertThat(run.file("helm/myapp/templates/deployment-myapp.yaml"))
                .contains("{{- if not .Values.autoscaling.enabled }}\n  replicas: {{ .Values.replicaCount | int64 }}")
                .contains("(.Values.image.tag | default .Chart.AppVersion)")
                .contains("checksum/")
                .contains("sha256sum }}")
                .contains("name: {{ include \"myapp.fullname\" . | quote }}");
        assertThat(run.file("helm/myapp/templates/horizontalpodautoscaler-myapp-hpa.yaml"))
                .startsWith("{{- if .Values.autoscaling.enabled }}")
                .contains("name: {{ include \"myapp.fullname\" . | quote }}");
    }
}
