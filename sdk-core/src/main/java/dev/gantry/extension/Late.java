package dev.gantry.extension;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** A value that is known only when every resource has been placed, such as the namespace of another resource. */
@FunctionalInterface
public interface Late {

    /** The value, or {@code null} to leave the field out. */
    @Nullable
    JsonNode resolve(Context context);
}
