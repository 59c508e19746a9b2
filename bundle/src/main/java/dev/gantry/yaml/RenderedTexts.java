package dev.gantry.yaml;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Strings on one line as they are written, with a character behind them. The names of fields and most of their values come
 * again and again, and to look a string up is far less work than to look at each of its characters. A fixed number of them is
 * remembered; a new one takes the place of another.
 */
final class RenderedTexts {

    private static final int PLACES = 512;

    /** Long texts seldom come twice. */
    private static final int LONGEST = 128;

    private final char end;
    private final @Nullable String[] texts = new String[PLACES];
    private final byte[][] rendered = new byte[PLACES][];

    /** Texts with this ASCII character behind each. */
    RenderedTexts(char end) {
        this.end = end;
    }

    /** Writes a text if it is remembered, and answers whether it was. */
    boolean append(String text, Utf8Text out) {
        int place = place(text);
        if (text.equals(texts[place])) {
            out.append(rendered[place]);
            return true;
        }
        return false;
    }

    /** Writes a text, and remembers it. */
    void append(String text, ScalarStyle style, Utf8Text out) {
        StringBuilder line = new StringBuilder(text.length() + 3);
        QuotedScalars.append(text, style, line);
        byte[] bytes = line.append(end).toString().getBytes(StandardCharsets.UTF_8);
        if (text.length() <= LONGEST) {
            int place = place(text);
            texts[place] = text;
            rendered[place] = bytes;
        }
        out.append(bytes);
    }

    private static int place(String text) {
        int hash = text.hashCode();
        return (hash ^ (hash >>> 16)) & (PLACES - 1);
    }
}
