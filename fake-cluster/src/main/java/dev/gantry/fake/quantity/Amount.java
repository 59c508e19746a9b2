package dev.gantry.fake.quantity;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;

/**
 * An amount of a resource, such as {@code 500m} or {@code 2Gi}.
 *
 * @param value in cores, bytes or pieces
 */
public record Amount(BigDecimal value) implements Comparable<Amount> {

    /** Nothing. */
    public static final Amount ZERO = new Amount(BigDecimal.ZERO);

    /** One piece. */
    public static final Amount ONE = new Amount(BigDecimal.ONE);

    private static final List<String> BINARY = List.of("Ki", "Mi", "Gi", "Ti", "Pi", "Ei");
    private static final List<String> DECIMAL = List.of("k", "M", "G", "T", "P", "E");
    private static final List<String> SMALL = List.of("m", "u", "n");
    private static final int KIBI = 1024;
    private static final int THREE = 3;

    /** Reads an amount, which is known to be right. */
    public static Amount of(JsonNode node) {
        return of(node.asText("0"));
    }

    /** Reads an amount, which is known to be right. */
    public static Amount of(String text) {
        for (int i = 0; i < BINARY.size(); i++) {
            if (text.endsWith(BINARY.get(i))) {
                return new Amount(
                        number(text, 2).multiply(BigDecimal.valueOf(KIBI).pow(i + 1)));
            }
        }
        for (int i = 0; i < DECIMAL.size(); i++) {
            if (text.endsWith(DECIMAL.get(i))) {
                return new Amount(number(text, 1).scaleByPowerOfTen(THREE * (i + 1)));
            }
        }
        for (int i = 0; i < SMALL.size(); i++) {
            if (text.endsWith(SMALL.get(i))) {
                return new Amount(number(text, 1).scaleByPowerOfTen(-THREE * (i + 1)));
            }
        }
        return new Amount(new BigDecimal(text));
    }

    private static BigDecimal number(String text, int suffix) {
        return new BigDecimal(text.substring(0, text.length() - suffix));
    }

    /** Both together. */
    public Amount plus(Amount other) {
        return new Amount(value.add(other.value));
    }

    /** This without the other. */
    public Amount minus(Amount other) {
        return new Amount(value.subtract(other.value));
    }

    @Override
    public int compareTo(Amount other) {
        return value.compareTo(other.value);
    }

    /** As the server writes it, though without binary suffixes: {@code 1500m}, {@code 2}. */
    @Override
    public String toString() {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() <= 0
                ? stripped.toBigInteger().toString()
                : value.scaleByPowerOfTen(THREE).toBigInteger() + "m";
    }
}
