package dev.gantry.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.bundle.Bundle;
import dev.gantry.bundle.BundleDirectory;
import dev.gantry.bundle.BundleEnvironment;
import dev.gantry.bundle.IndexEntry;
import dev.gantry.bundle.ResourceId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDateTime;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestZipTest {

    private static final LocalDateTime TIME = LocalDateTime.of(2021, 3, 4, 5, 6, 8);

    @TempDir
    private Path folder;

    private Path bundle;

    @BeforeEach
    void write_a_bundle() throws IOException {
        bundle = folder.resolve("bundle");
        TreeMap<String, byte[]> files = new TreeMap<>();
        files.put("yaml/staging/shop/26-configmap-a.yaml", "a: 1\n".getBytes(StandardCharsets.UTF_8));
        files.put("yaml/production/shop.yaml", "b: 2\n".getBytes(StandardCharsets.UTF_8));
        BundleDirectory.write(
                bundle,
                new Bundle(
                        "gantry/0.1.0",
                        "com.acme.Shop",
                        "object",
                        "sha256:0",
                        List.of(
                                environment("production", "yaml/production/shop.yaml"),
                                environment("staging", "yaml/staging/shop/26-configmap-a.yaml")),
                        List.of()),
                files);
    }

    @Test
    void should_hold_the_manifests_and_nothing_else() throws Exception {
        Files.writeString(bundle.resolve("yaml/staging/shop/notes.txt"), "not Gantry's");
        Path file = folder.resolve("a.zip");

        new ManifestZip(bundle, TIME).write(file);

        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(entry -> entry.getName() + " " + entry.getTimeLocal()))
                    .containsExactly(
                            "production/shop.yaml 2021-03-04T05:06:08",
                            "staging/shop/26-configmap-a.yaml 2021-03-04T05:06:08");
            assertThat(zip.getInputStream(zip.getEntry("production/shop.yaml"))).hasContent("b: 2\n");
        }
    }

    @Test
    void should_not_be_written_again_with_the_same_bytes() throws Exception {
        Path file = folder.resolve("a.zip");
        new ManifestZip(bundle, TIME).write(file);
        FileTime past = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(file, past);

        new ManifestZip(bundle, TIME).write(file);
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(past);

        new ManifestZip(bundle, TIME.plusHours(1)).write(file);
        assertThat(Files.getLastModifiedTime(file)).isNotEqualTo(past);
    }

    @Test
    void should_say_that_the_bundle_is_newer_than_the_plugin() throws IOException {
        Files.writeString(bundle.resolve("gantry.json"), "{\"format\": 99, \"tool\": \"gantry/9.8.7\"}");

        assertThatThrownBy(() -> new ManifestZip(bundle, TIME).write(folder.resolve("a.zip")))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("GTY-OUT-004")
                .hasMessageContaining("9.8.7");
    }

    @Test
    void should_take_its_time_from_the_build() throws MojoFailureException {
        assertThat(ManifestZip.time("2024-05-06T09:08:10+02:00")).isEqualTo(LocalDateTime.of(2024, 5, 6, 7, 8, 10));
        assertThat(ManifestZip.time("1700000000")).isEqualTo(LocalDateTime.of(2023, 11, 14, 22, 13, 20));
        assertThat(ManifestZip.time("1500")).isEqualTo(LocalDateTime.of(1980, 1, 1, 0, 0));
        assertThat(ManifestZip.time("x")).isEqualTo(LocalDateTime.of(1980, 1, 1, 0, 0));
        assertThat(ManifestZip.time(null)).isEqualTo(LocalDateTime.of(1980, 1, 1, 0, 0));
        assertThatThrownBy(() -> ManifestZip.time("yesterday"))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("yesterday");
    }

    private static BundleEnvironment environment(String name, String file) {
        ResourceId id = new ResourceId("v1", "ConfigMap", "shop", "a");
        return new BundleEnvironment(
                name,
                "sha256:1",
                List.of(),
                List.of(new IndexEntry(id, 42, "shop", file, 0, "sha256:2", null, List.of(), List.of())),
                List.of());
    }
}
