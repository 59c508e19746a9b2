package dev.gantry.engine.cluster;

import dev.gantry.engine.cluster.ApiFailure.Kind;
import java.util.List;
import java.util.regex.Pattern;

/** Whether it helps to ask again. */
enum Verdict {
    /** It does not. */
    FINAL,
    /** It does, sooner or later. */
    AGAIN,
    /** It does within seconds, or never. */
    SOON;

    /** The words of whoever denies, whatever status it chose for that: any may come with a webhook's. */
    private static final Pattern DENIED = Pattern.compile("admission webhook \"[^\"]*\" (denied|does not support)");

    /** What servers answer with status 500 to a manifest that they cannot take. */
    private static final List<String> HOPELESS = List.of(
            "failed to create typed patch object",
            "failed to convert new object",
            "resourceVersion should not be set on objects to be created",
            "request is too large",
            "trying to send message larger than max");

    static Verdict of(ApiFailure failure) {
        return switch (failure.kind()) {
            case UNKNOWN -> AGAIN;
            case NOT_SENT ->
                switch (failure.reason()) {
                    case Reasons.NO_CONNECTION, Reasons.UNKNOWN_HOST -> AGAIN;
                    default -> FINAL;
                };
            case REFUSED -> refused(failure);
        };
    }

    private static Verdict refused(ApiFailure failure) {
        if (DENIED.matcher(failure.message()).find() || HOPELESS.stream().anyMatch(failure.message()::contains)) {
            return FINAL;
        }
        return switch (failure.status()) {
            case 408, 429 -> AGAIN;
            // Another server of the cluster may not serve a new kind yet.
            case 404 -> failure.reason().equals(Reasons.NOT_SERVED) ? SOON : FINAL;
            default -> failure.status() >= 500 && failure.status() != 501 ? AGAIN : FINAL;
        };
    }

    /** Whether somebody else changed something at the same moment, which the server asks to try again. */
    static boolean isCollision(ApiFailure failure) {
        return failure.kind() == Kind.REFUSED
                && failure.status() == 409
                && failure.reason().equals(Reasons.CONFLICT)
                && !failure.isConflict();
    }
}
