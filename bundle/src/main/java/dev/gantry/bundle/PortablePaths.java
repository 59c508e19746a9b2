package dev.gantry.bundle;

import dev.gantry.finding.Finding;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The relative paths of one output, each of them possible on every system and together with all others. */
final class PortablePaths {

    private static final String FORBIDDEN = "\\:*?\"<>|";

    private final Path root;
    private final Map<String, String> files = new HashMap<>();
    private final Map<String, String> folders = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    PortablePaths(Path root) {
        this.root = root;
    }

    /** Takes a path in, or notes what is wrong with it. */
    void add(String path) {
        if (!isPortable(path) || !isKnownToSystem(path)) {
            findings.add(Finding.of(
                            BundleRule.UNSAFE_PATH,
                            "\"" + path + "\" cannot be a path below " + root + " on every system.")
                    .hint("Name the environment, the stack and the resource with letters, digits, '-', '_' and '.'."));
            return;
        }
        String folded = fold(path);
        String other = files.putIfAbsent(folded, path);
        if (other == null) {
            other = folders.get(folded);
        }
        if (other != null) {
            collision(path, other);
            return;
        }
        addFolder(folderOf(path), path);
    }

    /** Whether a file of this output is in this folder, or in one below. */
    boolean needsFolder(String folder) {
        return folder.equals(folders.get(fold(folder)));
    }

    /** What is wrong with the paths that were taken in. */
    List<Finding> findings() {
        return findings;
    }

    /** The same text for all paths that are one where case is ignored. */
    static String fold(String path) {
        // Both ways, because some letters have one upper-case form and two lower-case ones.
        return path.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /** The path without its last part; empty at the root. */
    static String folderOf(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /** Whether every part of a relative path is a name on every system, and none leads upwards. */
    static boolean isPortable(String path) {
        int start = 0;
        for (int i = 0; i <= path.length(); i++) {
            if (i == path.length() || path.charAt(i) == '/') {
                // No name ends with '.' or a space on Windows; that covers '.' and '..' too.
                if (i == start || path.charAt(i - 1) == '.' || path.charAt(i - 1) == ' ') {
                    return false;
                }
                start = i + 1;
            } else if (path.charAt(i) < ' ' || FORBIDDEN.indexOf(path.charAt(i)) >= 0) {
                return false;
            }
        }
        return true;
    }

    private boolean isKnownToSystem(String path) {
        try {
            Path resolved = root.resolve(path);
            return resolved.startsWith(root);
        } catch (InvalidPathException e) {
            return false; // a letter that the encoding of file names has not
        }
    }

    private void addFolder(String folder, String path) {
        if (folder.isEmpty() || needsFolder(folder)) {
            return;
        }
        String folded = fold(folder);
        String other = folders.putIfAbsent(folded, folder);
        if (other == null) {
            other = files.get(folded);
        }
        if (other != null) {
            collision(path, other);
            return;
        }
        addFolder(folderOf(folder), path);
    }

    private void collision(String path, String other) {
        String message;
        if (path.equals(other)) {
            message = "Two files would be " + path + ".";
        } else if (path.startsWith(other + "/") || other.startsWith(path + "/")) {
            message = path + " and " + other + " cannot both be: one is a file where the other needs a folder.";
        } else {
            message = path + " and " + other + " differ only in case, which is the same on Windows and macOS.";
        }
        findings.add(Finding.of(BundleRule.PATH_COLLISION, message)
                .hint("Give the environments, the stacks or the resources behind them names that differ otherwise."));
    }
}
