package dev.gantry.workload;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Block;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import dev.gantry.extension.ValueRule;
import java.util.function.Consumer;

/**
 * What a Job does about pods that failed in a certain way.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/workloads/controllers/job/#pod-failure-policy">Pod failure policy</a>
 */
@CheckReturnValue
public final class PodFailurePolicyRule extends Block {

    private PodFailurePolicyRule(Consumer<Fields> writer) {
        super(writer);
    }

    /**
     * Is true of a pod with a container that ended with one of these codes: {@code onExitCodes} with {@code In}.
     *
     * @param exitCodes 1 to 255, in ascending order, each once
     */
    public static PodFailurePolicyRule onExitCodes(PodFailurePolicyAction action, int... exitCodes) {
        return exitCodes(action, "In", 1, exitCodes);
    }

    /**
     * Is true of a pod with a container that failed with another code than these: {@code onExitCodes} with {@code NotIn}.
     *
     * @param exitCodes 0 to 255, in ascending order, each once
     */
    public static PodFailurePolicyRule onOtherExitCodes(PodFailurePolicyAction action, int... exitCodes) {
        return exitCodes(action, "NotIn", 0, exitCodes);
    }

    /** Is true of a pod that has this condition: {@code onPodConditions}, such as {@code DisruptionTarget}. */
    public static PodFailurePolicyRule onPodCondition(PodFailurePolicyAction action, String type) {
        return onPodCondition(action, type, ConditionStatus.TRUE);
    }

    /** Is true of a pod that has a condition with this status: {@code onPodConditions}. */
    public static PodFailurePolicyRule onPodCondition(
            PodFailurePolicyAction action, String type, ConditionStatus status) {
        return new PodFailurePolicyRule(rule -> {
            rule.set("action", action);
            Fields pattern = rule.append("onPodConditions");
            pattern.set("type", type, Syntax.LABEL_KEY, ValueRule.NAME);
            pattern.set("status", status);
        });
    }

    /**
     * Sets {@code onExitCodes.containerName}: only this container is looked at; every container where it is not set. For
     * rules about exit codes.
     *
     * @param name of a container or an init container of the pod
     */
    public PodFailurePolicyRule container(String name) {
        return new PodFailurePolicyRule(and(rule -> {
            if (rule.has("onExitCodes")) {
                rule.object("onExitCodes").set("containerName", name, Syntax.DNS_LABEL);
            } else {
                rule.flaw(
                        "onPodConditions",
                        ValueRule.NOT_ALLOWED,
                        "A condition is the whole pod's, not that of the container \"" + name + "\".",
                        "Call container(name) on a rule about exit codes only.");
            }
        }));
    }

    @SuppressWarnings("ConstantValue") // callers outside of null-marked code may pass null
    private static PodFailurePolicyRule exitCodes(
            PodFailurePolicyAction action, String operator, int least, int... codes) {
        boolean given = codes != null;
        int[] copy = given ? codes.clone() : new int[0];
        return new PodFailurePolicyRule(rule -> {
            rule.set("action", action);
            Fields requirement = rule.object("onExitCodes");
            requirement.set("operator", operator);
            if (requirement.given("values", given ? copy : null)) {
                writeCodes(requirement, least, copy);
            }
        });
    }

    private static void writeCodes(Fields requirement, int least, int... codes) {
        boolean ascending = true;
        for (int i = 0; i < codes.length; i++) {
            requirement.add("values", codes[i], least, 255);
            ascending &= i == 0 || codes[i - 1] < codes[i];
        }
        if (codes.length == 0 || !ascending) {
            requirement.flaw(
                    "values",
                    ValueRule.CONFLICT,
                    codes.length == 0 ? "There is no exit code." : "The exit codes are not in ascending order.",
                    "Give at least one exit code, from the smallest to the greatest, each once.");
        }
    }
}
