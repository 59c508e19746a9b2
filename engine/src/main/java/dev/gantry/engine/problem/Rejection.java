package dev.gantry.engine.problem;

import dev.gantry.engine.cluster.ApiFailure;
import dev.gantry.engine.cluster.ApiFailure.Kind;
import dev.gantry.engine.cluster.Reasons;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells why a server refused. */
public final class Rejection {

    private static final Pattern OWNER = Pattern.compile("conflict with \"((?:[^\"\\\\]|\\\\.)*)\"");

    private Rejection() {}

    /**
     * A field that another manager has set to another value.
     *
     * @param field as the server writes it, such as {@code .spec.replicas}
     * @param manager who owns it
     */
    public record OwnedField(String field, String manager) {}

    /** What kind of problem it is; for several mistakes in one object, the kind of the first. */
    public static ClusterRule rule(ApiFailure failure) {
        if (failure.kind() == Kind.NOT_SENT) {
            return unsent(failure);
        }
        ClusterRule rule = said(failure);
        boolean known = rule != ClusterRule.REFUSED;
        return failure.tries() > 1 && (!known || rule == ClusterRule.UNREACHABLE) ? ClusterRule.GAVE_UP : rule;
    }

    /**
     * Whether the object is valid, but has fields that cannot be changed, and nothing else is wrong. Only then does it help to
     * delete it and to make it anew.
     */
    public static boolean isImmutable(ApiFailure failure) {
        List<FieldError> errors = FieldErrors.of(failure);
        return failure.status() == 422
                && !errors.isEmpty()
                && errors.stream().allMatch(error -> error.rule() == ClusterRule.IMMUTABLE_FIELD);
    }

    /** Whether it is about the object that was sent; otherwise every other request would fail in the same way. */
    public static boolean isAboutObject(ApiFailure failure) {
        return switch (rule(failure)) {
            case UNREACHABLE, UNTRUSTED, UNAUTHORIZED, NO_CREDENTIALS, UNUSABLE_PROXY, GAVE_UP -> false;
            default -> true;
        };
    }

    /** Whether the namespace that the object is to be in does not exist. */
    public static boolean isNamespaceMissing(ApiFailure failure) {
        return rule(failure) == ClusterRule.NAMESPACE_MISSING;
    }

    /** The fields of a conflict; empty if it is none. */
    public static List<OwnedField> conflicts(ApiFailure failure) {
        if (!failure.isConflict()) {
            return List.of();
        }
        return failure.causes().stream()
                .filter(cause -> cause.reason().equals("FieldManagerConflict"))
                .map(cause -> new OwnedField(cause.field(), manager(cause.message())))
                .toList();
    }

    private static String manager(String message) {
        Matcher owner = OWNER.matcher(message);
        return owner.find() ? owner.group(1) : message;
    }

    private static ClusterRule unsent(ApiFailure failure) {
        return switch (failure.reason()) {
            case Reasons.UNTRUSTED -> ClusterRule.UNTRUSTED;
            case Reasons.NO_CREDENTIALS -> ClusterRule.NO_CREDENTIALS;
            case Reasons.PROXY -> ClusterRule.UNUSABLE_PROXY;
            case Reasons.INTERRUPTED -> ClusterRule.REFUSED;
            default -> ClusterRule.UNREACHABLE;
        };
    }

    private static ClusterRule said(ApiFailure failure) {
        if (failure.isConflict()) {
            return ClusterRule.CONFLICT;
        }
        String message = failure.message();
        for (Phrase phrase : Phrase.values()) {
            if (phrase.isIn(message)) {
                return phrase.rule();
            }
        }
        List<FieldError> errors = FieldErrors.of(failure);
        if (!errors.isEmpty()) {
            return errors.get(0).rule();
        }
        return switch (failure.status()) {
            case 401 -> ClusterRule.UNAUTHORIZED;
            case 403 -> ClusterRule.FORBIDDEN;
            case 404 -> failure.reason().equals(Reasons.NOT_SERVED) ? ClusterRule.KIND_NOT_SERVED : ClusterRule.REFUSED;
            case 407 -> ClusterRule.UNUSABLE_PROXY;
            case 413 -> ClusterRule.TOO_LARGE;
            case 422 -> ClusterRule.INVALID_VALUE;
            default -> failure.kind() == Kind.UNKNOWN ? ClusterRule.UNREACHABLE : ClusterRule.REFUSED;
        };
    }
}
