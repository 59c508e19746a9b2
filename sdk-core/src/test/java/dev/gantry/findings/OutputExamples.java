package dev.gantry.findings;

import dev.gantry.bundle.Bundle;
import dev.gantry.bundle.BundleDirectory;
import dev.gantry.finding.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the rules for the output are for. */
final class OutputExamples {

    private OutputExamples() {}

    @Example(
            value = "GTY-OUT-001",
            why =
                    "Files that are not Gantry's are never overwritten or removed. Name an empty directory, or one that Gantry made.")
    static List<Finding> notOwned(Path folder) throws IOException {
        Files.writeString(folder.resolve("thesis.txt"), "mine");
        BundleDirectory.write(folder, bundle(), files("yaml/web.yaml"));
        return List.of();
    }

    @Example(value = "GTY-OUT-002", why = "Files that Gantry did not write stay as they are.")
    static List<Finding> foreignFile(Path folder) throws IOException {
        BundleDirectory.write(folder, bundle(), files("yaml/web.yaml"));
        Files.writeString(folder.resolve("yaml/jobs.yaml"), "mine");
        BundleDirectory.write(folder, bundle(), files("yaml/jobs.yaml"));
        return List.of();
    }

    @Example(value = "GTY-OUT-003", why = "On Windows and macOS both would be one file.")
    static List<Finding> pathCollision(Path folder) throws IOException {
        BundleDirectory.write(folder, bundle(), files("yaml/Web.yaml", "yaml/web.yaml"));
        return List.of();
    }

    @Example(value = "GTY-OUT-004", why = "Use the version of Gantry that wrote it, or a newer one.")
    static List<Finding> newerFormat(Path folder) throws IOException {
        BundleDirectory.write(folder, bundle(), files("yaml/web.yaml"));
        Path header = folder.resolve("gantry.json");
        Files.writeString(header, Files.readString(header).replace("\"format\": 1", "\"format\": 2"));
        BundleDirectory.read(folder);
        return List.of();
    }

    @Example(value = "GTY-OUT-005", why = "Generate it again.")
    static List<Finding> unreadable(Path folder) throws IOException {
        BundleDirectory.read(folder);
        return List.of();
    }

    @Example(
            value = "GTY-OUT-006",
            why = "The message is that of the operating system: no space, no permission, a name that is too long.")
    static List<Finding> notWritable(Path folder) throws IOException {
        BundleDirectory.write(folder, bundle(), files("yaml/" + "x".repeat(300) + ".yaml"));
        return List.of();
    }

    @Example(
            value = "GTY-OUT-009",
            why = "What the run left is neither the old output nor the new one. Generate it again.")
    static List<Finding> interrupted(Path folder) throws IOException {
        BundleDirectory.write(folder, bundle(), files("yaml/web.yaml"));
        Path header = folder.resolve("gantry.json");
        Files.writeString(header, Files.readString(header).replace("\"complete\": true", "\"complete\": false"));
        BundleDirectory.read(folder);
        return List.of();
    }

    @Example(
            value = "GTY-OUT-007",
            why = "Gantry follows no links below its directory, so that it never writes or removes elsewhere.")
    static List<Finding> symbolicLink(Path folder) throws IOException {
        BundleDirectory.write(folder, bundle(), files("yaml/web.yaml"));
        Files.createSymbolicLink(folder.resolve("yaml/jobs.yaml"), folder.resolve("elsewhere.yaml"));
        BundleDirectory.write(folder, bundle(), files("yaml/jobs.yaml"));
        return List.of();
    }

    @Example(value = "GTY-OUT-008", why = "The output has to be the same on every system.")
    static List<Finding> unsafePath(Path folder) throws IOException {
        BundleDirectory.write(folder, bundle(), files("../web.yaml"));
        return List.of();
    }

    private static Bundle bundle() {
        return new Bundle("gantry/0.1.0", "com.acme.Shop", "object", "", List.of(), List.of());
    }

    private static SortedMap<String, byte[]> files(String... paths) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (String path : paths) {
            files.put(path, new byte[] {'\n'});
        }
        return files;
    }
}
