package dev.gantry;

import dev.gantry.bundle.BundleRule;
import dev.gantry.check.Manifest;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import dev.gantry.yaml.YamlPrinter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Definitions as files of a folder, one each. A comment in the first line says that a file is Gantry's: such a file is written
 * anew, or deleted if its definition is no longer made; all others stay.
 */
final class DefinitionFiles {

    static final String MARK = "# Made of Java classes by Gantry. Change the classes, and not this file.\n";

    private final Path folder;

    DefinitionFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes the definitions.
     *
     * @return how many files have changed
     * @throws FindingsException if a file is somebody else's, or the operating system refuses; nothing is written in the first case
     */
    int write(List<Manifest> definitions) {
        SortedMap<Path, String> files = new TreeMap<>();
        for (Manifest definition : definitions) {
            files.put(folder.resolve(definition.id().name() + ".yaml"), MARK + YamlPrinter.print(definition.tree()));
        }
        try {
            List<Path> old = owned();
            for (Path file : files.keySet()) {
                if (Files.exists(file) && !old.contains(file)) {
                    throw new FindingsException(Finding.of(
                                    BundleRule.FOREIGN_FILE,
                                    "There is a file " + file + " already, which is not of an earlier run.")
                            .hint("Move it away, or name another folder with -Dgantry.crdFolder."));
                }
            }
            return apply(files, old);
        } catch (IOException e) {
            throw new FindingsException(
                    Finding.of(BundleRule.NOT_WRITABLE, "The definitions cannot be written to " + folder + ": " + e));
        }
    }

    private int apply(SortedMap<Path, String> files, List<Path> old) throws IOException {
        int changed = 0;
        for (Path file : old) {
            if (!files.containsKey(file)) {
                Files.delete(file);
                changed++;
            }
        }
        if (!files.isEmpty()) {
            Files.createDirectories(folder);
        }
        for (Map.Entry<Path, String> file : files.entrySet()) {
            boolean same = Files.exists(file.getKey())
                    && Files.readString(file.getKey()).equals(file.getValue());
            if (!same) {
                Files.write(file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8));
                changed++;
            }
        }
        return changed;
    }

    private List<Path> owned() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> owned = new ArrayList<>();
        try (Stream<Path> children = Files.list(folder)) {
            for (Path child : children.sorted().toList()) {
                boolean yaml = Files.isRegularFile(child) && child.toString().endsWith(".yaml");
                if (yaml && new String(Files.readAllBytes(child), StandardCharsets.UTF_8).startsWith(MARK)) {
                    owned.add(child);
                }
            }
        }
        return owned;
    }
}
