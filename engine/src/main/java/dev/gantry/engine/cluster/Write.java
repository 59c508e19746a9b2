package dev.gantry.engine.cluster;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A change of an object.
 *
 * @param method how
 * @param ref which
 * @param body the object, or the patch
 * @param manager the field manager who does it
 * @param force whether fields of other managers are taken over; only for {@link Method#APPLY}
 * @param dryRun whether the server only says what would come of it
 */
public record Write(Method method, ObjectRef ref, JsonNode body, String manager, boolean force, boolean dryRun) {

    /** How an object is changed. Fields that the server does not know are refused in each. */
    public enum Method {
        /** Server-side apply: the object comes to have these fields, and is created if it is absent. */
        APPLY,
        /** Creates the object, which must be absent. */
        CREATE,
        /** Replaces the object; its {@code metadata.resourceVersion} must be the live one. */
        REPLACE,
        /** A JSON patch (RFC 6902). */
        JSON_PATCH,
        /** A JSON patch that does no harm if it is made twice, so that it may be sent again where its outcome is unknown. */
        REPEATABLE_PATCH
    }

    /** A server-side apply without force. */
    public static Write apply(ObjectRef ref, JsonNode body, String manager) {
        return new Write(Method.APPLY, ref, body, manager, false, false);
    }

    /** The creation of an object. */
    public static Write create(ObjectRef ref, JsonNode body, String manager) {
        return new Write(Method.CREATE, ref, body, manager, false, false);
    }

    /** Without the body, which may be secret. */
    @Override
    public String toString() {
        return method + " " + ref;
    }

    /** The same, only tried. */
    public Write onlyTried() {
        return new Write(method, ref, body, manager, force, true);
    }

    /** The same, taking over fields of other managers. */
    public Write forced() {
        return new Write(method, ref, body, manager, true, dryRun);
    }
}
