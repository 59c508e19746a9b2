package dev.gantry.yaml;

/** Strings on one line: plain, in single or in double quotes. */
final class QuotedScalars {

    private static final String HEXADECIMAL = "0123456789ABCDEF";

    /** How long a single character may become. */
    static final int LONGEST_ESCAPE = 6;

    private QuotedScalars() {}

    static void append(String text, ScalarStyle style, StringBuilder out) {
        switch (style) {
            case PLAIN -> out.append(text);
            case SINGLE_QUOTED -> out.append('\'').append(text).append('\'');
            case DOUBLE_QUOTED -> doubleQuoted(text, out);
            case LITERAL -> throw new IllegalArgumentException("A literal stands on lines of its own");
        }
    }

    private static void doubleQuoted(String text, StringBuilder out) {
        out.append('"');
        int length = text.length();
        int done = 0;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\' || c == '\t' || c == '\n' || !Characters.isPrintable(text, i)) {
                out.append(text, done, i);
                escape(c, out);
                done = i + 1;
            } else if (Character.isHighSurrogate(c)) {
                i++;
            }
        }
        out.append(text, done, length).append('"');
    }

    private static void escape(char c, StringBuilder out) {
        out.append('\\');
        switch (c) {
            case '"', '\\' -> out.append(c);
            case '\t' -> out.append('t');
            case '\n' -> out.append('n');
            case '\r' -> out.append('r');
            default -> {
                out.append('u');
                for (int shift = 12; shift >= 0; shift -= 4) {
                    out.append(HEXADECIMAL.charAt((c >> shift) & 0xF));
                }
            }
        }
    }
}
