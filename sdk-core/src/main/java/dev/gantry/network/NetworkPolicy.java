package dev.gantry.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.LabelSelector;
import dev.gantry.Port;
import dev.gantry.Selectable;
import dev.gantry.cluster.Namespace;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Kind;
import dev.gantry.extension.NamespacedBuilder;
import dev.gantry.extension.Resource;
import dev.gantry.raw.ModelEdit;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Which connections pods may have. Pods that no policy names have every connection. As soon as one names them for a
 * direction, they are isolated in it: only what a rule of some policy admits goes through. Between two pods, both sides
 * have to admit it.
 *
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/">
 *     NetworkPolicy</a>
 */
public final class NetworkPolicy extends Resource {

    private static final Kind KIND = Kind.namespaced("networking.k8s.io/v1", "NetworkPolicy");

    private NetworkPolicy(Builder builder) {
        super(builder);
        builder.made = this;
    }

    /**
     * Makes a policy for the pods of a workload.
     *
     * @param name a DNS subdomain
     * @param pods a workload of the same namespace
     */
    @CheckReturnValue
    public static NetworkPolicy of(String name, Selectable pods, Consumer<Builder> options) {
        return new NetworkPolicy(configured(new Builder(name, pods), options));
    }

    /**
     * Makes a policy for all pods of its namespace, or for those that {@link Builder#podSelector} names.
     *
     * @param name a DNS subdomain
     */
    @CheckReturnValue
    public static NetworkPolicy forAllPods(String name, Consumer<Builder> options) {
        return new NetworkPolicy(configured(new Builder(name), options));
    }

    /**
     * Makes a policy that isolates all pods of its namespace in both directions. What is to go through needs policies of
     * its own, DNS too: {@link Builder#egressToDns()}.
     *
     * @param name a DNS subdomain
     * @see <a
     *     href="https://kubernetes.io/docs/concepts/services-networking/network-policies/#default-policies">Default
     *     policies</a>
     */
    @CheckReturnValue
    public static NetworkPolicy denyAll(String name) {
        return forAllPods(name, n -> n.policyTypes(PolicyType.INGRESS, PolicyType.EGRESS));
    }

    /**
     * Makes a policy that isolates all pods of its namespace from what connects to them.
     *
     * @param name a DNS subdomain
     */
    @CheckReturnValue
    public static NetworkPolicy denyIngress(String name) {
        return forAllPods(name, n -> n.policyTypes(PolicyType.INGRESS));
    }

    /**
     * Makes a policy that isolates all pods of its namespace from what they connect to.
     *
     * @param name a DNS subdomain
     */
    @CheckReturnValue
    public static NetworkPolicy denyEgress(String name) {
        return forAllPods(name, n -> n.policyTypes(PolicyType.EGRESS));
    }

    /** Builds a {@link NetworkPolicy}. */
    public static final class Builder extends NamespacedBuilder<Builder> {

        private static final int DNS = 53;

        private @Nullable NetworkPolicy made;

        private Builder(@Nullable String name) {
            super(KIND, name);
            spec().object("podSelector");
        }

        private Builder(@Nullable String name, Selectable pods) {
            super(KIND, name);
            Fields labels = spec().object("podSelector").object("matchLabels");
            if (spec().given("podSelector", pods)) {
                pods.selector().forEach(labels::set);
                spec().refer("podSelector", pods.resource());
            }
        }

        /**
         * Sets {@code spec.podSelector}, for pods that the program does not make, or for those of several workloads.
         *
         * @see <a
         *     href="https://kubernetes.io/docs/concepts/services-networking/network-policies/#networkpolicy-resource">
         *     podSelector</a>
         */
        public Builder podSelector(LabelSelector pods) {
            spec().set("podSelector", pods);
            return this;
        }

        /**
         * Adds to {@code spec.ingress}: who may connect to the pods, and where. Isolates the pods from all that no rule
         * admits; a rule without {@code from} and {@code port} admits everything.
         */
        public Builder ingress(Consumer<NetworkPolicyIngressRule> rule) {
            isolate(PolicyType.INGRESS);
            spec().append("ingress").block(fields -> new NetworkPolicyIngressRule(fields, () -> made), rule);
            return this;
        }

        /**
         * Adds to {@code spec.egress}: what the pods may connect to, and where. Isolates the pods from all that no rule
         * admits; a rule without {@code to} and {@code port} admits everything.
         */
        public Builder egress(Consumer<NetworkPolicyEgressRule> rule) {
            isolate(PolicyType.EGRESS);
            spec().append("egress").block(fields -> new NetworkPolicyEgressRule(fields, () -> made), rule);
            return this;
        }

        /**
         * Adds to {@code spec.egress}: the pods may ask the cluster's DNS. Names the pods {@code k8s-app: kube-dns} of the
         * namespace {@code kube-system}, at port 53 of UDP and TCP.
         *
         * @see <a href="https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/">DNS for Services and
         *     Pods</a>
         */
        public Builder egressToDns() {
            return egress(rule -> rule.to(NetworkPolicyPeer.namespace(Namespace.existing("kube-system"))
                            .podSelector(LabelSelector.of("k8s-app", "kube-dns")))
                    .port(Port.udp("dns", DNS))
                    .port(Port.tcp("dns", DNS)));
        }

        /**
         * Adds to {@code spec.policyTypes}: isolates the pods in these directions, where no rule does so already. What no
         * rule of any policy admits does not go through.
         */
        public Builder policyTypes(PolicyType... types) {
            if (spec().given("policyTypes", types)) {
                for (PolicyType type : types) {
                    isolate(type);
                }
            }
            return this;
        }

        /**
         * Edits the object with fabric8's builder: the last word, after every default.
         *
         * @see ModelEdit
         */
        public Builder raw(UnaryOperator<NetworkPolicyBuilder> edit) {
            return edit(ModelEdit.of(
                    io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy.class,
                    NetworkPolicyBuilder::new,
                    edit));
        }

        private void isolate(@Nullable PolicyType type) {
            JsonNode present = spec().get("policyTypes");
            if (present != null && type != null) {
                for (JsonNode other : present) {
                    if (other.equals(type.toJson())) {
                        return;
                    }
                }
            }
            spec().add("policyTypes", type);
        }
    }
}
