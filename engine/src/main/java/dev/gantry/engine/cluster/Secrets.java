package dev.gantry.engine.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What must not be seen of a server's words about a Secret. A server echoes values that it does not like: {@code .data.x:
 * expected string, got &value.valueUnstructured{Value:12345}}.
 */
final class Secrets {

    private static final String MASK = "***";
    private static final Secrets NONE = new Secrets(false, List.of());

    /** What the API prints of a value, up to the words that follow it. */
    private static final Pattern ECHO = Pattern.compile(
            "(?s)((?:Invalid|Unsupported|Duplicate) value: )(?:\"(?:[^\"\\\\]|\\\\.)*\"|[^:]*)|\\bgot .*");

    private final boolean secret;
    private final List<String> values;

    private Secrets(boolean secret, List<String> values) {
        this.secret = secret;
        this.values = values;
    }

    /** Nothing is secret. */
    static Secrets none() {
        return NONE;
    }

    /** What is secret in the body of a request for an object of this kind. */
    static Secrets of(ApiResource resource, JsonNode body) {
        if (!resource.kind().equals("Secret") || !resource.group().isEmpty()) {
            return NONE;
        }
        Set<String> found = new LinkedHashSet<>();
        if (body.isArray()) {
            body.forEach(operation -> collect(operation.path("value"), found));
        } else {
            collect(body.path("data"), found);
            collect(body.path("stringData"), found);
        }
        List<String> longestFirst = new ArrayList<>(found);
        longestFirst.sort(Comparator.comparing(String::length).reversed());
        return new Secrets(true, longestFirst);
    }

    /** The words without what is secret. */
    String masked(String words) {
        if (!secret) {
            return words;
        }
        String masked = ECHO.matcher(words)
                .replaceAll(match ->
                        match.group(1) == null ? "got " + MASK : match.group(1).replace("$", "\\$") + MASK);
        for (String value : values) {
            masked = masked.replace(value, MASK);
        }
        return masked;
    }

    /** Values of one or two characters occur in any text; where the API echoes them, they are masked all the same. */
    private static void collect(JsonNode node, Set<String> into) {
        if (node.isContainerNode()) {
            node.forEach(child -> collect(child, into));
            return;
        }
        String text = node.asText("");
        if (text.length() > 2) {
            into.add(text);
            into.add(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
            decoded(text, into);
        }
    }

    private static void decoded(String text, Set<String> into) {
        try {
            String plain = new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
            if (plain.length() > 2) {
                into.add(plain);
            }
        } catch (IllegalArgumentException e) {
            // It is no base64, so there is nothing behind it.
        }
    }
}
