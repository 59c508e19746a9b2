package dev.gantry.istio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import dev.gantry.extension.Flaw;
import dev.gantry.extension.Leaf;
import dev.gantry.extension.ValueRule;
import java.util.List;

/**
 * A number that may have a fraction, such as a percentage.
 *
 * @param value the number
 * @param least the least one that the field takes
 * @param most the largest one that the field takes
 */
public record IstioNumber(double value, double least, double most) implements Leaf {

    /** A percentage, from 0 to 100. */
    public static IstioNumber percent(double value) {
        return new IstioNumber(value, 0, 100);
    }

    /** A number without an upper bound. */
    public static IstioNumber atLeast(double least, double value) {
        return new IstioNumber(value, least, Double.MAX_VALUE);
    }

    @Override
    public JsonNode toJson() {
        return value == (int) value ? IntNode.valueOf((int) value) : DoubleNode.valueOf(value);
    }

    @Override
    public List<Flaw> flaws() {
        if (value >= least && value <= most) {
            return List.of();
        }
        String bounds = most == Double.MAX_VALUE
                ? "of at least " + shown(least)
                : "from " + shown(least) + " to " + shown(most);
        return List.of(new Flaw(ValueRule.RANGE, shown(value) + " is out of range.", "Give a number " + bounds + "."));
    }

    private static String shown(double number) {
        return number == (long) number ? Long.toString((long) number) : Double.toString(number);
    }
}
