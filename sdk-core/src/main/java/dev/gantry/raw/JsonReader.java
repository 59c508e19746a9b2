package dev.gantry.raw;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Flaw;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a file of JSON objects, one after another. */
final class JsonReader {

    private static final JsonFactory JSON = new JsonFactory();

    private final JsonParser parser;
    private final boolean tracing;
    private final Mistakes mistakes;
    private Map<String, Position> lines = new HashMap<>();
    private List<ManifestDocument.Doubt> doubts = new ArrayList<>(0);

    private JsonReader(JsonParser parser, boolean tracing, Mistakes mistakes) {
        this.parser = parser;
        this.tracing = tracing;
        this.mistakes = mistakes;
    }

    static List<ManifestDocument> read(String text, boolean tracing, Mistakes mistakes) {
        List<ManifestDocument> documents = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(text)) {
            JsonReader reader = new JsonReader(parser, tracing, mistakes);
            while (parser.nextToken() != null) {
                Position start = reader.position();
                JsonNode root = reader.value(Step.ROOT);
                documents.add(new ManifestDocument(root, start, reader.lines, reader.doubts));
                reader.lines = new HashMap<>();
                reader.doubts = new ArrayList<>(0);
            }
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            mistakes.add(
                    RawRule.SYNTAX,
                    at == null ? new Position(1, 1) : new Position(at.getLineNr(), at.getColumnNr()),
                    "This is not valid JSON: " + firstLine(e.getOriginalMessage()),
                    "Look at this line and the one before it.");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return documents;
    }

    private JsonNode value(Step step) throws IOException {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(step);
            case START_ARRAY -> list(step);
            case VALUE_STRING -> TextNode.valueOf(parser.getText());
            case VALUE_TRUE -> BooleanNode.TRUE;
            case VALUE_FALSE -> BooleanNode.FALSE;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(step);
            default -> NullNode.getInstance();
        };
    }

    private JsonNode number(Step step) throws IOException {
        String text = parser.getText();
        JsonNode value = Scalars.number(text);
        if (value == null) {
            mistakes.add(
                    RawRule.VALUE,
                    position(),
                    text + " is too large for a number.",
                    "Write it between quotes if a text is meant.");
            return NullNode.getInstance();
        }
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT && !value.isInt() && !value.isLong()) {
            Flaw flaw = new Flaw(
                    RawRule.PRECISION,
                    text + " has more than 64 bits: Kubernetes keeps " + value + ".",
                    "Write it between quotes if a text is meant.");
            doubts.add(new ManifestDocument.Doubt(step.path(), position(), flaw));
        }
        return value;
    }

    private ArrayNode list(Step step) throws IOException {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Step item = step.item(list.size());
            trace(item, position());
            list.add(value(item));
        }
        return list;
    }

    private ObjectNode object(Step step) throws IOException {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        Map<String, Position> written = new HashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            Position position = position();
            Step child = step.child(key);
            trace(child, position);
            parser.nextToken();
            JsonNode value = value(child);
            Position other = written.putIfAbsent(key, position);
            if (other == null) {
                object.set(key, value);
            } else {
                mistakes.add(
                        RawRule.DUPLICATE_KEY,
                        position,
                        "The key \"" + key + "\" is there twice.",
                        "Remove one of the two.",
                        other,
                        "it is here first");
            }
        }
        return object;
    }

    private Position position() {
        JsonLocation at = parser.currentTokenLocation();
        return new Position(at.getLineNr(), at.getColumnNr());
    }

    private void trace(Step step, Position position) {
        if (tracing || step.isItemOfList()) {
            lines.put(step.path(), position);
        }
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        String line = end < 0 ? message : message.substring(0, end);
        return line.endsWith(".") ? line : line + ".";
    }
}
