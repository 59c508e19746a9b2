package dev.gantry.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.extension.Re2;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** What a schema says of numbers and texts, and of how many a list or an object holds. */
final class ScalarRules {

    private ScalarRules() {}

    /** What is wrong with a value, as the end of a sentence that begins with it; {@code null} if nothing is. */
    static @Nullable String problem(JsonNode schema, JsonNode value) {
        if (value.isNumber()) {
            String problem = number(schema, value.decimalValue());
            return problem == null ? Formats.problem(schema.path("format").asText(), value) : problem;
        }
        return value.isTextual() ? text(schema, value) : null;
    }

    private static @Nullable String number(JsonNode schema, BigDecimal value) {
        JsonNode least = schema.get("minimum");
        if (least != null) {
            boolean exclusive = schema.path("exclusiveMinimum").asBoolean();
            int order = value.compareTo(least.decimalValue());
            if (order < 0 || (exclusive && order == 0)) {
                return exclusive ? "is not above " + least.asText() : "is below " + least.asText();
            }
        }
        JsonNode most = schema.get("maximum");
        if (most != null) {
            boolean exclusive = schema.path("exclusiveMaximum").asBoolean();
            int order = value.compareTo(most.decimalValue());
            if (order > 0 || (exclusive && order == 0)) {
                return exclusive ? "is not below " + most.asText() : "is above " + most.asText();
            }
        }
        JsonNode step = schema.get("multipleOf");
        boolean off = step != null
                && step.decimalValue().signum() > 0
                && value.remainder(step.decimalValue()).signum() != 0;
        return off ? "is no multiple of " + step.asText() : null;
    }

    private static @Nullable String text(JsonNode schema, JsonNode value) {
        String text = value.textValue();
        int length = text.codePointCount(0, text.length());
        Optional<String> size = count(schema, "Length", length);
        if (size.isPresent()) {
            return size.get();
        }
        JsonNode pattern = schema.get("pattern");
        if (pattern != null && !matches(pattern.asText(), text)) {
            return "does not match " + pattern.asText();
        }
        return Formats.problem(schema.path("format").asText(), value);
    }

    /** What is wrong with how many there are. */
    static Optional<String> count(JsonNode schema, String of, int count) {
        String unit = switch (of) {
            case "Length" -> "characters";
            case "Items" -> "items";
            default -> "fields";
        };
        JsonNode least = schema.get("min" + of);
        if (least != null && count < least.asLong()) {
            return Optional.of("has " + count + " " + unit + ", and needs " + least.asLong() + " at least");
        }
        JsonNode most = schema.get("max" + of);
        return most != null && count > most.asLong()
                ? Optional.of("has " + count + " " + unit + ", and may have " + most.asLong() + " at most")
                : Optional.empty();
    }

    /** As a server has it: anywhere in the text, unless the expression says otherwise. */
    private static boolean matches(String pattern, String text) {
        if (Re2.problem(pattern) != null) {
            return true; // a finding about the definition says so
        }
        try {
            return Pattern.compile(pattern).matcher(text).find();
        } catch (PatternSyntaxException e) {
            return true; // what RE2 knows, and Java does not
        }
    }

    /** Whether two values are one: numbers by what they are worth. */
    static boolean same(JsonNode one, JsonNode other) {
        return (one.isNumber() && other.isNumber())
                ? one.decimalValue().compareTo(other.decimalValue()) == 0
                : one.equals(other);
    }
}
