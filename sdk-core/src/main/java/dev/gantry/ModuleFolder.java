package dev.gantry;

import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import org.jspecify.annotations.Nullable;

/**
 * The module that a class belongs to, by where it was compiled to.
 *
 * @param directory the module's folder; the working directory if it cannot be told
 * @param classes its compiled classes; {@code null} if they are not in a folder
 */
record ModuleFolder(Path directory, @Nullable Path classes) {

    /** Looks upwards from the folder of the class for the one that holds a build file, or {@code src/main}. */
    static ModuleFolder of(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        Path classes;
        try {
            classes = source == null ? null : Path.of(source.getLocation().toURI());
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            classes = null;
        }
        if (classes == null || !Files.isDirectory(classes)) {
            return new ModuleFolder(Path.of("").toAbsolutePath(), null);
        }
        return new ModuleFolder(above(classes), classes);
    }

    private static Path above(Path classes) {
        Path at = classes.toAbsolutePath().getParent();
        for (int i = 0; i < 5 && at != null; i++) {
            if (Files.exists(at.resolve("pom.xml")) || Files.isDirectory(at.resolve("src/main"))) {
                return at;
            }
            at = at.getParent();
        }
        return Path.of("").toAbsolutePath();
    }
}
