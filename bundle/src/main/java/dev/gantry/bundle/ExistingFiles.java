package dev.gantry.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What stands below the root before a run changes it, and what of it is Gantry's. Follows no symbolic link. */
final class ExistingFiles {

    /** What stands at a path. */
    enum Entry {
        ABSENT,
        FILE,
        FOLDER,
        LINK,
        OTHER
    }

    private final Path root;
    private final Set<String> owned;
    private final Map<String, String> ownedByFolded = new HashMap<>();
    private final Map<String, Entry> folders = new HashMap<>();
    private final Map<String, Entry> files = new HashMap<>();

    /** Looks below this root, where these paths are Gantry's. */
    ExistingFiles(Path root, Set<String> owned) {
        this.root = root;
        this.owned = owned;
        for (String path : owned) {
            ownedByFolded.put(PortablePaths.fold(path), path);
        }
        // The root itself is the user's choice, and may be a link.
        folders.put("", Files.isDirectory(root) ? Entry.FOLDER : Entry.ABSENT);
    }

    Path resolve(String path) {
        return root.resolve(path);
    }

    /** What stands at a path whose folder {@link #folder} says is a folder. */
    Entry at(String path) throws IOException {
        Entry known = files.get(path);
        if (known == null) {
            known = classify(resolve(path));
            files.put(path, known);
        }
        return known;
    }

    /** What stands at the path of a folder: the first thing on the way that is not a folder. */
    Entry folder(String folder) throws IOException {
        Entry known = folders.get(folder);
        if (known == null) {
            Entry above = folder(PortablePaths.folderOf(folder));
            known = above == Entry.FOLDER ? at(folder) : above;
            if (known == Entry.FILE && owns(folder)) {
                known = Entry.ABSENT; // a stale file of ours, which will be gone
            }
            folders.put(folder, known);
        }
        return known;
    }

    /** Whether what stands at a path is Gantry's, be it under a name that differs in case, if that is one file here. */
    boolean owns(String path) throws IOException {
        if (owned.contains(path)) {
            return true;
        }
        String twin = ownedByFolded.get(PortablePaths.fold(path));
        return twin != null && isSame(path, twin);
    }

    /** Whether anything in a folder, or below, would be left when all that is Gantry's is gone. */
    boolean hasForeign(String folder) throws IOException {
        try (Stream<Path> children = Files.list(resolve(folder))) {
            boolean empty = true;
            for (Path child : (Iterable<Path>) children::iterator) {
                empty = false;
                String path = folder + "/" + child.getFileName();
                Entry entry = classify(child);
                if (entry == Entry.FOLDER ? hasForeign(path) : entry != Entry.FILE || !owns(path)) {
                    return true;
                }
            }
            return empty;
        }
    }

    /** Whether a file has exactly this content. */
    boolean hasContent(String path, byte[] content) throws IOException {
        try (InputStream in = Files.newInputStream(resolve(path))) {
            // One byte more than there should be shows a longer file; to ask for its size would be one more call.
            return Arrays.equals(in.readNBytes(content.length + 1), content);
        }
    }

    private boolean isSame(String path, String twin) throws IOException {
        try {
            return Files.isSameFile(resolve(path), resolve(twin));
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static Entry classify(Path path) throws IOException {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isSymbolicLink()) {
                return Entry.LINK;
            }
            if (attributes.isOther()) {
                return Entry.OTHER; // comes first: a junction of Windows is a folder as well
            }
            return attributes.isDirectory() ? Entry.FOLDER : Entry.FILE;
        } catch (NoSuchFileException e) {
            return Entry.ABSENT;
        }
    }
}
