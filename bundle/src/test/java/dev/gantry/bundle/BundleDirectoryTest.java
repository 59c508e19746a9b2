package dev.gantry.bundle;

import static dev.gantry.bundle.Bundles.files;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleDirectoryTest {

    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir
    Path folder;

    Path root;

    @BeforeEach
    void nameRoot() {
        root = folder.resolve("target/gantry");
    }

    @Test
    void should_read_what_it_wrote() {
        Bundle bundle = Bundles.of("production", "staging");
        BundleDirectory.write(root, bundle, files("yaml/production/shop.yaml", "a: 1\n"));
        assertThat(BundleDirectory.read(root)).isEqualTo(bundle);
    }

    @Test
    void should_write_the_documented_files() throws IOException {
        BundleDirectory.write(
                root, Bundles.of("staging"), files("yaml/staging/shop/a.yaml", "a: 1\n", "yaml/staging/b.yaml", "b\n"));
        assertThat(content(root).keySet())
                .containsExactly(
                        "findings.json",
                        "gantry.json",
                        "index/staging.json",
                        "yaml/staging/b.yaml",
                        "yaml/staging/shop/a.yaml");
        assertThat(root.resolve("yaml/staging/shop/a.yaml")).hasContent("a: 1\n");
        assertThat(Files.readString(root.resolve("gantry.json")))
                .isEqualTo("""
                    {
                      "format": 1,
                      "tool": "gantry/0.4.2",
                      "complete": true,
                      "blueprint": "com.acme.Shop",
                      "layout": "object",
                      "program": "sha256:abcd",
                      "environments": [
                        {
                          "name": "staging",
                          "settings": "sha256:5e777",
                          "digest": "%s"
                        }
                      ],
                      "files": [
                        "findings.json",
                        "index/staging.json",
                        "yaml/staging/b.yaml",
                        "yaml/staging/shop/a.yaml"
                      ]
                    }
                    """.formatted(Digest.sha256(Files.readAllBytes(root.resolve("index/staging.json")))));
    }

    @Test
    void should_touch_nothing_when_nothing_changed() throws IOException {
        Bundle bundle = Bundles.of("staging");
        BundleDirectory.write(root, bundle, files("yaml/a.yaml", "a", "yaml/b.yaml", "b"));
        for (String path : content(root).keySet()) {
            Files.setLastModifiedTime(root.resolve(path), LONG_AGO);
        }
        WriteResult result = BundleDirectory.write(root, bundle, files("yaml/a.yaml", "a", "yaml/b.yaml", "b"));
        assertThat(result).isEqualTo(new WriteResult(0, 2, 0, List.of()));
        for (String path : content(root).keySet()) {
            assertThat(Files.getLastModifiedTime(root.resolve(path))).as(path).isEqualTo(LONG_AGO);
        }
    }

    @Test
    void should_name_folders_of_which_nothing_is_made_any_more() throws IOException {
        Bundle bundle = Bundles.of("staging", "production");
        BundleDirectory.write(
                root, bundle, files("yaml/a.yaml", "a", "helm/shop/a", "a", "kustomize/a", "a", "kustomize/b", "b"));
        WriteResult result =
                BundleDirectory.write(root, Bundles.of("staging"), files("yaml/b.yaml", "b", "kustomize/b", "b"));
        assertThat(result).isEqualTo(new WriteResult(1, 1, 3, List.of("helm")));
        assertThat(root.resolve("helm")).doesNotExist();
    }

    @Test
    void should_rewrite_only_what_changed() throws IOException {
        Bundle bundle = Bundles.of("staging");
        BundleDirectory.write(root, bundle, files("yaml/a.yaml", "a", "yaml/b.yaml", "b", "yaml/c.yaml", "c"));
        for (String path : content(root).keySet()) {
            Files.setLastModifiedTime(root.resolve(path), LONG_AGO);
        }
        WriteResult result =
                BundleDirectory.write(root, bundle, files("yaml/a.yaml", "A", "yaml/b.yaml", "b", "yaml/d.yaml", "d"));
        assertThat(result).isEqualTo(new WriteResult(2, 1, 1, List.of()));
        assertThat(Files.getLastModifiedTime(root.resolve("yaml/b.yaml"))).isEqualTo(LONG_AGO);
        assertThat(content(root))
                .containsEntry("yaml/a.yaml", "A")
                .containsEntry("yaml/d.yaml", "d")
                .doesNotContainKey("yaml/c.yaml");
    }

    @Test
    void should_delete_stale_files_with_their_empty_folders_and_leave_foreign_ones() throws IOException {
        BundleDirectory.write(
                root,
                Bundles.of("production", "staging"),
                files("yaml/production/shop/a.yaml", "a", "yaml/s/b.yaml", "b"));
        Files.writeString(root.resolve("yaml/s/notes.txt"), "mine");
        BundleDirectory.write(root, Bundles.of("staging"), files("yaml/c.yaml", "c"));
        assertThat(content(root).keySet())
                .containsExactly(
                        "findings.json", "gantry.json", "index/staging.json", "yaml/c.yaml", "yaml/s/notes.txt");
        assertThat(root.resolve("yaml/production")).doesNotExist();
    }

    @Test
    void should_let_a_file_become_a_folder_and_a_folder_a_file() throws IOException {
        BundleDirectory.write(root, Bundles.of("staging"), files("yaml/a", "1", "yaml/b/c/d", "2"));
        BundleDirectory.write(root, Bundles.of("staging"), files("yaml/a/x/y", "3", "yaml/b", "4"));
        assertThat(content(root))
                .containsEntry("yaml/a/x/y", "3")
                .containsEntry("yaml/b", "4")
                .hasSize(5);
    }

    @Test
    void should_give_the_same_bytes_each_time() throws IOException {
        Bundle bundle = Bundles.of("production", "staging");
        BundleDirectory.write(root, bundle, files("yaml/a.yaml", "a"));
        BundleDirectory.write(folder.resolve("elsewhere"), bundle, files("yaml/a.yaml", "a"));
        assertThat(content(root)).isEqualTo(content(folder.resolve("elsewhere")));
    }

    @Test
    void should_write_no_absolute_path_and_no_carriage_return() throws IOException {
        BundleDirectory.write(root, Bundles.of("staging"), files("yaml/a.yaml", "a"));
        assertThat(content(root).values())
                .noneMatch(text -> text.contains(folder.toString()))
                .noneMatch(text -> text.contains("\r"));
    }

    @Test
    void should_take_over_a_foreign_file_with_the_right_bytes() throws IOException {
        BundleDirectory.write(root, Bundles.of("staging"), files());
        Files.createDirectories(root.resolve("yaml"));
        Files.writeString(root.resolve("yaml/a.yaml"), "a");
        assertThat(BundleDirectory.write(root, Bundles.of("staging"), files("yaml/a.yaml", "a")))
                .isEqualTo(new WriteResult(0, 1, 0, List.of()));
        BundleDirectory.write(root, Bundles.of("staging"), files());
        assertThat(root.resolve("yaml")).doesNotExist();
    }

    @Test
    void should_write_below_a_root_that_is_a_link() throws IOException {
        Files.createDirectories(folder.resolve("real"));
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("real"));
        BundleDirectory.write(folder.resolve("link"), Bundles.of("staging"), files("yaml/a.yaml", "a"));
        assertThat(folder.resolve("real/yaml/a.yaml")).hasContent("a");
    }

    /** All files below a folder, by path. */
    static Map<String, String> content(Path folder) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                content.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return content;
    }
}
