package dev.gantry.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.extension.GoDuration;
import dev.gantry.extension.Leaf;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Records as trees, in the form in which a file of settings would have them. */
public final class RecordTree {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private RecordTree() {}

    /**
     * The tree of a value that settings can have: a record, a list, a map with texts as keys, or a scalar. What is {@code null} or an
     * empty {@link Optional} is left out of a record, and keys of maps are sorted. What has its own class is written as its text.
     */
    public static JsonNode of(@Nullable Object value) {
        if (value == null) {
            return NODES.nullNode();
        }
        if (value instanceof Leaf leaf) {
            return leaf.toJson();
        }
        if (value instanceof Record record) {
            return record(record);
        }
        if (value instanceof Optional<?> optional) {
            return of(optional.orElse(null));
        }
        if (value instanceof Iterable<?> elements) {
            ArrayNode list = NODES.arrayNode();
            elements.forEach(element -> list.add(of(element)));
            return list;
        }
        if (value instanceof Map<?, ?> entries) {
            Map<String, JsonNode> sorted = new TreeMap<>();
            entries.forEach((key, entry) -> sorted.put(String.valueOf(key), of(entry)));
            return NODES.objectNode().setAll(sorted);
        }
        return scalar(value);
    }

    private static ObjectNode record(Record record) {
        ObjectNode tree = NODES.objectNode();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            JsonNode value = of(value(component, record));
            if (!value.isNull()) {
                tree.set(component.getName(), value);
            }
        }
        return tree;
    }

    private static JsonNode scalar(Object value) {
        if (value instanceof Boolean truth) {
            return NODES.booleanNode(truth);
        }
        if (value instanceof Integer number) {
            return NODES.numberNode(number);
        }
        if (value instanceof Long number) {
            return NODES.numberNode(number);
        }
        if (value instanceof Double number) {
            return NODES.numberNode(number);
        }
        if (value instanceof BigInteger number) {
            return NODES.numberNode(number);
        }
        if (value instanceof BigDecimal number) {
            return NODES.numberNode(number);
        }
        if (value instanceof Number number) {
            return NODES.numberNode(number.longValue());
        }
        if (value instanceof Duration duration) {
            return NODES.textNode(GoDuration.text(duration));
        }
        return NODES.textNode(value instanceof Enum<?> constant ? Values.written(constant) : value.toString());
    }

    private static @Nullable Object value(RecordComponent component, Record record) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The component " + component + " cannot be read", e);
        }
    }
}
