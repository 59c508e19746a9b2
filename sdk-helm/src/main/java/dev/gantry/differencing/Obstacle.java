package dev.gantry.differencing;

import dev.gantry.bundle.ResourceId;
import dev.gantry.finding.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field that depends on settings in a way that no template can say.
 *
 * @param stack of the resource
 * @param resource in one of the runs
 * @param field its path; empty for the resource as a whole
 * @param settings that move it, by their paths; empty if it is not known which
 * @param examples what settings made of it, a line each
 * @param unsorted mappings of the settings that the program goes through in another order than that of their keys
 * @param line the author's line that wrote it; {@code null} if unknown
 */
public record Obstacle(
        String stack,
        ResourceId resource,
        String field,
        List<String> settings,
        List<String> examples,
        List<String> unsorted,
        @Nullable Origin line) {

    /** Copies the lists. */
    public Obstacle {
        settings = List.copyOf(settings);
        examples = List.copyOf(examples);
        unsorted = List.copyOf(unsorted);
    }
}
