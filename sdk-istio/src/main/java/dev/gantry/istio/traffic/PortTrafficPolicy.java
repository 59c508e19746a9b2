package dev.gantry.istio.traffic;

import dev.gantry.extension.Fields;

/**
 * What holds for the connections to one port of a destination, in place of all that its policy says.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/destination-rule/#TrafficPolicy-PortTrafficPolicy">
 *     PortTrafficPolicy</a>
 */
public final class PortTrafficPolicy extends TrafficPolicyBuilder<PortTrafficPolicy> {

    PortTrafficPolicy(Fields policy) {
        super(policy);
    }
}
