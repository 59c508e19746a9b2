package dev.gantry.engine.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/** Whether a live object is what came of a request that got no answer. */
final class Sameness {

    /** What the server sets, whatever is sent. */
    private static final Set<String> OF_SERVER = Set.of("resourceVersion", "managedFields", "generation", "uid");

    private Sameness() {}

    /** Whether the object has everything that was sent; the server may have added more. */
    static boolean isResultOf(JsonNode sent, JsonNode live) {
        for (Map.Entry<String, JsonNode> field : sent.properties()) {
            JsonNode now = live.path(field.getKey());
            boolean same = switch (field.getKey()) {
                case "metadata" -> has(field.getValue(), now, true);
                case "stringData" -> hasTexts(field.getValue(), live.path("data"));
                case "status" -> true;
                default -> has(field.getValue(), now, false);
            };
            if (!same) {
                return false;
            }
        }
        return true;
    }

    private static boolean has(JsonNode sent, JsonNode live, boolean metadata) {
        if (sent.isObject()) {
            return sent.properties().stream()
                    .filter(field -> !metadata || !OF_SERVER.contains(field.getKey()))
                    .allMatch(field -> has(field.getValue(), live.path(field.getKey()), false));
        }
        if (sent.isArray()) {
            boolean same = live.size() >= sent.size();
            for (int i = 0; same && i < sent.size(); i++) {
                same = has(sent.get(i), live.get(i), false);
            }
            return same;
        }
        return sent.isNull() ? live.isMissingNode() || live.isNull() : isText(sent.asText(), live.asText());
    }

    /** A server adds zeros to the fraction of a second. */
    private static boolean isText(String sent, String live) {
        if (sent.equals(live)) {
            return true;
        }
        try {
            return Instant.parse(sent).equals(Instant.parse(live));
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static boolean hasTexts(JsonNode sent, JsonNode data) {
        return sent.properties().stream()
                .allMatch(field -> Base64.getEncoder()
                        .encodeToString(field.getValue().asText().getBytes(StandardCharsets.UTF_8))
                        .equals(data.path(field.getKey()).asText()));
    }
}
