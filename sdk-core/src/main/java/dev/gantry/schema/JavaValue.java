package dev.gantry.schema;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.extension.Flaw;
import dev.gantry.extension.Leaf;
import dev.gantry.extension.Problem;
import dev.gantry.field.FieldPath;
import dev.gantry.raw.ModelTree;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Writes Java objects as the trees that their classes' schemas describe: properties in the order in which they are declared,
 * without those that are {@code null}. Sets and maps without an order of their own are sorted.
 */
public final class JavaValue {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEPEST = 100;

    private final List<Problem> problems = new ArrayList<>();

    /** A writer that has found nothing so far. */
    public JavaValue() {}

    /** What was found wrong with the values, each at its path. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /**
     * The tree of an object.
     *
     * @param path where it will stand, such as {@code spec}
     * @return {@code null} for nothing
     */
    public @Nullable JsonNode write(@Nullable Object value, String path) {
        return write(value, path, 0);
    }

    /** As a reader of the manifest would have it, so that trees can be compared. */
    static JsonNode whole(long value) {
        return value == (int) value ? NODES.numberNode((int) value) : NODES.numberNode(value);
    }

    private @Nullable JsonNode write(@Nullable Object value, String path, int depth) {
        if (depth > DEEPEST) {
            problem(SchemaRule.CYCLE, path, "The object contains itself.", "Leave the way back out, with @JsonIgnore.");
            return null;
        }
        if (value == null) {
            return null;
        }
        if (value instanceof JsonNode node) {
            return node.deepCopy();
        }
        if (value instanceof Leaf leaf) {
            leaf.flaws().forEach(flaw -> problems.add(new Problem(path, flaw, null)));
            return leaf.toJson();
        }
        if (value instanceof Optional<?> optional) {
            return write(optional.orElse(null), path, depth);
        }
        if (value instanceof Collection<?> items) {
            return list(items, path, depth);
        }
        if (value instanceof Map<?, ?> map) {
            return map(map, path, depth);
        }
        if (value.getClass().isArray() && !(value instanceof byte[])) {
            List<@Nullable Object> items = new ArrayList<>();
            for (int i = 0; i < Array.getLength(value); i++) {
                items.add(Array.get(value, i));
            }
            return list(items, path, depth);
        }
        JsonNode scalar = scalar(value, path);
        return scalar == null ? object(value, path, depth) : scalar;
    }

