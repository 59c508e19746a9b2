package dev.gantry.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Flaw;
import dev.gantry.extension.Leaf;
import dev.gantry.extension.ValueRule;
import java.util.List;

/**
 * A number of pods, or a share of them.
 *
 * @param value 0 or more
 * @param isPercent whether it is a share
 */
@CheckReturnValue
public record IntOrPercent(int value, boolean isPercent) implements Leaf {

    /** A number of pods. */
    public static IntOrPercent of(int pods) {
        return new IntOrPercent(pods, false);
    }

    /** A share of the pods, in percent. */
    public static IntOrPercent percent(int percent) {
        return new IntOrPercent(percent, true);
    }

    @Override
    public JsonNode toJson() {
        return isPercent ? TextNode.valueOf(value + "%") : IntNode.valueOf(value);
    }

    @Override
    public List<Flaw> flaws() {
        return value >= 0 ? List.of() : List.of(new Flaw(ValueRule.RANGE, this + " is negative.", "Give 0 or more."));
    }

    /** Such as {@code 25%} or {@code 2}. */
    @Override
    public String toString() {
        return isPercent ? value + "%" : Integer.toString(value);
    }
}
