package dev.gantry.bundle;

import dev.gantry.bundle.ExistingFiles.Entry;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Makes a directory hold exactly these files of Gantry's, and whatever else it holds.
 *
 * <p>A run may be killed at any point. So before the first change the header lists both the files of the last run and
 * those to come, as incomplete; what the next run finds is its own, whichever of them it is. The header that counts is
 * written last. A header takes the place of the old one at once, so there never is half of one.
 */
final class OwnedDirectory {

    private final Path root;
    private final SortedSet<String> stale;
    private final Map<String, byte[]> files;
    private final PortablePaths paths;
    private final ExistingFiles existing;
    private final Disk disk;

    OwnedDirectory(
            Path root,
            SortedSet<String> owned,
            Map<String, byte[]> files,
            PortablePaths paths,
            ExistingFiles existing,
            Disk disk) {
        this.root = root;
        this.stale = new TreeSet<>(owned);
        this.stale.removeAll(files.keySet());
        this.files = files;
        this.paths = paths;
        this.existing = existing;
        this.disk = disk;
    }

    /** What was changed: relative paths. */
    record Changes(List<String> written, List<String> deleted) {}

    /**
     * Writes and deletes what has to be.
     *
     * @param before the header while files change
     * @param after the header that counts
     */
    Changes apply(Header before, Header after) throws IOException {
        Path temporary = root.resolve(Header.TEMPORARY);
        if (Files.exists(temporary, LinkOption.NOFOLLOW_LINKS)) {
            disk.delete(temporary);
        }
        List<String> changed = changed();
        List<String> deletable = deletable();
        List<String> emptied = foldersThatMayGo();
        if (!changed.isEmpty() || !stale.isEmpty()) {
            writeHeader(before);
            // First the old files: one of them may have the name of a new one in other letter case.
            for (String path : deletable) {
                disk.delete(root.resolve(path));
            }
            for (String folder : emptied) {
                deleteIfEmpty(root.resolve(folder));
            }
            write(changed);
        }
        writeHeader(after);
        return new Changes(changed, deletable);
    }

    private List<String> changed() throws IOException {
        Set<String> staleInAnyCase = new HashSet<>();
        for (String path : stale) {
            staleInAnyCase.add(PortablePaths.fold(path));
        }
        List<String> changed = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            String path = file.getKey();
            if (existing.folder(PortablePaths.folderOf(path)) != Entry.FOLDER
                    || existing.at(path) != Entry.FILE
                    || staleInAnyCase.contains(PortablePaths.fold(path))
                    || !existing.hasContent(path, file.getValue())) {
                changed.add(path);
            }
        }
        return changed;
    }

    private List<String> deletable() throws IOException {
        List<String> deletable = new ArrayList<>();
        for (String path : stale) {
            if (existing.folder(PortablePaths.folderOf(path)) == Entry.FOLDER && existing.at(path) == Entry.FILE) {
                deletable.add(path);
            }
        }
        return deletable;
    }

    /** The deepest first. Also those whose files are gone already, which an interrupted run has left. */
    private List<String> foldersThatMayGo() throws IOException {
        SortedSet<String> folders = new TreeSet<>(Comparator.reverseOrder());
        for (String path : stale) {
            for (String folder = PortablePaths.folderOf(path);
                    !folder.isEmpty() && !paths.needsFolder(folder) && folders.add(folder);
                    folder = PortablePaths.folderOf(folder)) {}
        }
        List<String> present = new ArrayList<>();
        for (String folder : folders) {
            if (existing.folder(folder) == Entry.FOLDER) {
                present.add(folder);
            }
        }
        return present;
    }

    private void deleteIfEmpty(Path folder) throws IOException {
        try {
            disk.delete(folder);
        } catch (DirectoryNotEmptyException | NoSuchFileException e) {
            // Foreign files stay, and the folders that they are in.
        }
    }

    private void write(List<String> changed) throws IOException {
        String last = null;
        for (String path : changed) {
            String folder = PortablePaths.folderOf(path);
            if (!folder.equals(last)) {
                disk.createFolders(root.resolve(folder));
                last = folder;
            }
            disk.write(root.resolve(path), files.getOrDefault(path, new byte[0]));
        }
    }

    private void writeHeader(Header header) throws IOException {
        byte[] content = BundleDirectory.bytes(header.text());
        if (Files.isRegularFile(root.resolve(Header.FILE)) && existing.hasContent(Header.FILE, content)) {
            return;
        }
        disk.createFolders(root);
        disk.write(root.resolve(Header.TEMPORARY), content);
        disk.replace(root.resolve(Header.FILE), root.resolve(Header.TEMPORARY));
    }
}
