package dev.gantry.monitoring.promql;

import java.util.Locale;

/**
 * A word of an expression.
 *
 * @param kind what it is
 * @param text as it stands there; of a string what it means
 * @param position of its first character
 */
record Token(Kind kind, String text, int position) {

    enum Kind {
        NAME,
        NUMBER,
        DURATION,
        STRING,
        SYMBOL,
        END
    }

    boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    /** Whether it is a keyword, whose case does not count. */
    boolean isWord(String word) {
        return kind == Kind.NAME && text.equalsIgnoreCase(word);
    }

    String lower() {
        return text.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return switch (kind) {
            case END -> "the end";
            case STRING -> "the string \"" + text + "\"";
            default -> "\"" + text + "\"";
        };
    }
}
