package dev.gantry.istio.traffic;

import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import java.util.function.Consumer;

/**
 * Which zones endpoints are taken from. A locality is written {@code region/zone/subzone}, such as {@code us-west/zone1/*}.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/destination-rule/#LocalityLoadBalancerSetting">
 *     LocalityLoadBalancerSetting</a>
 */
public final class LocalityLoadBalancing {

    private final Fields setting;

    LocalityLoadBalancing(Fields setting) {
        this.setting = setting;
    }

    /** Sets {@code enabled}: whether this holds, or what the mesh is set up with. */
    public LocalityLoadBalancing enabled(boolean enabled) {
        setting.set("enabled", enabled);
        return this;
    }

    /** Adds to {@code distribute}: where the requests of clients of a locality go. It excludes {@code failover}. */
    public LocalityLoadBalancing distribute(String from, Consumer<LocalityDistribution> to) {
        Fields distribute = setting.append("distribute");
        distribute.set("from", from, Syntax.NOT_EMPTY);
        distribute.block(LocalityDistribution::new, to);
        return this;
    }

    /**
     * Adds to {@code failover}: where the requests of clients of a region go if it has no healthy endpoint.
     *
     * @param from a region
     * @param to another region
     */
    public LocalityLoadBalancing failover(String from, String to) {
        Fields failover = setting.append("failover");
        failover.set("from", from, Syntax.NOT_EMPTY);
        failover.set("to", to, Syntax.NOT_EMPTY);
        return this;
    }

    /**
     * Adds to {@code failoverPriority}: endpoints are nearer, the more of these labels they share with the client, the first ones
     * first.
     *
     * @param labels such as {@code topology.kubernetes.io/zone}, or {@code key=value}
     */
    public LocalityLoadBalancing failoverPriority(String... labels) {
        setting.addAll("failoverPriority", Syntax.NOT_EMPTY, labels);
        return this;
    }
}
