package dev.gantry.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;

/**
 * What a YAML parser's message says. The message is a dump of up to two problems, each one line followed by indented
 * ones with the place and an excerpt; the last problem is the one that matters.
 */
final class YamlMessage {

    private static final String LINE = ", line ";
    private static final String COLUMN = ", column ";

    private YamlMessage() {}

    static String reason(IOException e) {
        String reason = "";
        for (String line : text(e).split("\n", -1)) {
            if (!line.isBlank() && !Character.isWhitespace(line.charAt(0))) {
                reason = line.strip();
            }
        }
        if (reason.startsWith("Expected a field name")) {
            return "a key must be text";
        }
        if (reason.startsWith("mapping values are not allowed")) {
            return "no key can be here: check the indentation, and put text with a colon in quotes";
        }
        if (reason.startsWith("could not find expected ':'")) {
            return "a key without a colon";
        }
        if (reason.startsWith("expected <block end>") || reason.startsWith("expected '<document start>'")) {
            return "this line does not continue what is above it: check the indentation";
        }
        if (reason.contains("\\t(TAB)")) {
            return "a tab where only spaces may be";
        }
        return reason.isEmpty() ? "the parser gives no reason" : reason;
    }

    /** Line and column; empty if the message has none. */
    static int[] place(IOException e) {
        String text = text(e);
        int line = text.lastIndexOf(LINE);
        int column = text.lastIndexOf(COLUMN);
        if (line < 0 || column < line) {
            return new int[0];
        }
        return new int[] {number(text, line + LINE.length()), number(text, column + COLUMN.length())};
    }

    private static int number(String text, int from) {
        int number = 0;
        for (int i = from; i < text.length() && Character.isDigit(text.charAt(i)); i++) {
            number = 10 * number + Character.digit(text.charAt(i), 10);
        }
        return number;
    }

    private static String text(IOException e) {
        String text = e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
        return text == null ? "" : text;
    }
}
