package dev.gantry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Flaw;
import dev.gantry.extension.Leaf;
import dev.gantry.extension.ValueRule;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * An amount of a resource, printed as written: {@code 1000m} stays {@code 1000m}.
 *
 * @param text a decimal number and an optional suffix: {@code n u m k M G T P E} (powers of 1000), {@code Ki Mi Gi Ti
 *     Pi Ei} (powers of 1024), or an exponent such as {@code e3}
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/">Quantity</a>
 */
public record Quantity(String text) implements Leaf {

    private static final String BINARY = "KMGTPE";
    private static final String DECIMAL = "num\0kMGTPE";

    /** A quantity as written. */
    public static Quantity of(String text) {
        return new Quantity(text);
    }

    /** A whole number of units. */
    public static Quantity of(long units) {
        return new Quantity(Long.toString(units));
    }

    /** Thousandths of a unit; for CPU, millicores. */
    public static Quantity milli(long thousandths) {
        return new Quantity(thousandths + "m");
    }

    /** Units of 1024 × 1024 bytes. */
    public static Quantity mebi(long mebibytes) {
        return new Quantity(mebibytes + "Mi");
    }

    /** Units of 1024 × 1024 × 1024 bytes. */
    public static Quantity gibi(long gibibytes) {
        return new Quantity(gibibytes + "Gi");
    }

    /** The amount in units; empty if the text is not a quantity. */
    public Optional<BigDecimal> amount() {
        int end = numberEnd(text);
        if (end == 0) {
            return Optional.empty();
        }
        BigDecimal number;
        try {
            number = new BigDecimal(text.substring(0, end));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
        String suffix = text.substring(end);
        if (suffix.isEmpty()) {
            return Optional.of(number);
        }
        if (suffix.length() == 2 && suffix.charAt(1) == 'i' && BINARY.indexOf(suffix.charAt(0)) >= 0) {
            return Optional.of(number.multiply(BigDecimal.valueOf(1024).pow(BINARY.indexOf(suffix.charAt(0)) + 1)));
        }
        int power = suffix.length() == 1 && suffix.charAt(0) != '\0' ? DECIMAL.indexOf(suffix.charAt(0)) : -1;
        if (power >= 0) {
            return Optional.of(number.scaleByPowerOfTen((power - 3) * 3));
        }
        return exponent(number, suffix);
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(text);
    }

    @Override
    @SuppressWarnings("ConstantValue") // callers outside of null-marked code may pass null
    public List<Flaw> flaws() {
        if (text == null) {
            return List.of(
                    new Flaw(ValueRule.QUANTITY, "A quantity is null.", "Give a text such as \"250m\" or \"256Mi\"."));
        }
        return amount().isPresent()
                ? List.of()
                : List.of(new Flaw(ValueRule.QUANTITY, "\"" + text + "\" is not a quantity.", hint()));
    }

    /** The text as written. */
    @Override
    public String toString() {
        return text;
    }

    private static int numberEnd(String text) {
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

    private static Optional<BigDecimal> exponent(BigDecimal number, String suffix) {
        if (suffix.length() < 2 || suffix.length() > 5 || (suffix.charAt(0) != 'e' && suffix.charAt(0) != 'E')) {
            return Optional.empty();
        }
        try {
            return Optional.of(number.scaleByPowerOfTen(Integer.parseInt(suffix.substring(1))));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Suggests the nearest text that is a quantity: without spaces, without a trailing B, with the right case. */
    private String hint() {
        String general = "Write a number and one of n u m k M G T P E, or Ki Mi Gi Ti Pi Ei, without a space.";
        String compact = text.replace(" ", "");
        String bare =
                compact.endsWith("B") || compact.endsWith("b") ? compact.substring(0, compact.length() - 1) : compact;
        int end = numberEnd(bare);
        String number = bare.substring(0, end);
        String suffix = bare.substring(end);
        if (number.isEmpty()) {
            return general;
        }
        String upper = suffix.isEmpty() ? "" : Character.toUpperCase(suffix.charAt(0)) + suffix.substring(1);
        for (String candidate : List.of(suffix, upper, suffix.toLowerCase(java.util.Locale.ROOT))) {
            if (Quantity.of(number + candidate).amount().isPresent()) {
                boolean bytes = candidate.length() == 1 && "MGTPE".contains(candidate);
                return "Did you mean \"" + number + candidate + "\""
                        + (bytes ? " (powers of 1000) or \"" + number + candidate + "i\" (powers of 1024)?" : "?")
                        + " " + general;
            }
        }
        return general;
    }
}
