package dev.gantry.network;

import dev.gantry.Selectable;
import dev.gantry.extension.Fields;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the pods of a NetworkPolicy may connect to: any of the peers, at any of the ports. Without peers that is everything,
 * without ports every port.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/#NetworkPolicySpec">
 *     spec.egress</a>
 */
public final class NetworkPolicyEgressRule extends NetworkPolicyRule<NetworkPolicyEgressRule> {

    NetworkPolicyEgressRule(Fields rule, Supplier<@Nullable NetworkPolicy> policy) {
        super(rule, policy);
    }

    /**
     * Adds to {@code to}: the pods of a workload. If it lives in another namespace, that is named too.
     *
     * @param pods a workload of the program
     */
    public NetworkPolicyEgressRule to(Selectable pods) {
        return peer("to", pods);
    }

    /**
     * Adds to {@code to}: the pods that a Service leads to. If it lives in another namespace, that is named too.
     *
     * @param service a Service of the program with a selector
     */
    public NetworkPolicyEgressRule to(Service service) {
        return peer("to", service);
    }

    /** Adds to {@code to}. */
    public NetworkPolicyEgressRule to(NetworkPolicyPeer peer) {
        return peer("to", peer);
    }
}
