package dev.gantry.raw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * What a plain scalar of YAML means to {@code kubectl}: YAML 1.1 as the Go library reads it, which differs from the
 * specification (octal {@code 0o17}, no base 60, {@code y} is true), and after it JSON with 64-bit integers and floats.
 */
final class Scalars {

    private Scalars() {}

    /** The value; {@code null} for an infinite number or one that is none, which JSON cannot hold. */
    static @Nullable JsonNode plain(String text) {
        switch (text) {
            case "", "~", "null", "Null", "NULL" -> {
                return NullNode.getInstance();
            }
            case "y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON" -> {
                return BooleanNode.TRUE;
            }
            case "n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF" -> {
                return BooleanNode.FALSE;
            }
            case ".inf",
                    ".Inf",
                    ".INF",
                    "+.inf",
                    "+.Inf",
                    "+.INF",
                    "-.inf",
                    "-.Inf",
                    "-.INF",
                    ".nan",
                    ".NaN",
                    ".NAN" -> {
                return null;
            }
            default -> {
                JsonNode number = number(text);
                return number == null ? TextNode.valueOf(text) : number;
            }
        }
    }

    /** Whether YAML 1.2 reads a text where {@code kubectl} reads a truth value. */
    static boolean isOldBoolean(String text) {
        return switch (text) {
            case "y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "n", "N", "no", "No", "NO", "off", "Off", "OFF" ->
                true;
            default -> false;
        };
    }

    /** The number that a text is; {@code null} if it is none. */
    static @Nullable JsonNode number(String text) {
        char first = text.charAt(0);
        boolean signed = first == '+' || first == '-';
        if (!signed && first != '.' && (first < '0' || first > '9')) {
            return null;
        }
        String plain = text.indexOf('_') < 0 ? text : text.replace("_", "");
        if (first != '.') {
            BigInteger whole = integer(plain, signed);
            if (whole != null && whole.bitLength() < 64) {
                return integer(whole.longValue());
            }
        }
        return isFloat(plain) ? real(Double.parseDouble(plain)) : null;
    }

    /** A number of JSON as Kubernetes keeps it: an integer of 64 bits where it is one; {@code null} if it is infinite. */
    static @Nullable JsonNode real(double value) {
        if (Double.isInfinite(value)) {
            return null;
        }
        if (value != Math.rint(value) || Math.abs(value) >= 1e21) {
            return DoubleNode.valueOf(value);
        }
        if (Math.abs(value) < 0x1p63) {
            return integer((long) value);
        }
        return JsonNodeFactory.instance.numberNode(new BigDecimal(Double.toString(value)).toBigInteger());
    }

    static JsonNode integer(long value) {
        return value == (int) value ? IntNode.valueOf((int) value) : LongNode.valueOf(value);
    }

    /** Go's {@code strconv.ParseInt(text, 0, 64)}, for any size. */
    private static @Nullable BigInteger integer(String text, boolean signed) {
        int at = signed ? 1 : 0;
        int radix = 10;
        if (text.length() > at + 1 && text.charAt(at) == '0') {
            radix = switch (text.charAt(at + 1)) {
                case 'x', 'X' -> 16;
                case 'b', 'B' -> 2;
                default -> 8;
            };
            char second = text.charAt(at + 1);
            at += radix != 8 || second == 'o' || second == 'O' ? 2 : 1;
        }
        if (at == text.length()) {
            return null;
        }
        for (int i = at; i < text.length(); i++) {
            if (text.charAt(i) > 'f' || Character.digit(text.charAt(i), radix) < 0) {
                return null;
            }
        }
        BigInteger value = new BigInteger(text.substring(at), radix);
        return text.charAt(0) == '-' ? value.negate() : value;
    }

    /** Matches {@code [-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?}. */
    private static boolean isFloat(String text) {
        int length = text.length();
        int at = text.charAt(0) == '+' || text.charAt(0) == '-' ? 1 : 0;
        int whole = digits(text, at);
        int end = whole;
        if (end < length && text.charAt(end) == '.') {
            end = digits(text, end + 1);
            if (whole == at && end == whole + 1) {
                return false;
            }
        } else if (whole == at) {
            return false;
        }
        if (end < length && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
            int exponent = end + 1;
            if (exponent < length && (text.charAt(exponent) == '+' || text.charAt(exponent) == '-')) {
                exponent++;
            }
            end = digits(text, exponent);
            if (end == exponent) {
                return false;
            }
        }
        return end == length;
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