    private @Nullable JsonNode scalar(Object value, String path) {
        if (value instanceof CharSequence || value instanceof Character) {
            return NODES.textNode(value.toString());
        }
        if (value instanceof Boolean truth) {
            return NODES.booleanNode(truth);
        }
        if (value instanceof Number number) {
            return number(number, path);
        }
        if (value instanceof Enum<?> constant) {
            return EnumWords.of(constant);
        }
        if (value instanceof byte[] bytes) {
            return NODES.textNode(java.util.Base64.getEncoder().encodeToString(bytes));
        }
        if (value instanceof ZonedDateTime time) {
            return NODES.textNode(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time));
        }
        if (value instanceof OffsetDateTime time) {
            return NODES.textNode(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time));
        }
        if (value instanceof Date date) {
            return NODES.textNode(date.toInstant().toString());
        }
        if (value instanceof Locale locale) {
            return NODES.textNode(locale.toLanguageTag());
        }
        if (value instanceof OptionalInt number) {
            return number.isPresent() ? whole(number.getAsInt()) : NODES.missingNode();
        }
        if (value instanceof OptionalLong number) {
            return number.isPresent() ? whole(number.getAsLong()) : NODES.missingNode();
        }
        if (value instanceof OptionalDouble number) {
            return number.isPresent() ? number(number.getAsDouble(), path) : NODES.missingNode();
        }
        boolean text = ScalarSchemas.of(value.getClass()) != null
                || value instanceof java.nio.file.Path
                || value instanceof java.time.ZoneId;
        return text && !FreeForm.isModel(value.getClass()) ? NODES.textNode(value.toString()) : null;
    }

    private JsonNode number(Number number, String path) {
        if (number instanceof BigInteger integer) {
            return integer.bitLength() < 64 ? whole(integer.longValue()) : NODES.numberNode(integer);
        }
        if (number instanceof Double || number instanceof Float) {
            double value = number.doubleValue();
            if (!Double.isFinite(value)) {
                problem(SchemaRule.VALUE, path, number + " is no number of JSON.", "Give a finite number.");
                return NODES.missingNode();
            }
            return decimal(new BigDecimal(number.toString()));
        }
        return number instanceof BigDecimal decimal ? decimal(decimal) : whole(number.longValue());
    }

    private static JsonNode decimal(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        return plain.scale() <= 0 && plain.precision() - plain.scale() < 19
                ? whole(plain.longValueExact())
                : DecimalNode.valueOf(plain);
    }

    private ArrayNode list(Collection<?> items, String path, int depth) {
        List<JsonNode> written = new ArrayList<>();
        for (Object item : items) {
            JsonNode node = write(item, FieldPath.item(path, written.size()), depth + 1);
            if (node == null || node.isMissingNode()) {
                problems.add(new Problem(FieldPath.item(path, written.size()), Flaw.missing(), null));
            } else {
                written.add(node);
            }
        }
        boolean ordered = !(items instanceof Set)
                || items instanceof LinkedHashSet
                || items instanceof SortedSet
                || items instanceof EnumSet;
        if (!ordered) {
            written.sort(Comparator.comparing(JsonNode::toString));
        }
        ArrayNode list = NODES.arrayNode();
        written.forEach(list::add);
        return list;
    }

    private ObjectNode map(Map<?, ?> map, String path, int depth) {
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        map.forEach((key, value) -> entries.put(key(key, path, depth), value));
        List<String> keys = new ArrayList<>(entries.keySet());
        if (!(map instanceof LinkedHashMap || map instanceof SortedMap || map instanceof EnumMap)) {
            keys.sort(Comparator.naturalOrder());
        }
        ObjectNode object = NODES.objectNode();
        for (String key : keys) {
            JsonNode node = write(entries.get(key), FieldPath.child(path, key), depth + 1);
            if (node != null && !node.isMissingNode()) {
                object.set(key, node);
            }
        }
        return object;
    }

    private String key(@Nullable Object key, String path, int depth) {
        JsonNode text = write(key, path, depth + 1);
        return text != null && text.isValueNode() ? text.asText() : String.valueOf(key);
    }

    private @Nullable JsonNode object(Object value, String path, int depth) {
        Class<?> type = value.getClass();
        if (FreeForm.isModel(type) || type.isAnnotationPresent(JsonSerialize.class)) {
            return ModelTree.of(value);
        }
        if (type.getName().startsWith("java.")) {
            problem(
                    SchemaRule.TYPE,
                    path,
                    "The form of a " + type.getSimpleName() + " in JSON is not known.",
                    "Pass a text, a number, a record or a class with getters, a list or a map.");
            return null;
        }
        AccessibleObject only = EnumWords.valueOf(type);
        if (only != null) {
            return write(
                    ask(type.getSimpleName(), path, () -> {
                        only.setAccessible(true);
                        return only instanceof Field field ? field.get(value) : ((Method) only).invoke(value);
                    }),
                    path,
                    depth + 1);
        }
        ObjectNode object = NODES.objectNode();
        for (JavaProperty property : JavaProperties.of(JavaType.of(type)).all()) {
            String at = FieldPath.child(path, property.name());
            JsonNode node = write(ask(property.toString(), at, () -> property.of(value)), at, depth + 1);
            if (node != null && !node.isMissingNode() && !isLeftOut(property, type, node)) {
                object.set(property.name(), node);
            }
        }
        return object;
    }

    /** Whether the class says that such an empty value is not written. */
    private static boolean isLeftOut(JavaProperty property, Class<?> type, JsonNode node) {
        JsonInclude include = property.annotation(JsonInclude.class);
        include = include == null ? type.getAnnotation(JsonInclude.class) : include;
        boolean empty = (node.isContainerNode() && node.isEmpty())
                || (node.isTextual() && node.textValue().isEmpty());
        return empty && include != null && include.value() == JsonInclude.Include.NON_EMPTY;
    }

    /** Asks the author's code for a value. */
    private interface Question {
        @Nullable
        Object answer() throws InvocationTargetException, IllegalAccessException;
    }

    private @Nullable Object ask(String what, String path, Question question) {
        try {
            return question.answer();
        } catch (InvocationTargetException e) {
            problem(SchemaRule.SPEC, path, what + " threw " + e.getCause() + ".", "Answer a value, or null for none.");
        } catch (IllegalAccessException | InaccessibleObjectException e) {
            problem(
                    SchemaRule.SPEC,
                    path,
                    what + " is not open to Gantry.",
                    "Open its package in the module-info, or make the class public.");
        }
        return null;
    }

    private void problem(SchemaRule rule, String path, String message, String hint) {
        problems.add(new Problem(path, new Flaw(rule, message, hint), null));
    }
}
