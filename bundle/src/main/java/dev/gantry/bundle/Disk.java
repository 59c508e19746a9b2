package dev.gantry.bundle;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The changes that writing a bundle makes, one by one, so that a test can end a run before or within any of them. */
interface Disk {

    /** The file system of this machine. */
    Disk LOCAL = new Disk() {
        @Override
        public void createFolders(Path folder) throws IOException {
            Files.createDirectories(folder);
        }

        @Override
        public void write(Path file, byte[] content) throws IOException {
            Files.write(
                    file,
                    content,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE,
                    LinkOption.NOFOLLOW_LINKS);
        }

        @Override
        public void replace(Path file, Path by) throws IOException {
            try {
                Files.move(by, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(by, file, StandardCopyOption.REPLACE_EXISTING);
            }
        }

        @Override
        public void delete(Path file) throws IOException {
            Files.delete(file);
        }
    };

    /** Makes a folder and those above it, where they are absent. */
    void createFolders(Path folder) throws IOException;

    /** Writes a file, new or over the old one, but never through a symbolic link. */
    void write(Path file, byte[] content) throws IOException;

    /** Moves a file onto another, so that there is either the old one or the new one at any time. */
    void replace(Path file, Path by) throws IOException;

    /** Deletes a file or an empty folder. */
    void delete(Path file) throws IOException;
}
