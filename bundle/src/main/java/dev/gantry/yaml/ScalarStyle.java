package dev.gantry.yaml;

/** How a string is written. */
enum ScalarStyle {
    /** As it is. */
    PLAIN,
    /** Between apostrophes, in which quotes and backslashes need no escape. */
    SINGLE_QUOTED,
    /** Between quotes, with escapes. */
    DOUBLE_QUOTED,
    /** A block of lines. */
    LITERAL;

    private static final int ESCAPABLE = 1;
    private static final int APOSTROPHE = 2;
    private static final int TAB = 4;
    private static final int LINE_FEED = 8;
    private static final int VISIBLE = 16;
    private static final int ENDS_PLAIN = 32;

    /** Answers the most readable style in which all readers give back exactly this text. */
    static ScalarStyle of(String text) {
        int found = 0;
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z') {
                found |= VISIBLE;
                continue;
            }
            switch (c) {
                case ' ' -> {}
                case '\t' -> found |= TAB;
                case '\n' -> found |= LINE_FEED;
                case '"', '\\' -> found |= ESCAPABLE | VISIBLE;
                case '\'' -> found |= APOSTROPHE | VISIBLE;
                case '#' -> found |= i > 0 && isBlank(text.charAt(i - 1)) ? ENDS_PLAIN | VISIBLE : VISIBLE;
                case ':' -> found |= i + 1 == length || isBlank(text.charAt(i + 1)) ? ENDS_PLAIN | VISIBLE : VISIBLE;
                default -> {
                    if (!Characters.isPrintable(text, i)) {
                        return DOUBLE_QUOTED;
                    }
                    found |= VISIBLE;
                    if (Character.isHighSurrogate(c)) {
                        i++;
                    }
                }
            }
        }
        if ((found & LINE_FEED) != 0) {
            // Lines of nothing but blanks would be there without being seen.
            return (found & VISIBLE) != 0 ? LITERAL : DOUBLE_QUOTED;
        }
        if ((found & ENDS_PLAIN) == 0 && PlainScalars.mayStandPlain(text)) {
            return PLAIN;
        }
        return (found & (ESCAPABLE | APOSTROPHE | TAB)) == ESCAPABLE ? SINGLE_QUOTED : DOUBLE_QUOTED;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
