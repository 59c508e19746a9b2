package dev.gantry.testing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Manifest;
import dev.gantry.extension.Leaf;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions over one field of a manifest. With {@code satisfies(...)} and conditions, the field is a
 * {@link JsonNode}, a missing one if it is not there.
 */
public final class FieldAssert extends AbstractAssert<FieldAssert, JsonNode> {

    private final Manifest manifest;
    private final String path;
    private final String problem;

    private FieldAssert(Manifest manifest, String path, FieldLookup found) {
        super(found.node(), FieldAssert.class);
        this.manifest = manifest;
        this.path = path;
        this.problem = found.problem();
    }

    static FieldAssert of(Manifest manifest, String prefix, JsonNode tree, String field) {
        return new FieldAssert(manifest, prefix.isEmpty() ? field : prefix + "." + field, FieldLookup.of(tree, field));
    }

    /**
     * Verifies the field's value.
     *
     * @param expected a text, number, boolean, value of the SDK such as {@code Quantity}, or a list or map of them;
     *     {@code null} for an explicit null. Text and number are never equal: a port {@code 80} is not {@code "80"}.
     */
    @Override
    public FieldAssert isEqualTo(@Nullable Object expected) {
        exists();
        Object wanted = plain(expected);
        Object found = plain(actual);
        if (wanted == null ? found != null : !wanted.equals(found)) {
            String message = "Expected " + path + " to be " + show(wanted) + ", but it is " + Shown.value(actual)
                    + Shown.line(manifest, path) + ".";
            throw failureWithActualExpected(found, wanted, "%s", Shown.with(message, manifest));
        }
        return this;
    }

    /** Verifies that the field has another value, or is not there. */
    @Override
    public FieldAssert isNotEqualTo(@Nullable Object other) {
        Object found = plain(actual);
        Object unwanted = plain(other);
        boolean equal = !actual.isMissingNode() && (unwanted == null ? found == null : unwanted.equals(found));
        if (equal) {
            throw fail("Expected " + path + " not to be " + show(unwanted) + ", but it is" + Shown.line(manifest, path)
                    + ".");
        }
        return this;
    }

    /** Verifies that the field is there, with whatever value. */
    public FieldAssert exists() {
        if (actual.isMissingNode()) {
            throw fail("Expected the field " + path + ", but " + problem + ".");
        }
        return this;
    }

    /** Verifies that the field is not there. */
    public FieldAssert isAbsent() {
        if (!actual.isMissingNode()) {
            throw fail("Expected no field " + path + ", but it is " + Shown.value(actual) + Shown.line(manifest, path)
                    + ".");
        }
        return this;
    }

    /** Verifies how many items a list has, or how many fields an object has. */
    public FieldAssert hasSize(int expected) {
        exists();
        if (actual.size() != expected) {
            throw fail("Expected " + path + " to have the size " + expected + ", but it has " + actual.size()
                    + Shown.line(manifest, path) + ".");
        }
        return this;
    }

    /** Verifies that the field is a text with this in it. */
    public FieldAssert contains(String text) {
        exists();
        if (!actual.isTextual() || !actual.textValue().contains(text)) {
            throw fail("Expected " + path + " to contain " + Shown.quoted(text) + ", but it is " + Shown.value(actual)
                    + Shown.line(manifest, path) + ".");
        }
        return this;
    }

    private AssertionError fail(String message) {
        return failure("%s", Shown.with(message, manifest));
    }

    private static String show(@Nullable Object plain) {
        return plain instanceof String text ? Shown.quoted(text) : String.valueOf(plain);
    }

    /** Texts, numbers as {@code BigDecimal}, booleans, lists and maps, whatever they were before. */
    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof JsonNode node) {
            return plain(node);
        } else if (value instanceof Leaf leaf) {
            return plain(leaf.toJson());
        } else if (value instanceof Number number) {
            return decimal(new BigDecimal(number.toString()));
        } else if (value instanceof Iterable<?> items) {
            return items(items);
        } else if (value instanceof Map<?, ?> entries) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            entries.forEach((key, item) -> map.put(String.valueOf(key), plain(item)));
            return map;
        }
        return value;
    }

    private static @Nullable Object plain(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> node.textValue();
            case NUMBER -> decimal(node.decimalValue());
            case BOOLEAN -> node.booleanValue();
            case ARRAY -> items(node);
            case OBJECT -> entries(node);
            default -> null;
        };
    }

    private static List<@Nullable Object> items(Iterable<?> items) {
        List<@Nullable Object> list = new ArrayList<>();
        items.forEach(item -> list.add(plain(item)));
        return list;
    }

    private static Map<String, @Nullable Object> entries(JsonNode object) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        object.properties().forEach(entry -> map.put(entry.getKey(), plain(entry.getValue())));
        return map;
    }

    /** 3 and 3.0 are the same number. */
    private static BigDecimal decimal(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
