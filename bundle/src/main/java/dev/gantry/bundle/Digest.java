package dev.gantry.bundle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Names content by its hash. */
public final class Digest {

    private static final String PREFIX = "sha256:";
    private static final String DIGITS = "0123456789abcdef";

    private Digest() {}

    /** {@code sha256:} and the hash of these bytes, in lower-case hexadecimal digits. */
    public static String sha256(byte[] content) {
        MessageDigest digest = sha256();
        digest.update(content);
        return text(digest);
    }

    /** Takes bytes for {@link #text}; can be used again after that, which is cheaper than to look for another one. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** {@code sha256:} and the hash of what was taken, in lower-case hexadecimal digits. */
    public static String text(MessageDigest sha256) {
        StringBuilder text = new StringBuilder(PREFIX.length() + 64).append(PREFIX);
        for (byte each : sha256.digest()) {
            text.append(DIGITS.charAt((each >> 4) & 0xF)).append(DIGITS.charAt(each & 0xF));
        }
        return text.toString();
    }
}
