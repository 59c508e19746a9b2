package dev.gantry.maven;

import dev.gantry.lock.LockEntry;
import dev.gantry.lock.LockFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What has become another in a lock file. */
final class LockChanges {

    private LockChanges() {}

    /** A line for each change. */
    static List<String> between(LockFile before, LockFile after) {
        List<String> lines = new ArrayList<>();
        for (LockEntry entry : after.entries().values()) {
            LockEntry old = before.entry(entry.source());
            String version = entry.resolved().isEmpty() ? "" : " at " + entry.resolved();
            if (old == null) {
                lines.add("locked   " + entry.source() + version);
            } else if (!old.equals(entry)) {
                String from =
                        old.resolved().equals(entry.resolved()) ? ", with other content" : ", was " + old.resolved();
                lines.add("updated  " + entry.source() + version + from);
            }
        }
        for (LockEntry old : before.entries().values()) {
            if (after.entry(old.source()) == null) {
                lines.add("removed  " + old.source() + ": the program does not take it any more");
            }
        }
        return lines;
    }

    /** Deletes the copies that nothing is locked to any more. */
    static void deleteCopies(Path module, LockFile before, LockFile after) throws IOException {
        Set<String> used =
                after.entries().values().stream().map(LockEntry::file).collect(Collectors.toSet());
        Path folder = LockFile.folder(module).normalize();
        for (LockEntry old : before.entries().values()) {
            Path copy = folder.resolve(old.file()).normalize();
            if (!used.contains(old.file()) && copy.startsWith(folder.resolve("locked"))) {
                Files.deleteIfExists(copy);
            }
        }
    }
}
