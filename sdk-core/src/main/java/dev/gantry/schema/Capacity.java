package dev.gantry.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * What a Java type can hold, said in a schema: a server keeps out what the class of a custom resource could not be read from. A
 * format of numbers is checked by servers, which reject what does not fit.
 */
final class Capacity {

    private static final String CLOCK = "([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.][0-9]{1,9})?)?";
    private static final String DAY = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";
    private static final String ZONE = "([Zz]|[+-](0[0-9]|1[0-7]):[0-5][0-9])";

    /** The format takes commas, any number of digits and any offset, which Java does not. */
    static final String TIME = "^" + DAY + "[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?" + ZONE + "$";

    /** As {@link Period#parse} reads it, with so many digits at most that it cannot overflow. */
    static final String PERIOD = "^[+-]?P(Y|(Y)?M|(Y)?(M)?W|(Y)?(M)?(W)?D)$"
            .replace("Y", "[+-]?[0-9]{1,9}Y")
            .replace("M", "[+-]?[0-9]{1,9}M")
            .replace("W", "[+-]?[0-9]{1,8}W")
            .replace("D", "[+-]?[0-9]{1,9}D");

    /** With dashes: the format takes them without, too. */
    static final String IDENTIFIER = "^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$";

    /** Not all that is wrong with one, but what is wrong most often. */
    static final String ADDRESS = "^([^\\x00-\\x20\"<>\\\\^`{|}%]|%[0-9A-Fa-f]{2})*$";

    private static final Map<Class<?>, String> FORMATS = Map.of(
            int.class, "int32",
            Integer.class, "int32",
            OptionalInt.class, "int32",
            long.class, "int64",
            Long.class, "int64",
            OptionalLong.class, "int64");

    private static final Map<Class<?>, String> PATTERNS = Map.ofEntries(
            Map.entry(Instant.class, TIME),
            Map.entry(ZonedDateTime.class, TIME),
            Map.entry(OffsetDateTime.class, TIME),
            Map.entry(Date.class, TIME),
            Map.entry(LocalDateTime.class, "^" + DAY + "T" + CLOCK + "$"),
            Map.entry(LocalTime.class, "^" + CLOCK + "$"),
            Map.entry(Period.class, PERIOD),
            Map.entry(UUID.class, IDENTIFIER),
            Map.entry(URI.class, ADDRESS),
            Map.entry(URL.class, "^(file|ftp|https?|jar|jmod|jrt|mailto):"),
            Map.entry(Path.class, "^[^:\\x00]*$"),
            // Java's characters beyond these are two.
            Map.entry(char.class, "^[^\\x{10000}-\\x{10FFFF}]$"),
            Map.entry(Character.class, "^[^\\x{10000}-\\x{10FFFF}]$"));

    private Capacity() {}

    /** Adds to the schema of a type what the type can hold. */
    static void write(Class<?> type, ObjectNode schema) {
        String format = FORMATS.get(type);
        if (format != null) {
            schema.put("format", format);
        }
        String pattern = PATTERNS.get(type);
        if (pattern != null) {
            schema.put("pattern", pattern);
        }
        if (type == byte.class || type == Byte.class) {
            schema.put("minimum", (int) Byte.MIN_VALUE).put("maximum", (int) Byte.MAX_VALUE);
        } else if (type == short.class || type == Short.class) {
            schema.put("minimum", (int) Short.MIN_VALUE).put("maximum", (int) Short.MAX_VALUE);
        } else if (type.getName().equals("io.fabric8.kubernetes.api.model.IntOrString")) {
            schema.put("minimum", Integer.MIN_VALUE).put("maximum", Integer.MAX_VALUE);
        }
    }

    /** Leaves out a format of numbers that bounds on both sides make needless. */
    static void settle(ObjectNode schema) {
        boolean needless = switch (schema.path("format").asText()) {
            case "int32" -> isWithin(schema, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case "int64" -> isWithin(schema, Long.MIN_VALUE, Long.MAX_VALUE);
            default -> false;
        };
        if (needless) {
            schema.remove("format");
        }
    }

    private static boolean isWithin(ObjectNode schema, long least, long most) {
        JsonNode minimum = schema.path("minimum");
        JsonNode maximum = schema.path("maximum");
        return minimum.isNumber()
                && maximum.isNumber()
                && minimum.decimalValue().compareTo(BigDecimal.valueOf(least)) >= 0
                && maximum.decimalValue().compareTo(BigDecimal.valueOf(most)) <= 0;
    }
}
