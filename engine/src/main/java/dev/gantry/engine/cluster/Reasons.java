package dev.gantry.engine.cluster;

/**
 * What {@link ApiFailure#reason()} says that the engine looks at: words of the API, and, where the API has none because
 * there was no answer, words of ours.
 */
public final class Reasons {

    /** The API's word for a conflict, whatever kind of conflict. */
    public static final String CONFLICT = "Conflict";

    /** The API's word for an object that is there already. */
    public static final String ALREADY_EXISTS = "AlreadyExists";

    /** The API's word for an object that breaks rules. */
    public static final String INVALID = "Invalid";

    /** The API's word for what is absent; {@link #NOT_SERVED} if it is not an object that is. */
    public static final String NOT_FOUND = "NotFound";

    /** The server knows no such path: it does not serve the kind in this version. */
    public static final String NOT_SERVED = "NotServed";

    /** The name of the server is not known. */
    public static final String UNKNOWN_HOST = "UnknownHost";

    /** Nobody listens at the server's address, or the way there is blocked. */
    public static final String NO_CONNECTION = "NoConnection";

    /** The server's certificate is not trusted. */
    public static final String UNTRUSTED = "Untrusted";

    /** The two sides could not agree on TLS. */
    public static final String NO_TLS = "NoTls";

    /** The proxy refused to connect. */
    public static final String PROXY = "Proxy";

    /** There are no credentials to show. */
    public static final String NO_CREDENTIALS = "NoCredentials";

    /** There was no answer in time. */
    public static final String NO_ANSWER = "NoAnswer";

    /** The connection broke before the answer was complete. */
    public static final String BROKEN_CONNECTION = "BrokenConnection";

    /** The answer cannot be understood. */
    public static final String BROKEN_ANSWER = "BrokenAnswer";

    /** Somebody wants the run to stop. */
    public static final String INTERRUPTED = "Interrupted";

    private Reasons() {}
}
