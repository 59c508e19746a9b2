package dev.gantry.engine.problem;

/** The value in front of what a server says of it: {@code Invalid value: {"a":"b"}: field is immutable}. */
final class EchoedValue {

    private static final String MARK = " value: ";

    private EchoedValue() {}

    /** The words without the value, which may have any words in it itself. */
    static String without(String message) {
        int mark = message.indexOf(MARK);
        if (mark < 0 || mark > "Unsupported".length()) {
            return message;
        }
        int start = mark + MARK.length();
        int end = end(message, start);
        // Expressions of custom resources leave the value out: "Invalid value: name is immutable".
        return end < message.length() && message.startsWith(": ", end)
                ? message.substring(end + 2)
                : message.substring(start);
    }

    /** The message with a value that is not longer than a line has room for. */
    static String shortened(String message, int most) {
        String words = without(message);
        int length = message.length() - words.length();
        return length <= most || words.equals(message) ? message : words;
    }

    private static int end(String message, int start) {
        int depth = 0;
        boolean quoted = false;
        for (int i = start; i < message.length(); i++) {
            char c = message.charAt(i);
            if (quoted) {
                if (c == '\\') {
                    i++;
                } else {
                    quoted = c != '"';
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == '{' || c == '[') {
                depth++;
            } else if (c == '}' || c == ']') {
                depth--;
            } else if (c == ':' && depth <= 0 && message.startsWith(": ", i)) {
                return i;
            }
        }
        return message.length();
    }
}
