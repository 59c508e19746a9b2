package dev.gantry.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What annotations say of the values of one property or item, written to its schema. */
final class Constraints {

    private final Annotations annotations;
    private final ObjectNode schema;
    private final String type;
    private final List<String> complaints = new ArrayList<>();

    /** Where annotations are looked up. */
    @FunctionalInterface
    interface Annotations {
        /** The annotation; {@code null} if there is none. */
        <A extends Annotation> @Nullable A of(Class<A> type);
    }

    /** The constraints for values of this schema. */
    Constraints(Annotations annotations, ObjectNode schema) {
        this.annotations = annotations;
        this.schema = schema;
        this.type = schema.path("type").asText();
    }

    /** Whether a value has to be there. */
    static boolean isRequired(Annotations annotations) {
        JsonProperty property = annotations.of(JsonProperty.class);
        return annotations.of(Required.class) != null || (property != null && property.required());
    }

    /** What does not suit the type, each as the end of a sentence that begins with the property. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** What to do about complaints. */
    String hint() {
        return "@Min and @Max are for numbers, @Pattern for texts, @Size for texts, lists and maps; @Default takes the value"
                + " as text, objects and lists as JSON.";
    }

    void write() {
        bound(annotations.of(Min.class));
        bound(annotations.of(Max.class));
        Pattern pattern = annotations.of(Pattern.class);
        if (pattern != null && suits("Pattern", type.equals("string"))) {
            schema.put("pattern", pattern.value());
        }
        Size size = annotations.of(Size.class);
        if (size != null) {
            size(size);
        }
        if (annotations.of(io.fabric8.generator.annotation.Nullable.class) != null) {
            schema.put("nullable", true);
        }
        Default given = annotations.of(Default.class);
        JsonProperty property = annotations.of(JsonProperty.class);
        if (given != null) {
            preset(given.value());
        } else if (property != null && !property.defaultValue().isEmpty()) {
            preset(property.defaultValue());
        }
    }

    private void bound(@Nullable Annotation bound) {
        if (bound == null || !suits(bound.annotationType().getSimpleName(), isNumber())) {
            return;
        }
        boolean least = bound instanceof Min;
        double value = bound instanceof Min min ? min.value() : ((Max) bound).value();
        boolean inclusive = bound instanceof Min min ? min.inclusive() : ((Max) bound).inclusive();
        if (!Double.isFinite(value)) {
            complaints.add("has the bound " + value + ", which JSON does not know");
            return;
        }
        JsonNode known = schema.get(least ? "minimum" : "maximum");
        int order = known == null ? 0 : known.decimalValue().compareTo(BigDecimal.valueOf(value));
        if (least ? order > 0 : order < 0) {
            return; // the type cannot hold that much
        }
        schema.set(least ? "minimum" : "maximum", number(value));
        if (!inclusive) {
            schema.put(least ? "exclusiveMinimum" : "exclusiveMaximum", true);
        }
    }

    private boolean isNumber() {
        return type.equals("integer") || type.equals("number");
    }

    /** A whole number as such: {@code 10}, and not {@code 10.0}. */
    private static JsonNode number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1L << 53
                ? JavaValue.whole((long) value)
                : DecimalNode.valueOf(BigDecimal.valueOf(value));
    }

    private void size(Size size) {
        String[] keywords = switch (type) {
            case "string" -> new String[] {"minLength", "maxLength"};
            case "array" -> new String[] {"minItems", "maxItems"};
            case "object" -> new String[] {"minProperties", "maxProperties"};
            default -> new String[0];
        };
        if (suits("Size", keywords.length > 0)) {
            if (size.min() > 0) {
                schema.set(keywords[0], JavaValue.whole(size.min()));
            }
            if (size.max() < Long.MAX_VALUE) {
                schema.set(keywords[1], JavaValue.whole(size.max()));
            }
        }
    }

    private void preset(String text) {
        JsonNode value = DefaultText.read(text, schema);
        if (value == null) {
            String wanted = type.isEmpty() ? "a value" : type;
            complaints.add("has the default \"" + text + "\", which is no " + wanted);
        } else {
            schema.set("default", value);
        }
    }

    private boolean suits(String annotation, boolean suits) {
        if (!suits) {
            complaints.add("has @" + annotation + ", which says nothing about "
                    + (type.isEmpty() ? "a value of any type" : "a value of type " + type));
        }
        return suits;
    }
}
