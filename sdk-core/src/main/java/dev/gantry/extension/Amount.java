package dev.gantry.extension;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Reads quantities as Kubernetes does: {@code 250m}, {@code 1.5Gi}, {@code 1e3}.
 *
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/">Quantity</a>
 */
public final class Amount {

    private static final String BINARY = "KMGTPE";
    private static final String DECIMAL = "num\0kMGTPE";

    private static final Recent<BigDecimal> RECENT = new Recent<>();

    private Amount() {}

    /** The amount in units; {@code null} if the text is not a quantity. */
    public static @Nullable BigDecimal parse(String text) {
        BigDecimal amount = RECENT.get(text);
        if (amount == null) {
            amount = read(text);
            if (amount != null) {
                RECENT.put(text, amount);
            }
        }
        return amount;
    }

    private static @Nullable BigDecimal read(String text) {
        int end = numberEnd(text);
        if (end == 0) {
            return null;
        }
        BigDecimal number;
        try {
            number = new BigDecimal(text.substring(0, end));
        } catch (NumberFormatException e) {
            return null;
        }
        String suffix = text.substring(end);
        if (suffix.isEmpty()) {
            return number;
        }
        if (suffix.length() == 2 && suffix.charAt(1) == 'i' && BINARY.indexOf(suffix.charAt(0)) >= 0) {
            return number.multiply(BigDecimal.valueOf(1024).pow(BINARY.indexOf(suffix.charAt(0)) + 1));
        }
        int power = suffix.length() == 1 && suffix.charAt(0) != '\0' ? DECIMAL.indexOf(suffix.charAt(0)) : -1;
        if (power >= 0) {
            return number.scaleByPowerOfTen((power - 3) * 3);
        }
        return exponent(number, suffix);
    }

    /** The amount in units; zero if there is no text, or it is not a quantity. */
    public static BigDecimal orZero(@Nullable String text) {
        BigDecimal amount = text == null ? null : parse(text);
        return amount == null ? BigDecimal.ZERO : amount;
    }

    /** Whether one quantity is above another; not if one of them is missing or none. */
    public static boolean isAbove(@Nullable String one, @Nullable String other) {
        if (one == null || other == null || one.equals(other)) {
            return false;
        }
        BigDecimal more = parse(one);
        BigDecimal less = parse(other);
        return more != null && less != null && more.compareTo(less) > 0;
    }

    /** Where the number at the beginning of a quantity ends; 0 if there is none. */
    public static int numberEnd(String text) {
        int i = !text.isEmpty() && (text.charAt(0) == '+' || text.charAt(0) == '-') ? 1 : 0;
        int digits = 0;
        boolean point = false;
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.' && !point) {
                point = true;
            } else {
                break;
            }
        }
        return digits == 0 ? 0 : i;
    }

    private static @Nullable BigDecimal exponent(BigDecimal number, String suffix) {
        if (suffix.length() < 2 || suffix.length() > 5 || (suffix.charAt(0) != 'e' && suffix.charAt(0) != 'E')) {
            return null;
        }
        try {
            return number.scaleByPowerOfTen(Integer.parseInt(suffix.substring(1)));
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
