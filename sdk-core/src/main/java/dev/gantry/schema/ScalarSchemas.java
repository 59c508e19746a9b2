package dev.gantry.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The schemas of types that are written as one text, number or truth value. */
final class ScalarSchemas {

    /**
     * As {@link Duration#parse} reads it, {@code PT1H30M}, with so many digits at most that it cannot overflow. The format
     * "duration" is Go's, and not this one.
     */
    static final String DURATION = "^[+-]?P(D|(D)?T(H|(H)?M|(H)?(M)?S))$"
            .replace("D", "[+-]?[0-9]{1,13}D")
            .replace("H", "[+-]?[0-9]{1,15}H")
            .replace("M", "[+-]?[0-9]{1,16}M")
            .replace("S", "[+-]?[0-9]{1,18}([.][0-9]{0,9})?S");

    /** As Kubernetes reads it. */
    static final String QUANTITY = "^[+-]?([0-9]+([.][0-9]*)?|[.][0-9]+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]+)?$";

    /** Type, and the format after a colon where there is one. */
    private static final Map<Class<?>, String> SIMPLE = Map.ofEntries(
            Map.entry(String.class, "string"),
            Map.entry(CharSequence.class, "string"),
            Map.entry(boolean.class, "boolean"),
            Map.entry(Boolean.class, "boolean"),
            Map.entry(byte.class, "integer"),
            Map.entry(Byte.class, "integer"),
            Map.entry(short.class, "integer"),
            Map.entry(Short.class, "integer"),
            Map.entry(int.class, "integer"),
            Map.entry(Integer.class, "integer"),
            Map.entry(long.class, "integer"),
            Map.entry(Long.class, "integer"),
            Map.entry(BigInteger.class, "integer"),
            Map.entry(float.class, "number"),
            Map.entry(Float.class, "number"),
            Map.entry(double.class, "number"),
            Map.entry(Double.class, "number"),
            Map.entry(BigDecimal.class, "number"),
            Map.entry(Number.class, "number"),
            Map.entry(byte[].class, "string:byte"),
            Map.entry(Instant.class, "string:date-time"),
            Map.entry(ZonedDateTime.class, "string:date-time"),
            Map.entry(OffsetDateTime.class, "string:date-time"),
            Map.entry(Date.class, "string:date-time"),
            Map.entry(LocalDate.class, "string:date"),
            Map.entry(LocalDateTime.class, "string"),
            Map.entry(LocalTime.class, "string"),
            Map.entry(Period.class, "string"),
            Map.entry(ZoneId.class, "string"),
            Map.entry(Locale.class, "string"),
            Map.entry(Path.class, "string"),
            Map.entry(URI.class, "string"),
            Map.entry(URL.class, "string:uri"),
            Map.entry(UUID.class, "string:uuid"));

    private ScalarSchemas() {}

    /** The schema of a class; {@code null} if its values are no scalars. */
    static @Nullable ObjectNode of(Class<?> type) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        String simple = SIMPLE.get(type);
        if (simple != null) {
            int colon = simple.indexOf(':');
            schema.put("type", colon < 0 ? simple : simple.substring(0, colon));
            if (colon > 0) {
                schema.put("format", simple.substring(colon + 1));
            }
            return schema;
        }
        if (type == char.class || type == Character.class) {
            return schema.put("type", "string").put("minLength", 1).put("maxLength", 1);
        }
        if (type == Duration.class) {
            return schema.put("type", "string").put("pattern", DURATION);
        }
        if (type.isEnum()) {
            return enumeration(type, schema);
        }
        // By name: the values of programs know the packages that know this one, and fabric8's need not be loaded.
        return switch (type.getName()) {
            case "dev.gantry.Image" -> schema.put("type", "string");
            case "dev.gantry.Quantity" -> intOrString(schema).put("pattern", QUANTITY);
            case "io.fabric8.kubernetes.api.model.Quantity" ->
                intOrString(schema).put("pattern", QUANTITY);
            case "io.fabric8.kubernetes.api.model.IntOrString" -> intOrString(schema);
            case "io.fabric8.kubernetes.api.model.MicroTime" ->
                schema.put("type", "string").put("format", "date-time");
            case "io.fabric8.kubernetes.api.model.Duration" ->
                schema.put("type", "string").put("format", "duration");
            default -> null;
        };
    }

    private static ObjectNode intOrString(ObjectNode schema) {
        ArrayNode alternatives = schema.putArray("anyOf");
        alternatives.addObject().put("type", "integer");
        alternatives.addObject().put("type", "string");
        return schema.put("x-kubernetes-int-or-string", true);
    }

    private static ObjectNode enumeration(Class<?> type, ObjectNode schema) {
        ArrayNode words = schema.putArray("enum");
        boolean numbers = true;
        for (JsonNode word : EnumWords.of(type)) {
            words.add(word);
            numbers &= word.isIntegralNumber();
        }
        return schema.put("type", numbers && !words.isEmpty() ? "integer" : "string");
    }
}
