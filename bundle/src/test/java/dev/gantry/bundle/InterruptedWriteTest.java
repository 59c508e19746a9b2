package dev.gantry.bundle;

import static dev.gantry.bundle.Bundles.files;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a run before, and within, each change that it makes to the disk. */
class InterruptedWriteTest {

    private static final SortedMap<String, byte[]> FIRST =
            files("yaml/production/old.yaml", "old", "yaml/keep.yaml", "keep", "yaml/change.yaml", "before");
    private static final SortedMap<String, byte[]> SECOND =
            files("yaml/staging/new.yaml", "new", "yaml/keep.yaml", "keep", "yaml/change.yaml", "afterwards");
    private static final SortedMap<String, byte[]> THIRD = files("helm/chart.yaml", "third");

    @TempDir
    Path folder;

    @Test
    void should_complete_a_first_run_that_was_killed_anywhere() throws IOException {
        Map<String, String> expected = expected(FIRST, "production");
        int kills = 0;
        for (boolean killed = true; killed; kills++) {
            Path root = folder.resolve("first" + kills);
            killed = isKilled(root, FIRST, "production", kills);
            BundleDirectory.write(root, Bundles.of("production"), FIRST);
            assertThat(entries(root)).as("killed at change %s", kills).isEqualTo(expected);
        }
        assertThat(kills).isGreaterThan(10);
    }

    @Test
    void should_complete_a_second_run_that_was_killed_anywhere() throws IOException {
        Map<String, String> expected = expected(SECOND, "staging");
        int kills = 0;
        for (boolean killed = true; killed; kills++) {
            Path root = folder.resolve("second" + kills);
            BundleDirectory.write(root, Bundles.of("production"), FIRST);
            killed = isKilled(root, SECOND, "staging", kills);
            BundleDirectory.write(root, Bundles.of("staging"), SECOND);
            assertThat(entries(root)).as("killed at change %s", kills).isEqualTo(expected);
        }
        assertThat(kills).isGreaterThan(10);
    }

    @Test
    void should_leave_nothing_stale_when_the_program_changed_after_the_kill() throws IOException {
        Map<String, String> expected = expected(THIRD, "test");
        int kills = 0;
        for (boolean killed = true; killed; kills++) {
            Path root = folder.resolve("third" + kills);
            BundleDirectory.write(root, Bundles.of("production"), FIRST);
            killed = isKilled(root, SECOND, "staging", kills);
            isKilled(root, FIRST, "production", kills / 2);
            BundleDirectory.write(root, Bundles.of("test"), THIRD);
            assertThat(entries(root)).as("killed at change %s", kills).isEqualTo(expected);
        }
        assertThat(kills).isGreaterThan(10);
    }

    @Test
    void should_undo_a_run_that_was_killed_anywhere() throws IOException {
        Map<String, String> expected = expected(FIRST, "production");
        for (int kills = 0; kills < 20; kills++) {
            Path root = folder.resolve("undo" + kills);
            BundleDirectory.write(root, Bundles.of("production"), FIRST);
            isKilled(root, SECOND, "staging", kills);
            BundleDirectory.write(root, Bundles.of("production"), FIRST);
            assertThat(entries(root)).as("killed at change %s", kills).isEqualTo(expected);
        }
    }

    private Map<String, String> expected(SortedMap<String, byte[]> files, String environment) throws IOException {
        Path root = folder.resolve("expected");
        BundleDirectory.write(root, Bundles.of(environment), files);
        return entries(root);
    }

    private static boolean isKilled(Path root, SortedMap<String, byte[]> files, String environment, int changes) {
        try {
            BundleDirectory.write(root, Bundles.of(environment), files, new FailingDisk(changes));
            return false;
        } catch (FailingDisk.Killed e) {
            return true;
        }
    }

    /** Files with their content, and folders. */
    private static Map<String, String> entries(Path root) throws IOException {
        Map<String, String> entries = new TreeMap<>(BundleDirectoryTest.content(root));
        try (Stream<Path> all = Files.walk(root)) {
            all.filter(Files::isDirectory).forEach(path -> entries.put(root.relativize(path) + "/", ""));
        }
        return entries;
    }
}
