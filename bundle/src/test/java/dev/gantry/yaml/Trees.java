package dev.gantry.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.jspecify.annotations.Nullable;

/** Arbitrary trees, and one form for trees and for what readers make of them, in which they can be compared. */
final class Trees {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** The fields of a map in their order. */
    record Fields(List<Map.Entry<String, Comparison>> entries) {}

    /** A comparable value: fields, list, string, number, boolean or null. */
    record Comparison(@Nullable Object value) {}

    private Trees() {}

    static Arbitrary<JsonNode> any() {
        return Arbitraries.recursive(Trees::leaves, Trees::collections, 0, 4);
    }

    private static Arbitrary<JsonNode> leaves() {
        return Arbitraries.oneOf(
                Texts.any().map(NODES::textNode),
                Texts.any().map(NODES::textNode),
                Arbitraries.integers().map(NODES::numberNode),
                Arbitraries.longs().map(NODES::numberNode),
                Arbitraries.bigIntegers().map(i -> (JsonNode) NODES.numberNode(i.shiftLeft(40))),
                Arbitraries.doubles().map(NODES::numberNode),
                Arbitraries.of(1e10, 1e-7, -0.5, 100.0, 1e22, 12345678.9, Double.MAX_VALUE, Double.MIN_VALUE)
                        .map(NODES::numberNode),
                Arbitraries.of("1.20", "1E+3", "0.00000001", "100", "-2.5E-9")
                        .map(d -> NODES.numberNode(new BigDecimal(d))),
                Arbitraries.of(true, false).map(NODES::booleanNode),
                Arbitraries.of(NODES.nullNode(), NODES.objectNode(), NODES.arrayNode()));
    }

    private static Arbitrary<JsonNode> collections(Arbitrary<JsonNode> inner) {
        Arbitrary<JsonNode> maps = Arbitraries.maps(Texts.any(), inner)
                .ofMaxSize(4)
                .map(fields -> {
                    ObjectNode map = NODES.objectNode();
                    fields.forEach(map::set);
                    return map;
                });
        Arbitrary<JsonNode> lists = inner.list().ofMaxSize(4).map(items -> {
            ArrayNode list = NODES.arrayNode();
            items.forEach(list::add);
            return list;
        });
        return Arbitraries.oneOf(maps, lists, inner);
    }

    static Comparison of(JsonNode node) {
        if (node instanceof ObjectNode map) {
            List<Map.Entry<String, Comparison>> entries = new ArrayList<>();
            map.properties().forEach(entry -> entries.add(Map.entry(entry.getKey(), of(entry.getValue()))));
            return new Comparison(new Fields(entries));
        }
        if (node instanceof ArrayNode list) {
            List<Comparison> items = new ArrayList<>();
            list.forEach(item -> items.add(of(item)));
            return new Comparison(items);
        }
        return switch (node.getNodeType()) {
            case NUMBER -> new Comparison(number(node.numberValue()));
            case BOOLEAN -> new Comparison(node.booleanValue());
            case NULL -> new Comparison(null);
            default -> new Comparison(node.textValue());
        };
    }

    /** What a YAML library made of a document. */
    static Comparison of(@Nullable Object read) {
        if (read instanceof Map<?, ?> map) {
            List<Map.Entry<String, Comparison>> entries = new ArrayList<>();
            map.forEach((key, value) -> entries.add(Map.entry((String) key, of(value))));
            return new Comparison(new Fields(entries));
        }
        if (read instanceof List<?> list) {
            List<Comparison> items = new ArrayList<>();
            list.forEach(item -> items.add(of(item)));
            return new Comparison(items);
        }
        return new Comparison(read instanceof Number number ? number(number) : read);
    }

    private static BigDecimal number(Number number) {
        BigDecimal decimal = number instanceof BigInteger || number instanceof BigDecimal || number instanceof Double
                ? new BigDecimal(number.toString())
                : BigDecimal.valueOf(number.longValue());
        return decimal.stripTrailingZeros();
    }
}
