package dev.gantry.output;

import dev.gantry.bundle.Digest;
import java.nio.charset.StandardCharsets;

/** Names of objects as names of files: other characters than file systems of all kinds take are escaped. */
public final class SafeFileName {

    /** Leaves room for the longest name that common file systems take, 255 bytes. */
    private static final int LONGEST = 240;

    private static final int DIGITS = 8;

    private SafeFileName() {}

    /** The text, with {@code %} and two hexadecimal digits for each byte of what a file system may reject. */
    public static String escaped(String name) {
        StringBuilder out = null;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean safe = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
            if (!safe && out == null) {
                out = new StringBuilder(name.substring(0, i));
            }
            if (out != null) {
                if (safe) {
                    out.append(c);
                } else {
                    for (byte b : String.valueOf(c).getBytes(StandardCharsets.UTF_8)) {
                        out.append('%').append(Character.forDigit((b >> 4) & 0xf, 16));
                        out.append(Character.forDigit(b & 0xf, 16));
                    }
                }
            }
        }
        return out == null ? name : out.toString();
    }

    /** A name that file systems have room for; of a longer one, the end becomes a part of its digest. */
    public static String shortened(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        String digest = Digest.sha256(name.getBytes(StandardCharsets.UTF_8));
        return name.substring(0, LONGEST - DIGITS - 1) + "-" + digest.substring(digest.length() - DIGITS);
    }
}
