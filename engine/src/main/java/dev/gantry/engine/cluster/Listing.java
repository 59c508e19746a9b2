package dev.gantry.engine.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A question for many objects.
 *
 * @param resource their kind
 * @param namespace {@code null} for all of them, or for a kind that has none
 * @param labelSelector in the syntax of the API; empty for all
 * @param metadataOnly whether apiVersion, kind and metadata suffice
 * @param limit how many at most; 0 for all
 * @param each is given every object, on the calling thread
 */
public record Listing(
        ApiResource resource,
        @Nullable String namespace,
        String labelSelector,
        boolean metadataOnly,
        int limit,
        Consumer<ObjectNode> each) {}
