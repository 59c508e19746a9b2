package dev.gantry.raw;

import dev.gantry.finding.Finding;
import dev.gantry.finding.Origin;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import org.jspecify.annotations.Nullable;

/**
 * Files of a folder that are not read.
 *
 * @param pattern as the program has it
 * @param matcher of paths that start at the folder
 * @param origin the line that says so
 */
record FileSkip(
        String pattern, PathMatcher matcher, @Nullable Origin origin) {

    /** Whether the pattern fits a file, or a folder that it is in. */
    boolean leavesOut(Path file) {
        for (Path path = file; path != null; path = path.getParent()) {
            if (matcher.matches(path)) {
                return true;
            }
        }
        return false;
    }

    Finding unused(String folder) {
        return Finding.of(RawRule.NOT_THERE, "There is no file \"" + pattern + "\" in " + folder + ".")
                .hint("Give a path that starts at the folder, or a pattern such as **/values.yaml; or leave this out.")
                .at(origin);
    }
}
