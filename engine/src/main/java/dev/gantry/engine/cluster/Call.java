package dev.gantry.engine.cluster;

import org.jspecify.annotations.Nullable;

/**
 * One request.
 *
 * @param action what is asked, for people
 * @param method such as {@code PATCH}
 * @param path with the query, from the server's URL on
 * @param accept the content types that are understood
 * @param contentType of the body; {@code null} if there is none
 * @param body {@code null} if there is none
 * @param secrets what must not be seen of the answer's words
 */
record Call(
        String action,
        String method,
        String path,
        String accept,
        @Nullable String contentType,
        @Nullable String body,
        Secrets secrets) {

    static final String JSON = "application/json";

    /** A question. */
    static Call get(String action, String path, String accept) {
        return new Call(action, "GET", path, accept, null, null, Secrets.none());
    }

    /** Without the body, which may be secret. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
