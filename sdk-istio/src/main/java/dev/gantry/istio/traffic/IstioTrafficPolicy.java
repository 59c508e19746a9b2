package dev.gantry.istio.traffic;

import dev.gantry.Destination;
import dev.gantry.Port;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import dev.gantry.istio.IstioDuration;
import dev.gantry.istio.IstioNumber;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What holds for the connections to a destination, or to one of its subsets: Istio's {@code TrafficPolicy}.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/destination-rule/#TrafficPolicy">
 *     TrafficPolicy</a>
 */
public final class IstioTrafficPolicy extends TrafficPolicyBuilder<IstioTrafficPolicy> {

    private final Fields policy;
    private final @Nullable Destination host;

    IstioTrafficPolicy(Fields policy, @Nullable Destination host) {
        super(policy);
        this.policy = policy;
        this.host = host;
    }

    /**
     * Adds to {@code portLevelSettings}: what holds for one port, in place of all that is said for the others.
     *
     * @param port what a container behind the Service listens on; the number that clients of the Service connect to is written
     */
    public IstioTrafficPolicy port(Port port, Consumer<PortTrafficPolicy> options) {
        Fields settings = policy.append("portLevelSettings");
        PortNumber.write(settings.object("port"), "number", host, port);
        settings.block(PortTrafficPolicy::new, options);
        return this;
    }

    /**
     * Sets {@code tunnel}: connections lead through the destination to another host.
     *
     * @param protocol {@code CONNECT} or {@code POST}
     * @param targetHost where they lead
     * @param targetPort 1 to 65535
     * @see <a
     *     href="https://istio.io/latest/docs/reference/config/networking/destination-rule/#TrafficPolicy-TunnelSettings">
     *     TunnelSettings</a>
     */
    public IstioTrafficPolicy tunnel(String protocol, String targetHost, int targetPort) {
        Fields tunnel = policy.replace("tunnel");
        tunnel.set("protocol", protocol, Syntax.NOT_EMPTY);
        tunnel.set("targetHost", targetHost, Syntax.NOT_EMPTY);
        PortNumber.write(tunnel, "targetPort", targetPort);
        return this;
    }

    /** Sets {@code proxyProtocol.version}: connections begin with a line that says who the client is. */
    public IstioTrafficPolicy proxyProtocol(ProxyProtocolVersion version) {
        policy.replace("proxyProtocol").set("version", version);
        return this;
    }

    /**
     * Sets {@code retryBudget}: how many requests may be retries.
     *
     * @param percent of the requests that are under way, from 0 to 100; 20 where no budget is set
     * @param minRetryConcurrency how many there may be in any case; 3 where no budget is set
     */
    public IstioTrafficPolicy retryBudget(double percent, int minRetryConcurrency) {
        budget(percent, minRetryConcurrency);
        return this;
    }

    /**
     * Sets {@code retryBudget}: how many requests may be retries.
     *
     * @param percent of the requests of the interval, from 0 to 100; 20 where no budget is set
     * @param minRetryConcurrency how many there may be in any case; 3 where no budget is set
     * @param budgetInterval for how long a new request counts; without one, only for as long as it is under way
     */
    public IstioTrafficPolicy retryBudget(double percent, int minRetryConcurrency, Duration budgetInterval) {
        IstioDuration.write(budget(percent, minRetryConcurrency), "budgetInterval", budgetInterval);
        return this;
    }

    private Fields budget(double percent, int minRetryConcurrency) {
        Fields budget = policy.replace("retryBudget");
        budget.set("percent", IstioNumber.percent(percent));
        budget.set("minRetryConcurrency", minRetryConcurrency, 0, Integer.MAX_VALUE);
        return budget;
    }
}
