package dev.gantry.fake.write;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.fake.json.Json;
import java.util.List;

/**
 * How something is deleted.
 *
 * @param uid it must have this one; empty for any
 * @param resourceVersion it must be at this one; empty for any
 * @param propagation {@code Background}, {@code Foreground} or {@code Orphan}; empty for what is usual
 * @param dryRun whether nothing is to happen
 * @param user who asks
 * @param warnings what the client is told besides; filled while the request is worked on
 */
public record Deletion(
        String uid, String resourceVersion, String propagation, boolean dryRun, String user, List<String> warnings) {

    /** The same with another policy. */
    public Deletion propagating(String policy) {
        return new Deletion(uid, resourceVersion, policy, dryRun, user, warnings);
    }

    /** A deletion without conditions, by somebody within the server. */
    public static final Deletion PLAIN = new Deletion("", "", "", false, WriteOptions.INTERNAL_USER, List.of());

    /**
     * Reads the options of a request.
     *
     * @param body {@code DeleteOptions}; a missing node if there are none
     * @param propagation the parameter of the query
     * @param dryRun whether the query says so
     */
    public static Deletion of(JsonNode body, String propagation, boolean dryRun, String user, List<String> warnings) {
        boolean orphan = body.path("orphanDependents").asBoolean(false);
        String inBody = orphan ? "Orphan" : Json.text(body, "propagationPolicy");
        return new Deletion(
                Json.text(body, "preconditions", "uid"),
                Json.text(body, "preconditions", "resourceVersion"),
                propagation.isEmpty() ? inBody : propagation,
                dryRun || !Json.isEmpty(body.path("dryRun")),
                user,
                warnings);
    }
}
