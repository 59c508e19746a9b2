package dev.gantry.engine.kubeconfig;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** Ranges of IP addresses, such as {@code 10.0.0.0/8}. Never asks a name server. */
final class AddressRange {

    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9a-f:.]*:[0-9a-f:.]*");

    private AddressRange() {}

    /** Whether the host is an address of the range. */
    static boolean contains(String range, String host) {
        int slash = range.indexOf('/');
        String base = range.substring(0, slash);
        if (!ADDRESS.matcher(host).matches() || !ADDRESS.matcher(base).matches()) {
            return false;
        }
        try {
            byte[] one = InetAddress.getByName(base).getAddress();
            byte[] other = InetAddress.getByName(host).getAddress();
            int bits = Integer.parseInt(range.substring(slash + 1));
            return one.length == other.length && bits >= 0 && bits <= one.length * 8 && equal(one, other, bits);
        } catch (UnknownHostException | NumberFormatException e) {
            return false;
        }
    }

    private static boolean equal(byte[] one, byte[] other, int bits) {
        for (int i = 0; i < bits; i++) {
            int mask = 0x80 >> (i % 8);
            if ((one[i / 8] & mask) != (other[i / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
