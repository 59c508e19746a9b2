package dev.gantry.settings;

/** What a scalar without quotes is to readers of YAML 1.1, save that numbers to the base of 60 are texts here. */
final class PlainScalar {

    private PlainScalar() {}

    static Node.Kind kind(String text) {
        return switch (text) {
            case "", "~", "null", "Null", "NULL" -> Node.Kind.NULL;
            case "true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON" -> Node.Kind.BOOLEAN;
            case "false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF" -> Node.Kind.BOOLEAN;
            case ".nan", ".NaN", ".NAN" -> Node.Kind.DECIMAL;
            default -> number(text);
        };
    }

    private static Node.Kind number(String text) {
        int start = text.charAt(0) == '+' || text.charAt(0) == '-' ? 1 : 0;
        return switch (text.substring(start)) {
            case ".inf", ".Inf", ".INF" -> Node.Kind.DECIMAL;
            default ->
                isWhole(text, start) ? Node.Kind.WHOLE : isDecimal(text, start) ? Node.Kind.DECIMAL : Node.Kind.TEXT;
        };
    }

    private static boolean isWhole(String text, int start) {
        int length = text.length();
        if (start == length) {
            return false;
        }
        if (text.charAt(start) != '0') {
            return text.charAt(start) != '_' && end(text, start, 10) == length;
        }
        if (start + 1 == length) {
            return true;
        }
        return switch (text.charAt(start + 1)) {
            case 'b' -> start + 2 < length && end(text, start + 2, 2) == length;
            case 'x' -> start + 2 < length && end(text, start + 2, 16) == length;
            default -> end(text, start + 1, 8) == length;
        };
    }

    /** Digits with a point, an exponent, or both. */
    private static boolean isDecimal(String text, int start) {
        int length = text.length();
        if (start == length) {
            return false;
        }
        boolean whole = isDigit(text, start);
        int at = whole ? end(text, start, 10) : start;
        boolean point = at < length && text.charAt(at) == '.';
        if (point) {
            at = end(text, at + 1, 10);
        }
        if (!whole && (!point || at == start + 1)) {
            return false;
        }
        if (at < length && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            int digits = at + 1;
            if (digits < length && (text.charAt(digits) == '+' || text.charAt(digits) == '-')) {
                digits++;
            }
            at = digits;
            while (isDigit(text, at)) {
                at++;
            }
            return at > digits && at == length;
        }
        return point && at == length;
    }

    private static boolean isDigit(String text, int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    /** Where digits and underscores end. */
    private static int end(String text, int start, int radix) {
        int at = start;
        while (at < text.length()
                && (text.charAt(at) == '_'
                        || (text.charAt(at) < 128 && Character.digit(text.charAt(at), radix) >= 0))) {
            at++;
        }
        return at;
    }
}
