package dev.gantry.kustomize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.check.Manifest;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Copies of trees that can be changed, and that are equal whenever they print alike: the trees of a program may hold an
 * {@code int} where those that are read have a {@code long}, and texts that know more than their letters.
 */
final class PlainTree {

    /** Up to here, a {@code double} holds every whole number: JSON does not tell 1.0 from 1. */
    private static final double EXACT = 1L << 53;

    private PlainTree() {}

    static List<ObjectNode> copies(List<Manifest> manifests) {
        List<ObjectNode> copies = new ArrayList<>(manifests.size());
        manifests.forEach(manifest -> copies.add(copy(manifest.tree())));
        return copies;
    }

    static ObjectNode copy(ObjectNode tree) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : tree.properties()) {
            copy.set(field.getKey(), copy(field.getValue()));
        }
        return copy;
    }

    static JsonNode copy(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> copy((ObjectNode) node);
            case ARRAY -> {
                ArrayNode copy = JsonNodeFactory.instance.arrayNode(node.size());
                for (Iterator<JsonNode> items = node.elements(); items.hasNext(); ) {
                    copy.add(copy(items.next()));
                }
                yield copy;
            }
            case STRING -> TextNode.valueOf(node.textValue());
            case NUMBER -> number(node);
            default -> node;
        };
    }

    private static JsonNode number(JsonNode node) {
        if (!node.isIntegralNumber()) {
            double value = node.doubleValue();
            boolean whole = value == Math.rint(value) && Math.abs(value) <= EXACT;
            return whole ? LongNode.valueOf((long) value) : DoubleNode.valueOf(value);
        }
        return node.canConvertToLong()
                ? LongNode.valueOf(node.longValue())
                : BigIntegerNode.valueOf(node.bigIntegerValue());
    }
}
