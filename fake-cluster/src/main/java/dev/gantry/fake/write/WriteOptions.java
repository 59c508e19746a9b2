package dev.gantry.fake.write;

import java.util.ArrayList;
import java.util.List;

/**
 * How something is written.
 *
 * @param dryRun whether nothing is to be kept
 * @param manager who writes
 * @param force whether fields of others are taken
 * @param strictness what becomes of fields that are not known
 * @param user who asks
 * @param warnings what the client is told besides; filled while the request is worked on
 */
public record WriteOptions(
        boolean dryRun, String manager, boolean force, Strictness strictness, String user, List<String> warnings) {

    /** What becomes of fields that are not known, or that are there twice. */
    public enum Strictness {
        /** They are dropped. */
        IGNORE,
        /** They are dropped, and the client is warned. */
        WARN,
        /** The request is refused. */
        STRICT
    }

    /** Who somebody within the server is; nobody else is asked about what he does. */
    public static final String INTERNAL_USER = "system:internal";

    /** Options of somebody within the server. */
    public static WriteOptions internal(String manager) {
        return new WriteOptions(false, manager, false, Strictness.IGNORE, INTERNAL_USER, new ArrayList<>());
    }
}
