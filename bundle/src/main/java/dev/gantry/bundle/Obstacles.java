package dev.gantry.bundle;

import dev.gantry.bundle.ExistingFiles.Entry;
import dev.gantry.finding.Finding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Looks, before anything is written, for what is in the way and not Gantry's. */
final class Obstacles {

    private final ExistingFiles existing;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> reported = new TreeSet<>();

    private Obstacles(ExistingFiles existing) {
        this.existing = existing;
    }

    static List<Finding> find(ExistingFiles existing, Map<String, byte[]> files) throws IOException {
        Obstacles obstacles = new Obstacles(existing);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            obstacles.check(file.getKey(), file.getValue());
        }
        return obstacles.findings;
    }

    private void check(String path, byte[] content) throws IOException {
        String folder = PortablePaths.folderOf(path);
        Entry above = existing.folder(folder);
        if (above == Entry.ABSENT) {
            return;
        }
        if (above != Entry.FOLDER) {
            report(firstThatIsNoFolder(folder), above);
            return;
        }
        Entry entry = existing.at(path);
        boolean clear = switch (entry) {
            case ABSENT -> true;
            case FILE -> existing.owns(path) || existing.hasContent(path, content);
            case FOLDER -> !existing.hasForeign(path);
            case LINK, OTHER -> false;
        };
        if (!clear) {
            report(path, entry);
        }
    }

    private String firstThatIsNoFolder(String folder) throws IOException {
        String above = PortablePaths.folderOf(folder);
        return existing.folder(above) == Entry.FOLDER ? folder : firstThatIsNoFolder(above);
    }

    private void report(String path, Entry entry) {
        if (!reported.add(path)) {
            return;
        }
        Object shown = existing.resolve(path);
        findings.add(
                switch (entry) {
                    case LINK ->
                        Finding.of(
                                        BundleRule.SYMBOLIC_LINK,
                                        shown + " is a symbolic link, and Gantry writes through none.")
                                .hint("Remove the link, or have the output directory itself be elsewhere.");
                    case FOLDER ->
                        Finding.of(
                                        BundleRule.FOREIGN_FILE,
                                        shown + " is a folder with files that Gantry did not make,"
                                                + " and Gantry has a file to write there.")
                                .hint("Move that folder elsewhere.");
                    case FILE, OTHER, ABSENT ->
                        Finding.of(
                                        BundleRule.FOREIGN_FILE,
                                        shown + " was not made by Gantry and differs from what would be written.")
                                .hint("Move it elsewhere, or delete it if it is not needed.");
                });
    }
}
