package dev.gantry.fake.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an object.
 *
 * @param revision the counter after it
 * @param key which object
 * @param before {@code null} if it was made
 * @param after {@code null} if it is gone
 */
public record Change(
        long revision,
        ObjectKey key,
        @Nullable ObjectNode before,
        @Nullable ObjectNode after) {}
