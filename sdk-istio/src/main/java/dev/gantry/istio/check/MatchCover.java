package dev.gantry.istio.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gantry.check.Selectors;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether all that one condition of a route matches, another matches too. It says so only where that is certain: of two
 * expressions, only if they are the same.
 */
final class MatchCover {

    /** A condition that matches everything, for routes that have none. */
    static final JsonNode ALL = JsonNodeFactory.instance.objectNode();

    private static final Set<String> ANY_TEXT = Set.of(".*", ".+", "^.*$", "/.*", "^/.*$", "^/.*", "/*");

    private MatchCover() {}

    /** The conditions of a route; one that matches everything, if it has none. */
    static List<JsonNode> conditions(JsonNode route) {
        JsonNode match = route.path("match");
        List<JsonNode> all = new ArrayList<>(match.size());
        match.forEach(all::add);
        return all.isEmpty() ? List.of(ALL) : all;
    }

    /** Whether one condition matches all that the other matches. */
    static boolean covers(JsonNode one, JsonNode other) {
        return coversUri(one, other)
                && coversText(one.path("scheme"), other.path("scheme"))
                && coversText(one.path("method"), other.path("method"))
                && coversText(one.path("authority"), other.path("authority"))
                && coversAll(lowerCase(one.path("headers")), lowerCase(other.path("headers")))
                && coversAll(one.path("queryParams"), other.path("queryParams"))
                && hasAll(one.path("withoutHeaders"), other.path("withoutHeaders"))
                && isSame(one, other, "port")
                && isSame(one, other, "sourceNamespace")
                && isSame(one, other, "sourceSubnet")
                && Selectors.contains(other.path("sourceLabels"), one.path("sourceLabels"))
                && listCovers(one.path("gateways"), other.path("gateways"))
                && listCovers(one.path("destinationSubnets"), other.path("destinationSubnets"))
                && coversHosts(one.path("sniHosts"), other.path("sniHosts"));
    }

    private static boolean coversUri(JsonNode one, JsonNode other) {
        JsonNode uri = one.path("uri");
        String regex = uri.path("regex").asText();
        if (uri.isEmpty() || uri.path("prefix").asText().equals("/") || ANY_TEXT.contains(regex)) {
            return true;
        }
        boolean anyCase = one.path("ignoreUriCase").asBoolean();
        if (other.path("ignoreUriCase").asBoolean() && !anyCase) {
            return false;
        }
        return coversText(uri, other.path("uri"), anyCase && regex.isEmpty());
    }

    private static boolean coversText(JsonNode one, JsonNode other) {
        return coversText(one, other, false);
    }

    private static boolean coversText(JsonNode one, JsonNode other, boolean anyCase) {
        if (one.isMissingNode()) {
            return true;
        }
        if (other.isMissingNode()) {
            return false;
        }
        if (one.isEmpty()
                || (one.has("regex") && ANY_TEXT.contains(one.path("regex").asText()) && !other.isEmpty())) {
            return true; // it only has to be there
        }
        if (one.has("prefix")) {
            String written = other.has("exact") ? text(other, "exact", anyCase) : text(other, "prefix", anyCase);
            return written != null && written.startsWith(String.valueOf(text(one, "prefix", anyCase)));
        }
        String field = one.has("exact") ? "exact" : "regex";
        String text = text(one, field, anyCase);
        return text != null && text.equals(text(other, field, anyCase));
    }

    private static @Nullable String text(JsonNode match, String field, boolean anyCase) {
        String text = match.path(field).textValue();
        return text == null || !anyCase ? text : text.toLowerCase(Locale.ROOT);
    }

    private static boolean coversAll(JsonNode one, JsonNode other) {
        for (Map.Entry<String, JsonNode> entry : one.properties()) {
            if (!coversText(entry.getValue(), other.path(entry.getKey()))) {
                return false;
            }
        }
        return true;
    }

    /** Names of headers are the same in either case. */
    private static JsonNode lowerCase(JsonNode headers) {
        var names = JsonNodeFactory.instance.objectNode();
        headers.properties().forEach(entry -> names.set(entry.getKey().toLowerCase(Locale.ROOT), entry.getValue()));
        return names;
    }

    private static boolean hasAll(JsonNode one, JsonNode other) {
        for (Map.Entry<String, JsonNode> entry : one.properties()) {
            if (!entry.getValue().equals(other.path(entry.getKey()))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSame(JsonNode one, JsonNode other, String field) {
        return !one.has(field)
                || one.path(field).asText().equals(other.path(field).asText());
    }

    private static boolean listCovers(JsonNode one, JsonNode other) {
        if (one.isEmpty()) {
            return true;
        }
        Set<String> known = new HashSet<>();
        one.forEach(item -> known.add(item.asText()));
        for (JsonNode item : other) {
            if (!known.contains(item.asText())) {
                return false;
            }
        }
        return !other.isEmpty();
    }

    private static boolean coversHosts(JsonNode one, JsonNode other) {
        if (one.isEmpty()) {
            return true;
        }
        for (JsonNode host : other) {
            boolean covered = false;
            for (JsonNode pattern : one) {
                covered |= MeshHosts.covers(pattern.asText(), host.asText());
            }
            if (!covered) {
                return false;
            }
        }
        return !other.isEmpty();
    }
}
