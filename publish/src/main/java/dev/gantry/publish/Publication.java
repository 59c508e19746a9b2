package dev.gantry.publish;

import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Brings a tree into a working copy, and commits what has changed. It never pushes. */
public final class Publication {

    private Publication() {}

    /**
     * Publishes a tree. Where nothing has changed, nothing is committed.
     *
     * @throws FindingsException if the working copy is not to be written to, or Git refuses
     */
    public static Published publish(PublishRequest request) {
        Path directory = request.directory();
        if (directory == null || !Files.isDirectory(directory)) {
            throw new FindingsException(noDirectory(directory));
        }
        try (WorkingCopy copy = WorkingCopy.open(directory)) {
            return publish(request, copy);
        } catch (IOException e) {
            throw new FindingsException(
                    Finding.of(PublishRule.NOT_COMMITTED, "The tree cannot be written to " + directory + ": " + e + ".")
                            .hint("Free the disk, or grant the permission. What was begun is taken back with git reset"
                                    + " --hard and git clean -d there."));
        }
    }

    private static Finding noDirectory(@Nullable Path directory) {
        return Finding.of(
                        PublishRule.NO_DIRECTORY,
                        directory == null
                                ? "Nobody says which working copy is published to."
                                : "There is no folder " + directory + ".")
                .hint("Clone the repository that Argo CD reads, and name the clone, or a folder in it, with"
                        + " -Dgantry.publishDirectory.");
    }

    private static Published publish(PublishRequest request, WorkingCopy copy) throws IOException {
        Path folder = copy.folder();
        SortedMap<String, byte[]> files = PublishedFiles.read(request.tree());
        refuseLinks(folder, List.of(PublishedFiles.LIST));
        SortedSet<String> owned = PublishedFiles.listed(folder);
        refuseLinks(folder, files.keySet());
        refuseLinks(folder, owned);
        refuseForeign(folder, files, owned);
        List<Finding> findings = ReadPlace.check(files, copy);
        TreeChanges changes = TreeChanges.between(copy.committed(owned), files);
        if (changes.isEmpty()) {
            return new Published(copy.shown(), copy.branch(), null, "", findings);
        }
        String message = CommitMessage.of(changes, request.program(), request.commit());
        if (request.dryRun()) {
            return new Published(copy.shown(), copy.branch(), null, message, findings);
        }
        SortedMap<String, byte[]> written = new TreeMap<>();
        changes.written().forEach(path -> written.put(path, files.getOrDefault(path, new byte[0])));
        written.put(PublishedFiles.LIST, PublishedFiles.list(new TreeSet<>(files.keySet())));
        write(folder, written, changes.deleted());
        String commit = copy.commit(written, changes.deleted(), message);
        return new Published(copy.shown(), copy.branch(), commit, message, findings);
    }

    /** What is written or deleted by way of a link would be somewhere else. */
    private static void refuseLinks(Path folder, Collection<String> paths) {
        for (String path : paths) {
            String link = PublishedFiles.link(folder, path);
            if (link != null) {
                throw new FindingsException(Finding.of(
                                PublishRule.FOREIGN_FILE,
                                folder.resolve(link) + " is a link, where " + path + " belongs.")
                        .hint("Delete the link and commit that, or publish to another folder."));
            }
        }
    }

    private static void refuseForeign(Path folder, SortedMap<String, byte[]> files, SortedSet<String> owned) {
        List<Finding> findings = new ArrayList<>(0);
        SortedSet<String> obstacles = new TreeSet<>();
        for (String path : files.keySet()) {
            String obstacle = PublishedFiles.obstacle(folder, path, owned);
            if (obstacle != null && obstacles.add(obstacle)) {
                findings.add(Finding.of(
                                PublishRule.FOREIGN_FILE,
                                folder.resolve(obstacle) + " is not among the files that were published before, but "
                                        + (obstacle.equals(path) ? "would be replaced." : path + " belongs there."))
                        .hint("Delete it and commit that, publish to another folder, or rename the stack."));
            }
        }
        if (!findings.isEmpty()) {
            throw new FindingsException(findings.subList(0, Math.min(findings.size(), 20)));
        }
    }

    /** Deletes first: a folder may come in the place of a file. */
    private static void write(Path folder, SortedMap<String, byte[]> written, SortedSet<String> deleted)
            throws IOException {
        for (String path : deleted) {
            Path file = folder.resolve(path);
            Files.deleteIfExists(file);
            Path above = file.getParent();
            while (above != null && !above.equals(folder) && isDeleted(above)) {
                above = above.getParent();
            }
        }
        for (Map.Entry<String, byte[]> file : written.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    /** Whether a folder was empty, and so is gone. */
    private static boolean isDeleted(Path folder) throws IOException {
        try {
            Files.delete(folder);
            return true;
        } catch (DirectoryNotEmptyException | NoSuchFileException e) {
            return false;
        }
    }
}
