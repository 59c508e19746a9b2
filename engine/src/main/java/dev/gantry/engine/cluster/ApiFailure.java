package dev.gantry.engine.cluster;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a server answered instead of doing what it was asked, or why there was no answer. Never holds a request's body. */
public final class ApiFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final int status;
    private final String reason;
    private final transient List<Cause> causes;
    private final @Nullable Duration retryAfter;
    private final String action;
    private final int tries;

    /** How far the request came. */
    public enum Kind {
        /** The server answered, and refused. */
        REFUSED,
        /** The request did not reach the server. */
        NOT_SENT,
        /** The request was sent, and the answer is missing or broken: nobody knows whether it took effect. */
        UNKNOWN
    }

    /**
     * One thing that is wrong, as the server says it.
     *
     * @param reason such as {@code FieldValueInvalid} or {@code FieldManagerConflict}
     * @param message in the server's words
     * @param field the path; empty if there is none
     */
    public record Cause(String reason, String message, String field) {}

    /**
     * A failure.
     *
     * @param action what was asked, such as {@code apply Deployment shop/web}
     * @param status the HTTP status; 0 if there was none
     * @param reason the API's word for it, such as {@code Conflict} or {@code Invalid}; empty if there is none
     * @param message what the server said
     * @param retryAfter how long the server asks to wait; {@code null} if it does not
     */
    public ApiFailure(
            Kind kind,
            String action,
            int status,
            String reason,
            String message,
            List<Cause> causes,
            @Nullable Duration retryAfter) {
        this(kind, action, status, reason, message, causes, retryAfter, 1);
    }

    private ApiFailure(
            Kind kind,
            String action,
            int status,
            String reason,
            String message,
            List<Cause> causes,
            @Nullable Duration retryAfter,
            int tries) {
        super(message, null, false, false);
        this.kind = kind;
        this.action = action;
        this.status = status;
        this.reason = reason;
        this.causes = List.copyOf(causes);
        this.retryAfter = retryAfter;
        this.tries = tries;
    }

    /** The same after it was tried so many times in vain, which is said because trying again might have helped. */
    public ApiFailure afterTries(int number) {
        return new ApiFailure(kind, action, status, reason, message(), causes, retryAfter, number);
    }

    /** How far the request came. */
    public Kind kind() {
        return kind;
    }

    /** What was asked, such as {@code apply Deployment shop/web}. */
    public String action() {
        return action;
    }

    /** The HTTP status; 0 if there was none. */
    public int status() {
        return status;
    }

    /** The API's word for it, or one of {@link Reasons}; empty if there is none. */
    public String reason() {
        return reason;
    }

    /** What the server said, in one text. */
    public String message() {
        return String.valueOf(getMessage());
    }

    /** What exactly is wrong; empty if the server did not say. */
    public List<Cause> causes() {
        return causes;
    }

    /** How long the server asks to wait. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** How often it was tried before the time was up; 1 if it was not worth another try. */
    public int tries() {
        return tries;
    }

    /** Whether it may have taken effect all the same. */
    public boolean mayHaveHappened() {
        return kind == Kind.UNKNOWN || status >= 500;
    }

    /** Whether the same request may succeed a while later, without anybody doing something about it. */
    public boolean mayPass() {
        return Verdict.of(this) != Verdict.FINAL || Verdict.isCollision(this);
    }

    /** Whether other managers own fields that the request would change. Other failures of status 409 are not conflicts. */
    public boolean isConflict() {
        return status == 409 && causes.stream().anyMatch(cause -> cause.reason().equals("FieldManagerConflict"));
    }
}
