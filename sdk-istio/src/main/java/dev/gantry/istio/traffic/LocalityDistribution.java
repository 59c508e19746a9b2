package dev.gantry.istio.traffic;

import dev.gantry.extension.Fields;

/**
 * Where the requests of clients of one locality go.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/destination-rule/#LocalityLoadBalancerSetting-Distribute">
 *     Distribute</a>
 */
public final class LocalityDistribution {

    private final Fields distribute;

    LocalityDistribution(Fields distribute) {
        this.distribute = distribute;
    }

    /** Adds to {@code to}: so many percent go to a locality; all of them have to add up to 100. */
    public LocalityDistribution to(String locality, int percent) {
        distribute.object("to").set(locality, percent, 1, 100);
        return this;
    }
}
