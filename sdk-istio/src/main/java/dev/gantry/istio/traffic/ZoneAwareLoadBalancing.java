package dev.gantry.istio.traffic;

import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import dev.gantry.extension.ValueRule;
import java.util.Set;

/**
 * How requests stay in the client's zone, as far as its endpoints can take them. Not in ambient mode.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/destination-rule/#ZoneAwareLoadBalancerSetting">
 *     ZoneAwareLoadBalancerSetting</a>
 */
public final class ZoneAwareLoadBalancing {

    /** What the proxy looks at by itself, and Istio does not take as a priority. */
    private static final Set<String> PLACES =
            Set.of("topology.kubernetes.io/region", "topology.kubernetes.io/zone", "topology.istio.io/subzone");

    private final Fields setting;

    ZoneAwareLoadBalancing(Fields setting) {
        this.setting = setting;
    }

    /** Sets {@code enabled}: whether this holds, or what the mesh is set up with. */
    public ZoneAwareLoadBalancing enabled(boolean enabled) {
        setting.set("enabled", enabled);
        return this;
    }

    /**
     * Adds to {@code failover}: where the requests of clients of a region go if it has no healthy endpoint. It needs outlier
     * detection.
     *
     * @param from a region
     * @param to another region
     */
    public ZoneAwareLoadBalancing failover(String from, String to) {
        Fields failover = setting.append("failover");
        failover.set("from", from, Syntax.NOT_EMPTY);
        failover.set("to", to, Syntax.NOT_EMPTY);
        return this;
    }

    /**
     * Adds to {@code failoverPriority}: endpoints are nearer, the more of these labels they share with the client, the first ones
     * first. It needs outlier detection.
     *
     * @param labels as keys, or as {@code key=value}; none of region, zone and subzone, which are looked at by themselves
     */
    @SuppressWarnings("ConstantValue") // callers outside of null-marked code may pass null
    public ZoneAwareLoadBalancing failoverPriority(String... labels) {
        setting.addAll("failoverPriority", Syntax.NOT_EMPTY, labels);
        if (labels != null) {
            for (String label : labels) {
                if (label != null && PLACES.contains(label)) {
                    setting.flaw(
                            "failoverPriority",
                            ValueRule.TEXT,
                            "\"" + label + "\" is a place, which zone-aware load balancing looks at by itself.",
                            "Leave the label out; failover(from, to) says which region comes next.");
                }
            }
        }
        return this;
    }

    /** Sets {@code minClusterSize}: with fewer endpoints in the client's region, zones make no difference; 6 where it is not set, 1 or more. */
    public ZoneAwareLoadBalancing minClusterSize(int endpoints) {
        setting.set("minClusterSize", endpoints, 1, Integer.MAX_VALUE);
        return this;
    }
}
