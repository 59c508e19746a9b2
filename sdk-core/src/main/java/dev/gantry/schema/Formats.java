package dev.gantry.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.extension.Syntax;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The formats that a server looks at, as far as they are sure; it passes over those that it does not know. */
final class Formats {

    private static final Pattern UUID =
            Pattern.compile("(?i)[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}");
    private static final Pattern DURATION = Pattern.compile(
            "[+-]?(0|(([0-9]+([.][0-9]*)?|[.][0-9]+)(ns|us|µs|μs|ms|s|m|h))+)|[0-9]+([.][0-9]+)? *[a-zµ]+");

    private Formats() {}

    /** What is wrong with a value, as the end of a sentence that begins with it; {@code null} if nothing is. */
    static @Nullable String problem(String format, JsonNode value) {
        if (value.isNumber()) {
            return switch (format) {
                case "int32" -> value.canConvertToInt() ? null : "does not fit in 32 bits";
                case "int64" -> value.canConvertToLong() ? null : "does not fit in 64 bits";
                default -> null;
            };
        }
        return value.isTextual() && !isOf(format, value.textValue()) ? "is no " + name(format) : null;
    }

    private static boolean isOf(String format, String text) {
        return switch (format) {
            case "date-time", "datetime" -> isTime(text);
            case "date" -> isDate(text);
            case "byte" -> isBase64(text);
            case "uuid" -> UUID.matcher(text).matches();
            case "duration" -> DURATION.matcher(text).matches();
            case "ipv4" -> Syntax.IP_ADDRESS.problem(text) == null && !text.contains(":");
            case "ipv6" -> Syntax.IP_ADDRESS.problem(text) == null && text.contains(":");
            case "cidr" -> Syntax.CIDR.problem(text) == null;
            default -> true;
        };
    }

    private static String name(String format) {
        return switch (format) {
            case "date-time", "datetime" -> "time such as 2030-01-31T08:00:00Z";
            case "date" -> "date such as 2030-01-31";
            case "byte" -> "Base64";
            case "uuid" -> "UUID";
            case "duration" -> "duration such as 1h30m";
            case "ipv4" -> "IP address of version 4";
            case "ipv6" -> "IP address of version 6";
            default -> "block of IP addresses";
        };
    }

    private static boolean isTime(String text) {
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isBase64(String text) {
        try {
            Base64.getDecoder().decode(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
