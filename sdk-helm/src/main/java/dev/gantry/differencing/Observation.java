package dev.gantry.differencing;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What one place of the output was in one run.
 *
 * @param trial the run
 * @param scope what the program was given, and the elements of the loops around
 * @param value what was there; {@code null} for nothing
 */
record Observation(Trial trial, Given scope, @Nullable JsonNode value) {

    Observation with(@Nullable JsonNode other) {
        return new Observation(trial, scope, other);
    }
}
