package dev.gantry.fake.schema;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A field of an object.
 *
 * @param name its key
 * @param type of its value
 * @param required whether it has to be there
 * @param presence when it is there
 * @param missing what it counts as where it is missing and tells elements of a list apart
 * @param merge how strategic merge patches treat it
 */
public record Field(
        String name,
        Type type,
        boolean required,
        Presence presence,
        @Nullable JsonNode missing,
        MergeRule merge) {

    /** When a field is there. */
    public enum Presence {
        /** If somebody says so. */
        SAID,
        /** Always, since it is an object that is part of its owner. */
        ALWAYS,
        /** If somebody says so, and it is neither empty nor 0 nor {@code false}. */
        UNLESS_ZERO
    }

    /**
     * How strategic merge patches treat a list or an object.
     *
     * @param merges whether lists are merged instead of replaced
     * @param key the field that tells the elements of the list apart; empty if they are plain values
     * @param retainsKeys whether a patch lists the keys that are to stay
     */
    public record MergeRule(boolean merges, String key, boolean retainsKeys) {

        /** The list is replaced. */
        public static final MergeRule REPLACE = new MergeRule(false, "", false);
    }
}
