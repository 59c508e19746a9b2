package dev.gantry.engine.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.engine.cluster.ApiFailure.Cause;
import dev.gantry.engine.cluster.ApiFailure.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the API calls a Status, and what comes in its place from whoever stands between.
 *
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/status/">Status</a>
 */
final class StatusReader {

    /** More than the API ever says, but for texts that quote a whole object. */
    private static final int LONGEST = 4_000;

    private StatusReader() {}

    static ApiFailure failure(Answer answer) {
        int status = answer.status();
        JsonNode body = answer.body();
        boolean spoken = body.path("kind").asText("").equals("Status");
        Secrets secrets = answer.call().secrets();
        String message = spoken ? body.path("message").asText("") : foreign(answer);
        return new ApiFailure(
                switch (status) {
                    case 407 -> Kind.NOT_SENT; // It is the proxy who says so.
                    case 504 -> Kind.UNKNOWN;
                    default -> Kind.REFUSED;
                },
                answer.call().action(),
                status,
                reason(answer, spoken),
                cut(secrets.masked(message)),
                causes(body.path("details").path("causes"), secrets),
                retryAfter(answer));
    }

    private static String reason(Answer answer, boolean spoken) {
        if (answer.status() == 404 && !answer.isAbsent()) {
            return Reasons.NOT_SERVED;
        }
        String reason = answer.body().path("reason").asText("");
        if (spoken && !reason.isEmpty()) {
            return reason;
        }
        return switch (answer.status()) {
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 407 -> Reasons.PROXY;
            case 409 -> Reasons.CONFLICT;
            case 413 -> "RequestEntityTooLarge";
            case 429 -> "TooManyRequests";
            case 503 -> "ServiceUnavailable";
            case 504 -> "Timeout";
            default -> "";
        };
    }

    private static List<Cause> causes(JsonNode causes, Secrets secrets) {
        List<Cause> all = new ArrayList<>();
        for (JsonNode cause : causes) {
            all.add(new Cause(
                    cause.path("reason").asText(""),
                    cut(secrets.masked(cause.path("message").asText(""))),
                    cause.path("field").asText("")));
        }
        return all;
    }

    /** A proxy, a load balancer or a gateway answers with a page, of which the words are enough. */
    private static String foreign(Answer answer) {
        String text = answer.body().isTextual()
                ? answer.body().asText()
                : answer.body().toString();
        String words = text.replaceAll("(?s)<(script|style)\\b.*?</\\1>|<[^>]*>", " ")
                .replaceAll("\\s+", " ")
                .strip();
        return words.isEmpty() ? "HTTP status " + answer.status() : words;
    }

    private static @Nullable Duration retryAfter(Answer answer) {
        int seconds = answer.body().path("details").path("retryAfterSeconds").asInt(0);
        if (answer.retryAfter().matches("[0-9]{1,6}")) {
            seconds = Math.max(seconds, Integer.parseInt(answer.retryAfter()));
        }
        return seconds > 0 ? Duration.ofSeconds(seconds) : null;
    }

    private static String cut(String words) {
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "...";
    }
}
