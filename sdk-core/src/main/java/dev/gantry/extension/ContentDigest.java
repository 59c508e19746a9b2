package dev.gantry.extension;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.bundle.Digest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Computes what {@link ContentHash} stands for: the SHA-256 over the JSON that Go's encoder makes of a ConfigMap. */
public final class ContentDigest {

    private ContentDigest() {}

    /** The hash of the content of a ConfigMap's tree. */
    public static String of(ObjectNode configMap) {
        StringBuilder json = new StringBuilder();
        write(configMap.get("data"), json);
        JsonNode binary = configMap.get("binaryData");
        if (binary != null && !binary.isEmpty()) {
            write(binary, json);
        }
        String digest = Digest.sha256(json.toString().getBytes(StandardCharsets.UTF_8));
        return digest.substring(digest.indexOf(':') + 1);
    }

    private static void write(@Nullable JsonNode map, StringBuilder json) {
        List<String> keys = new ArrayList<>();
        if (map != null) {
            map.fieldNames().forEachRemaining(keys::add);
        }
        keys.sort((a, b) ->
                Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8)));
        json.append('{');
        for (int i = 0; i < keys.size(); i++) {
            if (i > 0) {
                json.append(',');
            }
            text(keys.get(i), json);
            json.append(':');
            text(map == null ? "" : map.path(keys.get(i)).asText(), json);
        }
        json.append('}');
    }

    /** A string as Go's {@code encoding/json} writes it, with its escapes for HTML. */
    private static void text(String text, StringBuilder json) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                case '\b' -> json.append("\\b");
                case '\f' -> json.append("\\f");
                default -> {
                    if (c < 0x20 || c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029') {
                        json.append("\\u").append(HexFormat.of().toHexDigits(c));
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        json.append('"');
    }
}
