package dev.gantry.settings;

/** Values as messages show them. */
final class Shown {

    private static final int LONGEST = 60;

    private Shown() {}

    /** What kind of value it is, such as {@code a list}. */
    static String kind(Node node) {
        if (node instanceof Node.Scalar scalar) {
            return found(scalar);
        }
        return node instanceof Node.Sequence ? "a list" : "a mapping";
    }

    /** The value with what a reader takes it for, such as {@code the text "3"}. */
    static String found(Node.Scalar scalar) {
        return switch (scalar.kind()) {
            case TEXT -> "the text " + quoted(scalar.text());
            case WHOLE, DECIMAL -> "the number " + shortened(scalar.text());
            case BOOLEAN -> bool(scalar.text());
            case NULL -> "null";
            case LITERAL -> quoted(scalar.text());
        };
    }

    /** Jackson follows YAML 1.1, where yes, no, on and off are booleans; in 1.2 they are text. */
    private static String bool(String text) {
        return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")
                ? "the boolean " + text
                : "the word " + text + ", a boolean to some YAML readers and text to others";
    }

    static String quoted(String text) {
        return '"' + shortened(text) + '"';
    }

    /** At most 60 characters on one line. */
    static String shortened(String text) {
        StringBuilder line = new StringBuilder();
        int end = text.length() <= LONGEST ? text.length() : LONGEST - 1;
        if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            line.append(Character.isISOControl(c) ? ' ' : c);
        }
        return end < text.length() ? line.append('…').toString() : line.toString();
    }
}
