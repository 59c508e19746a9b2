package dev.gantry.monitoring.promql;

/** Escape sequences in strings, which are those of Go. */
final class Escapes {

    private static final String LETTERS = "abfnrtv\\";
    private static final String MEANINGS = "\u0007\b\f\n\r\t\u000b\\";

    private Escapes() {}

    /** Reads the sequence that begins at a backslash, and answers where it ends. */
    static int read(String input, int backslash, char quote, StringBuilder value) throws SyntaxMistake {
        if (backslash + 1 >= input.length()) {
            throw mistake(backslash, "\\");
        }
        char c = input.charAt(backslash + 1);
        if (LETTERS.indexOf(c) >= 0) {
            value.append(MEANINGS.charAt(LETTERS.indexOf(c)));
            return backslash + 2;
        }
        if (c == quote) {
            value.append(c);
            return backslash + 2;
        }
        return switch (c) {
            case 'x' -> number(input, backslash, 2, 2, 16, value);
            case 'u' -> number(input, backslash, 2, 4, 16, value);
            case 'U' -> number(input, backslash, 2, 8, 16, value);
            case '0', '1', '2', '3', '4', '5', '6', '7' -> number(input, backslash, 1, 3, 8, value);
            default -> throw mistake(backslash, "\\" + c);
        };
    }

    private static int number(String input, int backslash, int from, int digits, int base, StringBuilder value)
            throws SyntaxMistake {
        int end = backslash + from + digits;
        String sequence = input.substring(backslash, Math.min(end, input.length()));
        long code = 0;
        for (int i = backslash + from; i < end; i++) {
            int digit = i < input.length() ? Character.digit(input.charAt(i), base) : -1;
            if (digit < 0) {
                throw mistake(backslash, sequence);
            }
            code = code * base + digit;
        }
        boolean fits = base == 8 ? code <= 0xff : code <= Character.MAX_CODE_POINT && (code < 0xd800 || code > 0xdfff);
        if (!fits) {
            throw mistake(backslash, sequence);
        }
        value.appendCodePoint((int) code);
        return end;
    }

    private static SyntaxMistake mistake(int position, String sequence) {
        return new SyntaxMistake(
                position,
                "\"" + sequence + "\" is no escape sequence.",
                "Write a backslash as \\\\: the pattern \\d+ is \"\\\\d+\" in PromQL, or `\\d+` with backticks.");
    }
}
