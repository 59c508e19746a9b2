package dev.gantry.publish;

import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files of a folder that are Gantry's: a list in the folder names them, and all others stay. */
final class PublishedFiles {

    /** The list, in the folder that is published to. */
    static final String LIST = ".gantry-files";

    private static final String HEAD = "# Gantry replaces and deletes these files, and no others.";

    private PublishedFiles() {}

    /** The content of a tree by path, with {@code /} on every system. */
    static SortedMap<String, byte[]> read(Path tree) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                files.put(tree.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return files;
    }

    /** The paths of what was published to a folder before. */
    static SortedSet<String> listed(Path folder) throws IOException {
        Path list = folder.resolve(LIST);
        if (!Files.exists(list)) {
            return Collections.emptySortedSet();
        }
        SortedSet<String> paths = new TreeSet<>();
        for (String line : Files.readString(list).split("\r?\n", -1)) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                if (!isBelow(line)) {
                    throw new FindingsException(Finding.of(
                                    PublishRule.LIST,
                                    list + " names \"" + line + "\", which is no file below its folder.")
                            .hint("Take back what was changed in the list: git checkout -- " + LIST + "."));
                }
                paths.add(line);
            }
        }
        return paths;
    }

    /** The list of these paths. */
    static byte[] list(SortedSet<String> paths) {
        StringBuilder text = new StringBuilder(HEAD).append('\n');
        paths.forEach(path -> text.append(path).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Whether a path can only lead to a file below the folder, which is not Git's own. */
    private static boolean isBelow(String path) {
        for (String step : path.split("/", -1)) {
            if (step.isEmpty() || step.equals(".") || step.equals("..") || step.equalsIgnoreCase(".git")) {
                return false;
            }
        }
        return !path.contains("\\") && !path.contains(":");
    }

    /** The file, or the folder on the way to it, that is a link; {@code null} if none is. */
    static @Nullable String link(Path folder, String path) {
        int end = path.indexOf('/');
        while (end >= 0) {
            if (Files.isSymbolicLink(folder.resolve(path.substring(0, end)))) {
                return path.substring(0, end);
            }
            end = path.indexOf('/', end + 1);
        }
        return Files.isSymbolicLink(folder.resolve(path)) ? path : null;
    }

    /**
     * What stands in the way of a file: its own path, or one of the folders above that is a link or a file; {@code null} if nothing
     * does.
     */
    static @Nullable String obstacle(Path folder, String path, SortedSet<String> owned) {
        int slash = path.indexOf('/');
        while (slash >= 0) {
            String above = path.substring(0, slash);
            Path at = folder.resolve(above);
            if (Files.exists(at, LinkOption.NOFOLLOW_LINKS)
                    && !Files.isDirectory(at, LinkOption.NOFOLLOW_LINKS)
                    && !owned.contains(above)) {
                return above;
            }
            slash = path.indexOf('/', slash + 1);
        }
        return Files.exists(folder.resolve(path), LinkOption.NOFOLLOW_LINKS) && !owned.contains(path) ? path : null;
    }
}
