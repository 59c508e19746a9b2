package dev.gantry.extension;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value that is known only when every resource has been placed, such as the namespace of another resource. */
@FunctionalInterface
public interface Late {

    /** The value, or {@code null} to leave the field out. */
    @Nullable
    JsonNode resolve(Context context);

    /** What is known to be wrong with it already; empty for a good one. It is reported where the value is written. */
    default List<Flaw> flaws() {
        return List.of();
    }
}
