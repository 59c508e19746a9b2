package dev.gantry.workload;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Block;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import dev.gantry.extension.ValueRule;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Lets a pod onto nodes with a taint.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/">Taints and tolerations</a>
 */
@CheckReturnValue
public final class Toleration extends Block {

    private Toleration(Consumer<Fields> writer) {
        super(writer);
    }

    /** Tolerates taints with this key that have no value. */
    public static Toleration of(String key) {
        return new Toleration(toleration -> toleration.set("key", key, Syntax.LABEL_KEY, ValueRule.LABEL));
    }

    /** Tolerates taints with this key and value. */
    public static Toleration of(String key, String value) {
        return new Toleration(toleration -> {
            toleration.set("key", key, Syntax.LABEL_KEY, ValueRule.LABEL);
            toleration.set("operator", "Equal");
            toleration.set("value", value, Syntax.LABEL_VALUE, ValueRule.LABEL);
        });
    }

    /** Tolerates taints with this key and any value. */
    public static Toleration exists(String key) {
        return new Toleration(toleration -> {
            toleration.set("key", key, Syntax.LABEL_KEY, ValueRule.LABEL);
            toleration.set("operator", "Exists");
        });
    }

    /** Tolerates every taint. */
    public static Toleration everything() {
        return new Toleration(toleration -> toleration.set("operator", "Exists"));
    }

    /** Sets {@code effect}: only taints with this effect are tolerated; those with any effect where it is not set. */
    public Toleration effect(TaintEffect effect) {
        return new Toleration(and(toleration -> toleration.set("effect", effect)));
    }

    /**
     * Sets {@code tolerationSeconds}, for {@link TaintEffect#NO_EXECUTE}: for how long the pod stays on such a node;
     * without end where it is not set.
     */
    public Toleration atMost(Duration duration) {
        return new Toleration(and(toleration -> toleration.seconds("tolerationSeconds", duration, 0)));
    }
}
