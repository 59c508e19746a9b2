package dev.gantry.istio.traffic;

import dev.gantry.extension.Fields;
import dev.gantry.istio.IstioDuration;
import dev.gantry.istio.IstioNumber;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * How a proxy chooses among the endpoints of a destination.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/destination-rule/#LoadBalancerSettings">
 *     LoadBalancerSettings</a>
 */
public final class LoadBalancerSettings {

    private final Fields settings;

    LoadBalancerSettings(Fields settings) {
        this.settings = settings;
    }

    /** Sets {@code simple}; {@link LoadBalancerAlgorithm#LEAST_REQUEST} where neither it nor {@code consistentHash} is set. */
    public LoadBalancerSettings simple(LoadBalancerAlgorithm algorithm) {
        settings.set("simple", algorithm);
        return this;
    }

    /** Sets {@code consistentHash}: requests that have something in common go to the same endpoint. */
    public LoadBalancerSettings consistentHash(Consumer<ConsistentHash> options) {
        settings.replace("consistentHash").block(ConsistentHash::new, options);
        return this;
    }

    /**
     * Sets {@code localityLbSetting}: which zones endpoints are taken from. It needs outlier detection, and excludes
     * {@code zoneAwareLbSetting}.
     */
    public LoadBalancerSettings locality(Consumer<LocalityLoadBalancing> options) {
        settings.replace("localityLbSetting").block(LocalityLoadBalancing::new, options);
        return this;
    }

    /**
     * Sets {@code zoneAwareLbSetting}: requests stay in the client's zone as far as its endpoints can take them, and go to other
     * zones of the region for the rest. It excludes {@code localityLbSetting}.
     */
    public LoadBalancerSettings zoneAware(Consumer<ZoneAwareLoadBalancing> options) {
        settings.replace("zoneAwareLbSetting").block(ZoneAwareLoadBalancing::new, options);
        return this;
    }

    /** Sets {@code warmup.duration}: for how long a new endpoint gets fewer requests than others. */
    public LoadBalancerSettings warmup(Duration duration) {
        IstioDuration.write(settings.replace("warmup"), "duration", duration);
        return this;
    }

    /**
     * Sets {@code warmup}: for how long a new endpoint gets fewer requests than others, and how many.
     *
     * @param minimumPercent of what the others get, with which it begins, from 0 to 100; 10 where it is not set
     * @param aggression how fast it gets more, 1 or more; 1 where it is not set, which is a straight line
     */
    public LoadBalancerSettings warmup(Duration duration, double minimumPercent, double aggression) {
        Fields warmup = settings.replace("warmup");
        IstioDuration.write(warmup, "duration", duration);
        warmup.set("minimumPercent", IstioNumber.percent(minimumPercent));
        warmup.set("aggression", IstioNumber.atLeast(1, aggression));
        return this;
    }
}
