package dev.gantry.istio.traffic;

import dev.gantry.extension.Fields;
import java.util.function.Consumer;

/**
 * What can be said of the connections to a destination, and to one of its ports.
 *
 * @param <B> the policy's own type
 */
public abstract class TrafficPolicyBuilder<B extends TrafficPolicyBuilder<B>> {

    private final Fields policy;

    TrafficPolicyBuilder(Fields policy) {
        this.policy = policy;
    }

    /** Sets {@code loadBalancer.simple}: how an endpoint is chosen; {@link LoadBalancerAlgorithm#LEAST_REQUEST} where it is not set. */
    public final B loadBalancer(LoadBalancerAlgorithm algorithm) {
        policy.replace("loadBalancer").set("simple", algorithm);
        return self();
    }

    /** Sets {@code loadBalancer}: how an endpoint is chosen. */
    public final B loadBalancer(Consumer<LoadBalancerSettings> options) {
        policy.replace("loadBalancer").block(LoadBalancerSettings::new, options);
        return self();
    }

    /** Sets {@code connectionPool}: how many connections and requests there may be. */
    public final B connectionPool(Consumer<ConnectionPoolSettings> options) {
        policy.object("connectionPool").block(ConnectionPoolSettings::new, options);
        return self();
    }

    /** Sets {@code outlierDetection}: when an endpoint that fails gets no more requests for a while. */
    public final B outlierDetection(Consumer<OutlierDetection> options) {
        policy.object("outlierDetection").block(OutlierDetection::new, options);
        return self();
    }

    /** Sets {@code tls.mode}: whether connections are encrypted. Within the mesh they are by themselves, where it is not set. */
    public final B tls(ClientTlsMode mode) {
        return tls(mode, options -> {});
    }

    /** Sets {@code tls}: whether connections are encrypted, and with which certificates. */
    public final B tls(ClientTlsMode mode, Consumer<ClientTlsSettings> options) {
        Fields tls = policy.replace("tls");
        tls.set("mode", mode);
        tls.block(ClientTlsSettings::new, options);
        return self();
    }

    @SuppressWarnings("unchecked")
    final B self() {
        return (B) this;
    }
}
