package dev.gantry.network;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.LabelSelector;
import dev.gantry.cluster.Namespace;
import dev.gantry.extension.Block;
import dev.gantry.extension.Cidr;
import dev.gantry.extension.Entries;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import dev.gantry.extension.ValueRule;
import java.util.function.Consumer;

/**
 * The other side of a NetworkPolicy's rule, where it is not a workload or a Service of the program.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/#NetworkPolicySpec">
 *     NetworkPolicyPeer</a>
 */
@CheckReturnValue
public final class NetworkPolicyPeer extends Block {

    /** The label of every namespace that holds its name. */
    static final String NAMESPACE_NAME = "kubernetes.io/metadata.name";

    private NetworkPolicyPeer(Consumer<Fields> writer) {
        super(writer);
    }

    /** Pods of the policy's own namespace: {@code podSelector}. */
    public static NetworkPolicyPeer pods(LabelSelector pods) {
        return new NetworkPolicyPeer(peer -> peer.set("podSelector", pods));
    }

    /** Every pod of a namespace: {@code namespaceSelector} by the label that holds the namespace's name. */
    public static NetworkPolicyPeer namespace(Namespace namespace) {
        return new NetworkPolicyPeer(peer -> {
            if (peer.given("namespaceSelector", namespace)) {
                Fields labels = peer.replace("namespaceSelector").object("matchLabels");
                Entries.label(labels, NAMESPACE_NAME, namespace.name());
                peer.mention("namespaceSelector", namespace);
            }
        });
    }

    /** Every pod of namespaces with certain labels: {@code namespaceSelector}. */
    public static NetworkPolicyPeer namespaces(LabelSelector namespaces) {
        return new NetworkPolicyPeer(peer -> peer.set("namespaceSelector", namespaces));
    }

    /**
     * Addresses, in most cases outside of the cluster: {@code ipBlock}. Pods are better named as such, since their
     * addresses change.
     *
     * @param cidr a block such as {@code 192.0.2.0/24}
     * @param except blocks in it that are left out
     */
    @SuppressWarnings("ConstantValue") // callers outside of null-marked code may pass null
    public static NetworkPolicyPeer ipBlock(String cidr, String... except) {
        return new NetworkPolicyPeer(peer -> {
            Fields block = peer.object("ipBlock");
            block.set("cidr", cidr, Syntax.CIDR);
            Cidr whole = cidr == null ? null : Cidr.parse(cidr);
            block.addAll("except", Syntax.CIDR, except);
            for (int i = 0; whole != null && except != null && i < except.length; i++) {
                Cidr part = except[i] == null ? null : Cidr.parse(except[i]);
                if (part != null && !whole.exceeds(part)) {
                    block.flaw(
                            "except",
                            ValueRule.CONFLICT,
                            except[i] + " is not a part of " + cidr + ".",
                            "Leave out blocks only that lie in the block.");
                }
            }
        });
    }

    /** Asks also for pods with certain labels: {@code podSelector}, beside the namespaces. */
    public NetworkPolicyPeer podSelector(LabelSelector pods) {
        return new NetworkPolicyPeer(and(peer -> {
            peer.set("podSelector", pods);
            if (peer.has("ipBlock")) {
                peer.flaw(
                        "podSelector",
                        ValueRule.CONFLICT,
                        "A block of addresses cannot be narrowed to pods.",
                        "Name pods by namespace(...) or pods(...).");
            }
        }));
    }
}
