package dev.gantry.workload;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Block;
import dev.gantry.extension.Fields;
import dev.gantry.extension.ValueRule;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * When an indexed Job has succeeded though not every index has.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/workloads/controllers/job/#success-policy">Success policy</a>
 */
@CheckReturnValue
public final class SuccessPolicyRule extends Block {

    private SuccessPolicyRule(Consumer<Fields> writer) {
        super(writer);
    }

    /**
     * Is true when that many indexes have succeeded: {@code succeededCount}.
     *
     * @param indexes 0 or more, and at most {@code completions}
     */
    public static SuccessPolicyRule succeededCount(int indexes) {
        return new SuccessPolicyRule(rule -> rule.set("succeededCount", indexes, 0, Integer.MAX_VALUE));
    }

    /**
     * Is true when all of these indexes have succeeded: {@code succeededIndexes}.
     *
     * @param indexes numbers and ranges in ascending order, such as {@code 0,2-4,7}
     */
    public static SuccessPolicyRule succeededIndexes(String indexes) {
        return new SuccessPolicyRule(rule -> {
            rule.set("succeededIndexes", indexes);
            String problem = indexes == null ? null : problem(indexes);
            if (problem != null) {
                rule.flaw(
                        "succeededIndexes",
                        ValueRule.TEXT,
                        "\"" + indexes + "\" " + problem + ".",
                        "Write numbers and ranges in ascending order, such as \"0,2-4,7\".");
            }
        });
    }

    /** Sets {@code succeededCount} too: it is enough when that many of the indexes have succeeded. */
    public SuccessPolicyRule atLeast(int indexes) {
        return new SuccessPolicyRule(and(rule -> rule.set("succeededCount", indexes, 0, Integer.MAX_VALUE)));
    }

    private static @Nullable String problem(String indexes) {
        int last = -1;
        for (String part : indexes.split(",", -1)) {
            String[] bounds = part.split("-", -1);
            if (bounds.length > 2) {
                return "has the part \"" + part + "\"";
            }
            for (String bound : bounds) {
                int index = bound.matches("[0-9]{1,9}") ? Integer.parseInt(bound) : -1;
                if (index < 0) {
                    return "has the part \"" + part + "\"";
                }
                if (index <= last) {
                    return "is not in ascending order at \"" + part + "\"";
                }
                last = index;
            }
        }
        return null;
    }
}
