package dev.gantry.cluster;

import dev.gantry.Quantity;
import dev.gantry.extension.Fields;

/**
 * How much each thing of a type may have.
 *
 * @param <B> the part's own type
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/limit-range-v1/#LimitRangeSpec">
 *     LimitRangeItem</a>
 */
public abstract class LimitRangeItem<B extends LimitRangeItem<B>> {

    private final Fields item;

    LimitRangeItem(Fields item) {
        this.item = item;
    }

    /**
     * Sets {@code min}: the least of CPU and memory.
     *
     * @param cpu such as {@code 50m}
     * @param memory such as {@code 64Mi}
     */
    public final B min(String cpu, String memory) {
        return min("cpu", Quantity.of(cpu)).min("memory", Quantity.of(memory));
    }

    /** Sets one entry of {@code min}: the least that must be requested of a resource, such as {@code cpu}. */
    public final B min(String resource, Quantity amount) {
        return set("min", resource, amount);
    }

    /**
     * Sets {@code max}: the most of CPU and memory.
     *
     * @param cpu such as {@code 2}
     * @param memory such as {@code 4Gi}
     */
    public final B max(String cpu, String memory) {
        return max("cpu", Quantity.of(cpu)).max("memory", Quantity.of(memory));
    }

    /** Sets one entry of {@code max}: the most that the limit of a resource may be, such as {@code memory}. */
    public final B max(String resource, Quantity amount) {
        return set("max", resource, amount);
    }

    /**
     * Sets one entry of {@code maxLimitRequestRatio}: how many times its request the limit of a resource may be.
     *
     * @param ratio 1 or more
     */
    public final B maxLimitRequestRatio(String resource, Quantity ratio) {
        return set("maxLimitRequestRatio", resource, ratio);
    }

    final B set(String field, String resource, Quantity amount) {
        item.object(field).set(resource, amount);
        return self();
    }

    /** This part, by its own type. */
    abstract B self();
}
