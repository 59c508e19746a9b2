package dev.gantry.bundle;

import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingJson;
import dev.gantry.finding.FindingsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A bundle on disk:
 *
 * <pre>{@code
 * gantry.json                the header: what made the bundle, and which files are Gantry's
 * index/<environment>.json   the resources of an environment
 * findings.json              the findings of the run
 * yaml/...                   the manifests
 * }</pre>
 *
 * <p>Gantry owns the files that the header lists, and no others: these are replaced and deleted, all else stays.
 */
public final class BundleDirectory {

    static final String FINDINGS = "findings.json";

    private BundleDirectory() {}

    /**
     * Writes a bundle and its files. A file that has the right bytes is not touched, one of an earlier run that is no
     * longer made is deleted, with the folders that become empty. When a run was interrupted, the next completes it.
     *
     * @param root made if it is absent; empty, or of an earlier run
     * @param files the content by path, relative to the root and with {@code /}
     * @throws FindingsException if the directory or a file in it is not Gantry's, a path is unsafe, two are the same,
     *     or the operating system refuses; nothing is written then, save in the last case
     */
    public static WriteResult write(Path root, Bundle bundle, SortedMap<String, byte[]> files) {
        return write(root, bundle, files, Disk.LOCAL);
    }

    static WriteResult write(Path root, Bundle bundle, SortedMap<String, byte[]> files, Disk disk) {
        PortablePaths paths = new PortablePaths(root);
        paths.add(Header.FILE);
        paths.add(Header.TEMPORARY);
        SortedMap<String, byte[]> all = new TreeMap<>();
        List<Header.Environment> environments = new ArrayList<>();
        for (BundleEnvironment environment : bundle.environments()) {
            byte[] index = IndexJson.bytes(environment);
            environments.add(new Header.Environment(environment.name(), environment.settings(), Digest.sha256(index)));
            paths.add(IndexJson.path(environment.name()));
            all.put(IndexJson.path(environment.name()), index);
        }
        paths.add(FINDINGS);
        all.put(FINDINGS, bytes(FindingJson.text(bundle.findings())));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            paths.add(file.getKey());
            all.put(file.getKey(), file.getValue());
        }
        refuseIfAny(paths.findings());
        try {
            SortedSet<String> owned = ownedFiles(root);
            ExistingFiles existing = new ExistingFiles(root, owned);
            refuseIfAny(Obstacles.find(existing, all));

            SortedSet<String> oldAndNew = new TreeSet<>(owned);
            oldAndNew.addAll(all.keySet());
            OwnedDirectory.Changes changes = new OwnedDirectory(root, owned, all, paths, existing, disk)
                    .apply(
                            Header.of(bundle, environments, oldAndNew, false),
                            Header.of(bundle, environments, all.keySet(), true));
            return count(changes, files);
        } catch (IOException e) {
            throw new FindingsException(notWritable(root, e));
        }
    }

    /**
     * Reads a bundle, without its manifests.
     *
     * @throws FindingsException if there is none, it is broken or incomplete, or its format is newer than this code
     */
    public static Bundle read(Path root) {
        return new BundleReader(root).read();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The files of the last run; refuses a directory that is not Gantry's. */
    private static SortedSet<String> ownedFiles(Path root) throws IOException {
        if (Files.exists(root.resolve(Header.FILE))) {
            return new BundleReader(root).header().files();
        }
        if (Files.exists(root) && !Files.isDirectory(root)) {
            refuse(root + " is a file, and no directory.");
        }
        if (Files.isDirectory(root) && hasFiles(root)) {
            refuse("The directory " + root + " has files in it, and no " + Header.FILE
                    + " that says that they are Gantry's.");
        }
        return Collections.emptySortedSet();
    }

    private static boolean hasFiles(Path root) throws IOException {
        try (Stream<Path> children = Files.list(root)) {
            // A run that ended while it wrote its first header has left that one file.
            return children.anyMatch(child -> !child.endsWith(Header.TEMPORARY));
        }
    }

    private static void refuse(String message) {
        throw new FindingsException(
                Finding.of(BundleRule.NOT_OWNED, message).hint("Name another output directory, or an empty one."));
    }

    private static void refuseIfAny(List<Finding> findings) {
        if (!findings.isEmpty()) {
            throw new FindingsException(findings);
        }
    }

    private static WriteResult count(OwnedDirectory.Changes changes, Map<String, byte[]> files) {
        int written = 0;
        for (String path : changes.written()) {
            written += files.containsKey(path) ? 1 : 0;
        }
        int deleted = 0;
        for (String path : changes.deleted()) {
            deleted += path.startsWith("index/") ? 0 : 1;
        }
        return new WriteResult(written, files.size() - written, deleted, gone(changes.deleted(), files));
    }

    private static List<String> gone(List<String> deleted, Map<String, byte[]> files) {
        SortedSet<String> gone = new TreeSet<>();
        deleted.forEach(path -> gone.add(topFolder(path)));
        files.keySet().forEach(path -> gone.remove(topFolder(path)));
        gone.removeAll(Set.of("", "index"));
        return List.copyOf(gone);
    }

    private static String topFolder(String path) {
        return path.substring(0, Math.max(path.indexOf('/'), 0));
    }

    private static Finding notWritable(Path root, IOException problem) {
        String file = problem instanceof FileSystemException e && e.getFile() != null ? e.getFile() : root.toString();
        String reason = problem instanceof FileSystemException e ? e.getReason() : problem.getMessage();
        if (problem instanceof AccessDeniedException) {
            reason = "permission denied";
        }
        return Finding.of(
                        BundleRule.NOT_WRITABLE,
                        file + " cannot be written: "
                                + (reason == null ? problem.getClass().getSimpleName() : reason) + ".")
                .hint("Free the disk or grant the permission, and generate again; that completes what was begun.");
    }
}
