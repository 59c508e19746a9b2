package dev.gantry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Amount;
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
@CheckReturnValue
public record Quantity(String text) implements Leaf {

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
        return Optional.ofNullable(Amount.parse(text));
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

    /** Suggests the nearest text that is a quantity: without spaces, without a trailing B, with the right case. */
    private String hint() {
        String general = "Write a number and one of n u m k M G T P E, or Ki Mi Gi Ti Pi Ei, without a space.";
        String compact = text.replace(" ", "");
        String bare =
                compact.endsWith("B") || compact.endsWith("b") ? compact.substring(0, compact.length() - 1) : compact;
        int end = Amount.numberEnd(bare);
        String number = bare.substring(0, end);
        String suffix = bare.substring(end);
        if (number.isEmpty()) {
            return general;
        }
        String upper = suffix.isEmpty() ? "" : Character.toUpperCase(suffix.charAt(0)) + suffix.substring(1);
        boolean bytesMeant = !bare.equals(compact); // 256mb is no thousandths
        String first = bytesMeant ? upper : suffix;
        for (String candidate : List.of(first, upper, suffix.toLowerCase(java.util.Locale.ROOT))) {
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
