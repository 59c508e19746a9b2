package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** What the endpoints of both sorts of monitors have in common. */
final class Scrapes {

    private Scrapes() {}

    /** Whether a port of a container is the one that is meant by a name or a number. */
    static boolean isPort(JsonNode port, JsonNode wanted) {
        return wanted.isTextual()
                ? port.path("name").asText().equals(wanted.asText())
                : port.path("containerPort").asInt() == wanted.asInt();
    }

    /** The {@code job} label after an endpoint's own relabelling; {@code null} if that leaves it unknown. */
    static @Nullable String job(JsonNode endpoint, @Nullable String given) {
        String job = given;
        for (JsonNode relabeling : endpoint.path("relabelings")) {
            job = relabeled(relabeling, job);
        }
        for (JsonNode relabeling : endpoint.path("metricRelabelings")) {
            job = relabeled(relabeling, job);
        }
        return job;
    }

    private static @Nullable String relabeled(JsonNode relabeling, @Nullable String job) {
        return switch (relabeling.path("action").asText("replace").toLowerCase(Locale.ROOT)) {
            case "replace", "hashmod", "lowercase", "uppercase" -> {
                boolean ofJob = relabeling.path("targetLabel").asText().equals("job");
                boolean constant = relabeling.path("sourceLabels").isEmpty()
                        && relabeling.has("replacement")
                        && !relabeling.path("replacement").asText().contains("$")
                        && !relabeling.has("regex");
                yield ofJob ? (constant ? relabeling.path("replacement").asText() : null) : job;
            }
            case "labeldrop" -> Boolean.FALSE.equals(isJob(relabeling)) ? job : null;
            case "labelkeep" -> Boolean.TRUE.equals(isJob(relabeling)) ? job : null;
            case "labelmap" -> null;
            default -> job;
        };
    }

    /** Whether the pattern of a relabelling takes the name {@code job}; {@code null} if that cannot be told. */
    private static @Nullable Boolean isJob(JsonNode relabeling) {
        try {
            return Pattern.matches(relabeling.path("regex").asText(), "job");
        } catch (PatternSyntaxException e) {
            return null; // Prometheus' expressions are Go's, which differ a little from Java's
        }
    }
}
