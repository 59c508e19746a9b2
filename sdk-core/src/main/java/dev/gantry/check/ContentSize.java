package dev.gantry.check;

/** Sizes as the API server counts them, without making the bytes. */
final class ContentSize {

    private ContentSize() {}

    /** The number of bytes of a text in UTF-8. */
    static long utf8(String text) {
        long bytes = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                // Each half of a surrogate pair counts two of its four bytes.
                bytes += c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
            }
        }
        return bytes;
    }

    /** The number of bytes that a Base64 text stands for. */
    static long base64(String text) {
        long digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '=' && c != '\n' && c != '\r') {
                digits++;
            }
        }
        return digits * 3 / 4;
    }
}
