package dev.gantry.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.Port;
import dev.gantry.Protocol;
import dev.gantry.Selectable;
import dev.gantry.extension.Context;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Late;
import dev.gantry.extension.Resource;
import dev.gantry.extension.ValueRule;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the rules of a NetworkPolicy share: they admit what comes from or goes to any of their peers, at any of their
 * ports. Without peers that is everywhere, without ports every port.
 *
 * @param <B> the rule's own type
 */
public abstract sealed class NetworkPolicyRule<B extends NetworkPolicyRule<B>>
        permits NetworkPolicyIngressRule, NetworkPolicyEgressRule {

    private final Fields rule;
    private final Supplier<@Nullable NetworkPolicy> policy;

    NetworkPolicyRule(Fields rule, Supplier<@Nullable NetworkPolicy> policy) {
        this.rule = rule;
        this.policy = policy;
    }

    /**
     * Adds a port by the number that the container listens on, which need not be the number in a Service.
     *
     * @param port the container's port
     */
    public final B port(Port port) {
        if (rule.given("ports", port)) {
            Fields entry = rule.append("ports");
            entry.set("protocol", port.protocol());
            entry.set("port", port.number());
            entry.flaws("port", port.flaws());
        }
        return self();
    }

    /**
     * Adds to {@code ports}: all of a range, with {@code port} and {@code endPort}.
     *
     * @param protocol the transport protocol
     * @param first 1 to 65535
     * @param last 1 to 65535, not less than {@code first}
     * @see <a
     *     href="https://kubernetes.io/docs/concepts/services-networking/network-policies/#targeting-a-range-of-ports">
     *     Targeting a range of ports</a>
     */
    public final B portRange(Protocol protocol, int first, int last) {
        Fields entry = rule.append("ports");
        entry.set("protocol", protocol);
        entry.set("port", first, 1, 65_535);
        entry.set("endPort", last, 1, 65_535);
        if (last < first) {
            entry.flaw(
                    "endPort",
                    ValueRule.CONFLICT,
                    "The range ends at " + last + ", before it begins at " + first + ".",
                    "Give the smaller number first.");
        }
        return self();
    }

    /** Adds to {@code ports}: every port of a protocol. */
    public final B everyPort(Protocol protocol) {
        rule.append("ports").set("protocol", protocol);
        return self();
    }

    final B peer(String list, Selectable pods) {
        if (rule.given(list, pods)) {
            peer(list, pods.resource(), pods.selector());
        }
        return self();
    }

    final B peer(String list, Service service) {
        if (rule.given(list, service)) {
            peer(list, service, service.selector());
        }
        return self();
    }

    final B peer(String list, NetworkPolicyPeer peer) {
        rule.add(list, peer);
        return self();
    }

    private void peer(String list, Resource target, SortedMap<String, String> selector) {
        Fields peer = rule.append(list);
        Fields labels = peer.object("podSelector").object("matchLabels");
        selector.forEach(labels::set);
        peer.set("namespaceSelector", (Late) context -> otherNamespace(target, context));
        peer.mention("podSelector", target);
    }

    /** The namespace of the other side; {@code null} if it is the policy's own. */
    private @Nullable JsonNode otherNamespace(Resource target, Context context) {
        NetworkPolicy own = policy.get();
        String namespace = context.namespace(target);
        if (namespace == null || (own != null && namespace.equals(context.namespace(own)))) {
            return null;
        }
        ObjectNode selector = JsonNodeFactory.instance.objectNode();
        selector.putObject("matchLabels").put(NetworkPolicyPeer.NAMESPACE_NAME, namespace);
        return selector;
    }

    @SuppressWarnings("unchecked")
    private B self() {
        return (B) this;
    }
}
