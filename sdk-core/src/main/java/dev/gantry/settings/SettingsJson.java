package dev.gantry.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Settings as JSON trees: keys in the order of the record's components, scalars in the form that the component wants. */
final class SettingsJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Place NOWHERE = new Place(null, "");

    private SettingsJson() {}

    /** The tree of settings that were bound without a finding. */
    static ObjectNode of(Shape.Group shape, Node.Mapping mapping) {
        ObjectNode tree = NODES.objectNode();
        for (Shape.Field field : shape.fields()) {
            Node value = mapping.value(field.name());
            if (value != null && !isNull(value)) {
                tree.set(field.name(), tree(field.shape().required(), value));
            }
        }
        return tree;
    }

    private static JsonNode tree(Shape shape, Node node) {
        if (shape instanceof Shape.Group group && node instanceof Node.Mapping mapping) {
            return of(group, mapping);
        }
        if (shape instanceof Shape.MapOf map && node instanceof Node.Mapping mapping) {
            ObjectNode tree = NODES.objectNode();
            mapping.entries()
                    .forEach((key, entry) -> tree.set(key, tree(map.value().required(), entry.value())));
            return tree;
        }
        if (shape instanceof Shape.ListOf list && node instanceof Node.Sequence sequence) {
            ArrayNode tree = NODES.arrayNode();
            sequence.elements().forEach(element -> tree.add(tree(list.element().required(), element)));
            return tree;
        }
        if (shape instanceof Shape.Value value && node instanceof Node.Scalar scalar && !scalar.isNull()) {
            return scalar(value, scalar);
        }
        return NODES.nullNode();
    }

    private static JsonNode scalar(Shape.Value value, Node.Scalar scalar) {
        String text = scalar.text().strip();
        return switch (value.form()) {
            case WHOLE -> whole(new BigInteger(text));
            case DECIMAL -> {
                BigDecimal number = new BigDecimal(text);
                yield number.scale() <= 0 ? whole(number.toBigInteger()) : DecimalNode.valueOf(number);
            }
            case BOOLEAN -> NODES.booleanNode(text.equalsIgnoreCase("true"));
            case CONSTANT -> NODES.textNode(value.canonical(scalar));
            case TEXT, GROUP, LIST, MAP -> NODES.textNode(scalar.text());
        };
    }

    private static JsonNode whole(BigInteger number) {
        return number.bitLength() < 32
                ? NODES.numberNode(number.intValue())
                : number.bitLength() < 64 ? NODES.numberNode(number.longValue()) : NODES.numberNode(number);
    }

    private static boolean isNull(Node node) {
        return node instanceof Node.Scalar scalar && scalar.isNull();
    }

    /** The tree as a file would have it; a field that is {@code null} is as if it was not there. */
    static Node.Mapping node(ObjectNode tree) {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        tree.properties().forEach(field -> {
            Node value = node(field.getValue());
            if (value != null) {
                entries.put(field.getKey(), new Node.Entry(NOWHERE, value));
            }
        });
        return new Node.Mapping(NOWHERE, entries);
    }

    private static @Nullable Node node(JsonNode tree) {
        if (tree instanceof ObjectNode object) {
            return node(object);
        }
        if (tree instanceof ArrayNode array) {
            List<Node> elements = new ArrayList<>(array.size());
            for (JsonNode element : array) {
                Node node = node(element);
                elements.add(node == null ? new Node.Scalar(NOWHERE, Node.Kind.NULL, "") : node);
            }
            return new Node.Sequence(NOWHERE, elements);
        }
        if (tree.isNull()) {
            return null;
        }
        Node.Kind kind = tree.isBoolean()
                ? Node.Kind.BOOLEAN
                : tree.isIntegralNumber() ? Node.Kind.WHOLE : tree.isNumber() ? Node.Kind.DECIMAL : Node.Kind.TEXT;
        String text = tree.isNumber() && !tree.isIntegralNumber()
                ? tree.decimalValue().toPlainString()
                : tree.asText();
        return new Node.Scalar(NOWHERE, kind, text);
    }
}
