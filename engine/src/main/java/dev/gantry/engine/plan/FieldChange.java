package dev.gantry.engine.plan;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A field that changes.
 *
 * @param path such as {@code spec.template.spec.containers[web].image}
 * @param before {@code null} if it is added; masked if it is secret
 * @param after {@code null} if it is removed; masked if it is secret
 */
public record FieldChange(
        String path, @Nullable JsonNode before, @Nullable JsonNode after) {}
