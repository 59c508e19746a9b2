package dev.gantry.network;

import dev.gantry.Selectable;
import dev.gantry.extension.Fields;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who may connect to the pods of a NetworkPolicy: any of the peers, at any of the ports. Without peers that is everybody,
 * without ports every port.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/#NetworkPolicySpec">
 *     spec.ingress</a>
 */
public final class NetworkPolicyIngressRule extends NetworkPolicyRule<NetworkPolicyIngressRule> {

    NetworkPolicyIngressRule(Fields rule, Supplier<@Nullable NetworkPolicy> policy) {
        super(rule, policy);
    }

    /**
     * Adds to {@code from}: the pods of a workload. If it lives in another namespace, that is named too.
     *
     * @param pods a workload of the program
     */
    public NetworkPolicyIngressRule from(Selectable pods) {
        return peer("from", pods);
    }

    /**
     * Adds to {@code from}: the pods that a Service leads to. If it lives in another namespace, that is named too.
     *
     * @param service a Service of the program with a selector
     */
    public NetworkPolicyIngressRule from(Service service) {
        return peer("from", service);
    }

    /** Adds to {@code from}. */
    public NetworkPolicyIngressRule from(NetworkPolicyPeer peer) {
        return peer("from", peer);
    }
}
