package dev.gantry.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoFailureException;

/** Writes what a goal leaves in a file. */
final class TextFile {

    private TextFile() {}

    /** Writes a text, and the folders that it needs. */
    static void write(Path file, String text) throws MojoFailureException {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new MojoFailureException(file + " cannot be written: " + e);
        }
    }
}
