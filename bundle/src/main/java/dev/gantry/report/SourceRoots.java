package dev.gantry.report;

import dev.gantry.finding.Origin;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds the file that an {@link Origin} means, so that a terminal, an IDE or a code host can link it. Not for use by
 * several threads at once.
 */
public final class SourceRoots {

    private final Path base;
    private final Path module;
    private final List<Path> roots;
    private final Map<Origin, Optional<String>> found = new HashMap<>();

    private SourceRoots(Path base, Path module, List<Path> roots) {
        this.base = base.toAbsolutePath().normalize();
        this.module = module.toAbsolutePath().normalize();
        this.roots = List.copyOf(roots);
    }

    /**
     * Paths relative to a folder.
     *
     * @param base what the paths are to be relative to, such as the repository's folder
     * @param module the module's folder
     * @param roots the module's source folders, such as {@code src/main/java}; relative ones are below the module
     */
    public static SourceRoots of(Path base, Path module, List<Path> roots) {
        return new SourceRoots(base, module, roots);
    }

    /** No source folder is known, and the module's folder is the base: every path stays what it is. */
    public static SourceRoots none() {
        return of(Path.of(""), Path.of(""), List.of());
    }

    /** The path of an origin's file relative to the base, with {@code /}; empty if there is no such file. */
    public Optional<String> find(Origin origin) {
        return found.computeIfAbsent(new Origin(origin.kind(), origin.path(), 0, 0, null), this::look);
    }

    /** The path of an origin's file relative to the base; its own path if there is no such file. */
    public String path(Origin origin) {
        return find(origin).orElse(origin.path());
    }

    private Optional<String> look(Origin origin) {
        try {
            if (origin.kind() == Origin.PathKind.FILE) {
                // A settings file that is missed is worth its path too, so it need not exist.
                return Optional.of(relative(module.resolve(origin.path())));
            }
            for (Path root : roots) {
                Path file = module.resolve(root).resolve(origin.path());
                if (Files.isRegularFile(file)) {
                    return Optional.of(relative(file));
                }
            }
            return Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private String relative(Path file) {
        Path normal = file.normalize();
        boolean related = Objects.equals(base.getRoot(), normal.getRoot());
        return (related ? base.relativize(normal) : normal).toString().replace('\\', '/');
    }
}
