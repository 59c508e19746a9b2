package dev.gantry.yaml;

/** Which characters may stand in a document as they are. */
final class Characters {

    private Characters() {}

    /**
     * Whether every reader takes the character at {@code i} as it is, within a line; {@code i} is the first of a
     * surrogate pair.
     *
     * <p>Not so: controls, the line breaks that only some readers know, the byte order mark, half a surrogate pair. The
     * tab and the line feed are not answered for here.
     */
    static boolean isPrintable(String text, int i) {
        char c = text.charAt(i);
        if (c < 0xA0) {
            return c >= ' ' && c < 0x7F;
        }
        if (c < Character.MIN_SURROGATE) {
            return c != '\u2028' && c != '\u2029';
        }
        if (c > Character.MAX_SURROGATE) {
            return c <= 0xFFFD && c != '\uFEFF';
        }
        return Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
    }
}
