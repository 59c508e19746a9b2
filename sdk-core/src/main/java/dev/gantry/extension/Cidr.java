package dev.gantry.extension;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A block of IP addresses. The JDK's own parser is not used: it asks the DNS for what it takes for a name.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4632">Classless inter-domain routing</a>
 */
public final class Cidr {

    private final byte[] address;
    private final int prefix;

    private Cidr(byte[] address, int prefix) {
        this.address = address;
        this.prefix = prefix;
    }

    /** The block that a text such as {@code 192.0.2.0/24} stands for; {@code null} if it is none. */
    public static @Nullable Cidr parse(String text) {
        int slash = text.indexOf('/');
        byte @Nullable [] address = slash < 0 ? null : address(text.substring(0, slash));
        int prefix = slash < 0 ? -1 : number(text.substring(slash + 1), 10, 3);
        return address == null || prefix < 0 || prefix > address.length * 8 ? null : new Cidr(address, prefix);
    }

    /** Whether another block lies in this one, and leaves something of it. */
    public boolean exceeds(Cidr other) {
        if (address.length != other.address.length || prefix >= other.prefix) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((address[bit / 8] & mask) != (other.address[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    /** The 4 or 16 bytes of an address; {@code null} if the text is none. */
    static byte @Nullable [] address(String text) {
        return text.indexOf(':') < 0 ? version4(text) : version6(text);
    }

    private static byte @Nullable [] version4(String text) {
        String[] parts = text.split("\\.", -1);
        byte[] address = new byte[4];
        for (int i = 0; i < 4; i++) {
            int part = parts.length == 4 ? number(parts[i], 10, 3) : -1;
            if (part < 0 || part > 255) {
                return null;
            }
            address[i] = (byte) part;
        }
        return address;
    }

    private static byte @Nullable [] version6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            byte[] all = groups(text);
            return all != null && all.length == 16 ? all : null;
        }
        byte[] before = groups(text.substring(0, gap));
        byte[] after = groups(text.substring(gap + 2));
        if (before == null || after == null || before.length + after.length > 14) {
            return null;
        }
        byte[] address = Arrays.copyOf(before, 16);
        System.arraycopy(after, 0, address, 16 - after.length, after.length);
        return address;
    }

    private static byte @Nullable [] groups(String text) {
        String[] parts = text.isEmpty() ? new String[0] : text.split(":", -1);
        byte[] bytes = new byte[0];
        for (int i = 0; i < parts.length; i++) {
            byte[] last = i == parts.length - 1 && parts[i].indexOf('.') >= 0 ? version4(parts[i]) : null;
            int group = last == null ? number(parts[i], 16, 4) : 0;
            if (group < 0 || bytes.length >= 16) {
                return null;
            }
            byte[] more = last == null ? new byte[] {(byte) (group >> 8), (byte) group} : last;
            bytes = Arrays.copyOf(bytes, bytes.length + more.length);
            System.arraycopy(more, 0, bytes, bytes.length - more.length, more.length);
        }
        return bytes;
    }

    /** A number without a sign and, if decimal, without leading zeros; -1 if the text is none. */
    private static int number(String text, int radix, int mostDigits) {
        boolean padded = radix == 10 && text.length() > 1 && text.charAt(0) == '0';
        if (text.isEmpty() || text.length() > mostDigits || padded) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) < 0x80 ? Character.digit(text.charAt(i), radix) : -1;
            if (digit < 0) {
                return -1;
            }
            number = number * radix + digit;
        }
        return number;
    }
}
