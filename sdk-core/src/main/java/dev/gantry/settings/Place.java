package dev.gantry.settings;

import dev.gantry.finding.Origin;
import org.jspecify.annotations.Nullable;

/**
 * Where a value was written.
 *
 * @param origin the place in a file; {@code null} for an override
 * @param note what a message adds because no line can be shown; empty for a file
 */
record Place(@Nullable Origin origin, String note) {

    static Place file(String path, int line, int column) {
        return new Place(Origin.file(path, line, column), "");
    }

    static Place override(String property) {
        return new Place(null, " (from " + property + ")");
    }
}
