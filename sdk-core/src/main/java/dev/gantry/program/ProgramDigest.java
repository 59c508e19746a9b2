package dev.gantry.program;

import dev.gantry.bundle.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The digest of a program: its own classes by content, and what else is on its class path. Released jars are told apart
 * by name and size, so that a run does not read megabytes which have never changed.
 */
public final class ProgramDigest {

    private ProgramDigest() {}

    /**
     * Computes the digest.
     *
     * @param module the classes of the program's own module
     * @param classPath the other folders and jars
     * @throws IOException if one cannot be read
     */
    public static String of(ModuleClasses module, List<Path> classPath) throws IOException {
        StringBuilder input = new StringBuilder(module.contents()).append('\n');
        for (Path entry : classPath) {
            if (Files.isDirectory(entry)) {
                input.append(ModuleClasses.in(entry).contents()).append('\n');
            } else if (Files.isRegularFile(entry)) {
                String name = entry.getFileName().toString();
                boolean released = !name.contains("SNAPSHOT");
                input.append(name).append(' ');
                input.append(
                        released
                                ? Long.toString(Files.size(entry))
                                : ModuleClasses.checksum(Files.readAllBytes(entry)));
                input.append('\n');
            }
        }
        return Digest.sha256(input.toString().getBytes(StandardCharsets.UTF_8));
    }
}
