package dev.gantry.yaml;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Text that grows, as the bytes of a file. What is printed is copied once, from where it was rendered to where it stays: no
 * characters in between, and no string.
 */
public final class Utf8Text {

    private static final int LONGEST_BLANKS = 64;
    private static final byte[] BLANKS = " ".repeat(LONGEST_BLANKS).getBytes(StandardCharsets.UTF_8);

    private byte[] bytes;
    private int length;

    /** An empty text. */
    public Utf8Text() {
        this(1024);
    }

    /** An empty text, with room for that many bytes before it has to grow. */
    public Utf8Text(int room) {
        this.bytes = new byte[room];
    }

    /** How many bytes there are. */
    public int length() {
        return length;
    }

    /** Takes everything away; the room for it stays. */
    public void clear() {
        length = 0;
    }

    /** Adds a text. */
    public void append(String text) {
        append(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds all of another text. */
    public void append(Utf8Text other) {
        append(other.bytes, 0, other.length);
    }

    /** Adds what was rendered before. */
    public void append(byte[] rendered) {
        append(rendered, 0, rendered.length);
    }

    /** Adds a part of what was rendered before. */
    public void append(byte[] rendered, int from, int to) {
        reserve(to - from);
        System.arraycopy(rendered, from, bytes, length, to - from);
        length += to - from;
    }

    /** Adds one ASCII character. */
    public void append(char ascii) {
        reserve(1);
        bytes[length++] = (byte) ascii;
    }

    void appendBlanks(int count) {
        reserve(count);
        for (int left = count; left > 0; left -= LONGEST_BLANKS) {
            int some = Math.min(left, LONGEST_BLANKS);
            System.arraycopy(BLANKS, 0, bytes, length, some);
            length += some;
        }
    }

    /** Lets a digest read all bytes. */
    public void digest(MessageDigest digest) {
        digest.update(bytes, 0, length);
    }

    /** All bytes, of a text that is complete: if it had just enough room, they are not copied. */
    public byte[] toByteArray() {
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
