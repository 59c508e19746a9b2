package dev.gantry.fake.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reading, writing and walking trees. */
public final class Json {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static final ObjectMapper STRICT = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private Json() {}

    /** An empty object. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** An empty list. */
    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** Reads JSON. */
    public static JsonNode read(byte[] json) throws IOException {
        return MAPPER.readTree(json);
    }

    /** Reads JSON that is known to be right. */
    public static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads JSON or YAML; a missing node if it is neither. */
    public static JsonNode readLeniently(byte[] content) {
        try {
            return MAPPER.readTree(content);
        } catch (IOException e) {
            try {
                return YamlText.read(content).tree();
            } catch (YamlText.Malformed malformed) {
                return MissingNode.getInstance();
            }
        }
    }

    /** Reads one YAML document that is known to be right. */
    public static ObjectNode yaml(String yaml) {
        try {
            return (ObjectNode)
                    YamlText.read(yaml.getBytes(StandardCharsets.UTF_8)).tree();
        } catch (YamlText.Malformed e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A parser of JSON, for what a tree does not show. */
    public static JsonParser parser(byte[] json) throws IOException {
        return MAPPER.getFactory().createParser(json);
    }

    /** Reads JSON; fails if a key is there twice. */
    public static JsonNode readStrictly(byte[] json) throws IOException {
        return STRICT.readTree(json);
    }

    /** Writes JSON in one line. */
    public static byte[] write(JsonNode tree) {
        try {
            return MAPPER.writeValueAsBytes(tree);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is at the end of a path; a missing node if there is nothing. */
    public static JsonNode at(JsonNode tree, String... path) {
        JsonNode node = tree;
        for (String step : path) {
            node = node.path(step);
        }
        return node;
    }

    /** The text at the end of a path; empty if there is none. */
    public static String text(JsonNode tree, String... path) {
        return at(tree, path).asText("");
    }

    /** The object at the end of a path, which is made if there is none. */
    public static ObjectNode objectAt(ObjectNode tree, String... path) {
        ObjectNode node = tree;
        for (String step : path) {
            JsonNode next = node.get(step);
            node = next instanceof ObjectNode object ? object : node.putObject(step);
        }
        return node;
    }

    /** Removes what is at the end of a path, and tells what it was. */
    public static JsonNode remove(ObjectNode tree, String... path) {
        JsonNode node = tree;
        for (int i = 0; i < path.length - 1; i++) {
            node = node.path(path[i]);
        }
        JsonNode removed = node instanceof ObjectNode object ? object.remove(path[path.length - 1]) : null;
        return removed == null ? MissingNode.getInstance() : removed;
    }

    /** The objects of a list; empty if it is none. */
    public static List<ObjectNode> objects(JsonNode list) {
        List<ObjectNode> objects = new ArrayList<>();
        for (JsonNode item : list) {
            if (item instanceof ObjectNode object) {
                objects.add(object);
            }
        }
        return objects;
    }

    /** Whether there is nothing, or only an empty list or object. */
    public static boolean isEmpty(JsonNode node) {
        return node.isMissingNode() || node.isNull() || (node.isContainerNode() && node.isEmpty());
    }
}
