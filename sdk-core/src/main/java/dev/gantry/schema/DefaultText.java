package dev.gantry.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads the text of an annotation as a value of its schema's type. */
final class DefaultText {

    private DefaultText() {}

    /** The value; {@code null} if the text is none of that type. */
    static @Nullable JsonNode read(String text, ObjectNode schema) {
        return switch (schema.path("type").asText()) {
            case "string" -> TextNode.valueOf(text);
            case "boolean" ->
                text.equals("true") || text.equals("false") ? BooleanNode.valueOf(text.equals("true")) : null;
            case "integer" -> whole(text);
            case "number" -> number(text);
            case "array" -> json(text) instanceof ArrayNode list ? list : null;
            case "object" -> json(text) instanceof ObjectNode object ? object : null;
            default -> schema.has("x-kubernetes-int-or-string") ? intOrString(text) : json(text);
        };
    }

    private static JsonNode intOrString(String text) {
        JsonNode whole = whole(text);
        return whole == null ? TextNode.valueOf(text) : whole;
    }

    private static @Nullable JsonNode whole(String text) {
        try {
            return JavaValue.whole(Long.parseLong(text.strip()));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable JsonNode number(String text) {
        try {
            JsonNode whole = whole(text);
            return whole == null ? DecimalNode.valueOf(new BigDecimal(text.strip())) : whole;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable JsonNode json(String text) {
        try {
            return JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build()
                    .readTree(text);
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
