package dev.gantry.kustomizeinput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.Stack;
import dev.gantry.Synthesis;
import dev.gantry.TestRun;
import dev.gantry.finding.Finding;
import dev.gantry.network.Service;
import dev.gantry.raw.RawObjects;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Kustomizations as input, built by a script that plays Kustomize, and in the profile {@code real-kustomize} by the real one. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a script for sh plays Kustomize")
class KustomizationTest {

    private static final String OVERLAY = "deploy/overlays/production";

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        write(OVERLAY + "/kustomization.yaml", """
                resources: [../../base]
                namePrefix: prod-
                configMapGenerator:
                  - name: shop
                    files: [motto=../../motto.txt]
                generatorOptions: {disableNameSuffixHash: true}
                """);
        write("deploy/base/kustomization.yaml", "resources: [web.yaml]\n");
        write("deploy/base/web.yaml", """
                apiVersion: v1
                kind: Service
                metadata: {name: web}
                spec: {type: ExternalName, externalName: web.example.com}
                """);
        write("deploy/motto.txt", "Eat more fruit");
    }

    @Test
    void should_take_in_what_is_built_and_build_it_again_when_a_file_has_changed() throws IOException {
        KustomizeProgram program = script("""
                echo "$@" >> %1$s/calls
                cat %1$s/deploy/base/web.yaml
                echo ---
                echo "{apiVersion: v1, kind: ConfigMap, metadata: {name: shop}, data: {motto: '$(cat %1$s/deploy/motto.txt)'}}"
                """.formatted(folder));

        Synthesis first = run(shop -> {
            RawObjects objects = shop.addAll(Kustomization.directory(
                    OVERLAY, o -> o.raw(ConfigMapBuilder.class, "shop", c -> c.addToData("extra", "yes")), program));
            assertThat(Service.from(objects, "web").name()).isEqualTo("web");
        });
        Synthesis second = run(shop -> shop.addAll(Kustomization.directory(OVERLAY, o -> {}, null)));
        write("deploy/motto.txt", "Sleep well");
        Synthesis third = run(shop -> shop.addAll(Kustomization.directory(OVERLAY, o -> {}, program)));

        assertThat(first.findings()).isEmpty();
        assertThat(motto(first)).isEqualTo("Eat more fruit");
        assertThat(TestRun.manifest(first, "ConfigMap", "shop")
                        .tree()
                        .at("/data/extra")
                        .asText())
                .isEqualTo("yes");
        assertThat(motto(second)).as("without any program").isEqualTo("Eat more fruit");
        assertThat(motto(third)).isEqualTo("Sleep well");
        assertThat(Files.readAllLines(folder.resolve("calls")))
                .hasSize(2)
                .allMatch(call -> call.equals("build " + folder.resolve(OVERLAY)));
    }

    private static String motto(Synthesis made) {
        return TestRun.manifest(made, "ConfigMap", "shop")
                .tree()
                .at("/data/motto")
                .asText();
    }

    @Test
    void should_say_what_is_missing_or_wrong_and_nothing_more() throws IOException {
        KustomizeProgram failing = script("echo 'accumulating resources: no such file' >&2\nexit 1\n");

        assertThat(found(OVERLAY, null)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("GTY-KUS-101");
            assertThat(finding.origin().toString()).startsWith("KustomizationTest.java:");
        });
        assertThat(found(OVERLAY, failing)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("GTY-KUS-102");
            assertThat(finding.message())
                    .isEqualTo("kustomize build cannot build the kustomization deploy/overlays/production: accumulating"
                            + " resources: no such file.");
        });
        assertThat(found(OVERLAY, new KustomizeProgram(List.of("/nowhere/kustomize", "build"))))
                .extracting(Finding::code)
                .containsExactly("GTY-KUS-102");
        assertThat(found("deploy", failing)).extracting(Finding::code).containsExactly("GTY-KUS-103");
        assertThat(found("nothing", failing)).extracting(Finding::code).containsExactly("GTY-KUS-103");
        assertThat(found("deploy/motto.txt", failing)).extracting(Finding::code).containsExactly("GTY-KUS-103");
        assertThat(found(null, failing)).extracting(Finding::code).containsExactly("GTY-VAL-001");
    }

    @Test
    void should_take_nothing_else_than_manifests_and_keep_none_of_it() throws IOException {
        for (String printed : List.of("hello", "not: [yaml", "[1, 2]", "kind: Service", "\\377\\376")) {
            KustomizeProgram program = script("printf '" + printed + "'\n");

            assertThat(found(OVERLAY, program)).as(printed).singleElement().satisfies(finding -> {
                assertThat(finding.code()).isEqualTo("GTY-KUS-102");
                assertThat(finding.message()).startsWith("kustomize build ");
                assertThat(finding.origin().toString()).startsWith("KustomizationTest.java:");
                assertThat(finding.hint()).endsWith("with kustomize build deploy/overlays/production.");
            });
        }
        KustomizeProgram silent = script("exit 0\n");
        assertThat(run(shop -> shop.addAll(Kustomization.directory(OVERLAY, o -> {}, silent)))
                        .findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("GTY-RAW-011");
                    assertThat(finding.origin().toString()).startsWith("KustomizationTest.java:");
                });
        assertThat(found(OVERLAY, null)).extracting(Finding::code).containsExactly("GTY-KUS-101");
    }

    @Test
    void should_quote_kubectl_without_what_changes_from_run_to_run() throws IOException {
        KustomizeProgram program = script("""
                echo 'E1130 08:40:31.844036   18527 run.go:72] "command failed" err="no \\"such\\" file"' >&2
                exit 1
                """);

        assertThat(found(OVERLAY, program))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .isEqualTo(
                                "kustomize build cannot build the kustomization deploy/overlays/production: no \"such\""
                                        + " file."));
    }

    @Test
    void should_refuse_what_is_taken_from_the_network_at_its_line() throws IOException {
        KustomizeProgram program = script("exit 1\n");
        for (String remote : List.of(
                "https://example.com/install.yaml",
                "github.com/example/shop/deploy?ref=v1.2.3",
                "git@example.com:shop.git",
                "ssh://git@example.com/shop")) {
            write("deploy/base/kustomization.yaml", "resources:\n  - web.yaml\n  - " + remote + "\n");

            assertThat(found(OVERLAY, program)).singleElement().satisfies(finding -> {
                assertThat(finding.code()).isEqualTo("GTY-KUS-104");
                assertThat(finding.origin()).hasToString("deploy/base/kustomization.yaml:3");
            });
        }
        write("deploy/base/kustomization.yaml", "resources: [web.yaml]\n");
        for (String place : List.of(
                "patches:\n  - path: https://example.com/patch.yaml\n",
                "patchesStrategicMerge:\n  - https://example.com/patch.yaml\n",
                "components:\n  - git.example.com/org/repo//component\n",
                "secretGenerator:\n  - {name: a, files: [key=https://example.com/key]}\n",
                "openapi:\n  path: https://example.com/schema.json\n")) {
            write(OVERLAY + "/kustomization.yaml", place);

            assertThat(found(OVERLAY, program)).as(place).singleElement().satisfies(finding -> {
                assertThat(finding.code()).isEqualTo("GTY-KUS-104");
                assertThat(finding.origin()).hasToString(OVERLAY + "/kustomization.yaml:2");
            });
        }
        write(
                OVERLAY + "/kustomization.yaml",
                "configMapGenerator: [{name: a, literals: [url=https://example.com]}]\n");
        assertThat(found(OVERLAY, program)).extracting(Finding::code).containsExactly("GTY-KUS-102");
    }

    @Test
    void should_look_for_kustomize_before_kubectl() throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        String path = folder.resolve("nowhere") + ":" + bin;

        assertThat(KustomizeProgram.ofPath(path)).isNull();
        assertThat(KustomizeProgram.ofPath(null)).isNull();
        executable(bin.resolve("kubectl"), "");
        assertThat(KustomizeProgram.ofPath(path).name()).isEqualTo("kubectl kustomize");
        executable(bin.resolve("kustomize"), "");
        assertThat(KustomizeProgram.ofPath(path).name()).isEqualTo("kustomize build");
    }

    @Test
    @Tag("real-kustomize")
    void should_take_in_what_the_real_kustomize_builds() {
        Synthesis made = run(shop -> shop.addAll(Kustomization.directory(OVERLAY)));

        assertThat(made.findings()).isEmpty();
        assertThat(made.manifests())
                .extracting(manifest -> manifest.id().toString())
                .containsExactlyInAnyOrder("Service shop/prod-web", "ConfigMap shop/prod-shop");
        assertThat(TestRun.manifest(made, "ConfigMap", "prod-shop")
                        .tree()
                        .at("/data/motto")
                        .asText())
                .isEqualTo("Eat more fruit");
    }

    private List<Finding> found(String overlay, KustomizeProgram program) {
        return run(shop -> {
                    RawObjects objects =
                            shop.addAll(Kustomization.directory(overlay, o -> o.leaveOut("Service", "web"), program));
                    assertThat(Service.from(objects, "web").name()).isEqualTo("web");
                })
                .findings();
    }

    private Synthesis run(Consumer<Stack> program) {
        return TestRun.in(folder, "staging", app -> program.accept(app.stack("shop", s -> s.namespace("shop"))));
    }

    private KustomizeProgram script(String lines) throws IOException {
        Path file = Files.createDirectories(folder.resolve("programs")).resolve("kustomize");
        executable(file, lines);
        return new KustomizeProgram(List.of(file.toString(), "build"));
    }

    private static void executable(Path file, String lines) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + lines);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private void write(String path, String content) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
