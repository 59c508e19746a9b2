package dev.gantry.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.bundle.Digest;
import dev.gantry.finding.FindingsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockFileTest {

    private static final LockEntry REDIS = new LockEntry(
            RemoteSource.chart("https://charts.example.com", "redis", "20.*"),
            "20.1.0",
            "sha256:ab",
            "locked/redis-20.1.0.tgz");
    private static final LockEntry INSTALL = new LockEntry(
            RemoteSource.file("https://example.com/install.yaml"), "", "sha256:cd", "locked/install.yaml");

    @TempDir
    private Path module;

    @Test
    void should_read_what_it_writes_in_an_order_of_its_own() throws IOException {
        LockFile file = LockFile.of(List.of(INSTALL, REDIS));
        write(file.text());

        assertThat(LockFile.read(module)).isEqualTo(file);
        assertThat(file.text())
                .isEqualTo(LockFile.of(List.of(REDIS, INSTALL)).text())
                .isEqualTo("""
                        {
                          "about": "Made by mvn gantry:lock. Commit it together with the folder locked.",
                          "format": 1,
                          "sources": [
                            {
                              "kind": "chart",
                              "url": "https://charts.example.com",
                              "name": "redis",
                              "version": "20.*",
                              "resolved": "20.1.0",
                              "digest": "sha256:ab",
                              "file": "locked/redis-20.1.0.tgz"
                            },
                            {
                              "kind": "file",
                              "url": "https://example.com/install.yaml",
                              "digest": "sha256:cd",
                              "file": "locked/install.yaml"
                            }
                          ]
                        }
                        """);
    }

    @Test
    void should_be_empty_where_there_is_none() {
        assertThat(LockFile.read(module).entries()).isEmpty();
    }

    @Test
    void should_refuse_what_is_no_lock_file() throws IOException {
        for (String text : List.of("sources:", "{\"format\": 2}", "{\"sources\": [{\"kind\": \"git\"}]}")) {
            write(text);

            assertThatThrownBy(() -> LockFile.read(module))
                    .isInstanceOf(FindingsException.class)
                    .hasMessageContaining("GTY-LCK-003");
        }
    }

    @Test
    void should_find_a_copy_that_is_another_one_or_not_there() throws IOException {
        String digest = Digest.sha256("chart".getBytes(StandardCharsets.UTF_8));
        LockEntry entry = new LockEntry(REDIS.source(), "20.1.0", digest, "locked/redis.tgz");
        Path copy = LockFile.folder(module).resolve("locked/redis.tgz");

        assertThatThrownBy(() -> LockFile.copy(module, entry)).hasMessageContaining("is not there");
        Files.createDirectories(copy.getParent());
        Files.writeString(copy, "chart");
        assertThat(LockFile.copy(module, entry)).isEqualTo(copy);
        Files.writeString(copy, "another chart");
        assertThatThrownBy(() -> LockFile.copy(module, entry))
                .hasMessageContaining("GTY-LCK-002")
                .hasMessageContaining("is not what was locked");
    }

    @Test
    void should_not_read_beside_its_folder() {
        LockEntry entry = new LockEntry(REDIS.source(), "20.1.0", "sha256:ab", "../../../secret");

        assertThatThrownBy(() -> LockFile.copy(module, entry)).hasMessageContaining("GTY-LCK-003");
    }

    private void write(String text) throws IOException {
        Path file = module.resolve(LockFile.PATH);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
