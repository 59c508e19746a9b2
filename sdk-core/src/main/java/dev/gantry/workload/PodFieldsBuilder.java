package dev.gantry.workload;

import dev.gantry.access.ServiceAccount;
import dev.gantry.cluster.PriorityClass;
import dev.gantry.config.Secret;
import dev.gantry.extension.Entries;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Kind;
import dev.gantry.extension.NamespacedBuilder;
import dev.gantry.extension.References;
import dev.gantry.extension.Syntax;
import dev.gantry.extension.ValueRule;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of pods wherever their fields stand: in a {@code spec} of their own, or among the fields of a custom
 * kind whose operator makes them.
 *
 * @param <B> the builder's own type
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#PodSpec">PodSpec</a>
 */
public abstract class PodFieldsBuilder<B extends PodFieldsBuilder<B>> extends NamespacedBuilder<B> {

    PodFieldsBuilder(Kind kind, @Nullable String name) {
        super(kind, name);
    }

    /** Sets {@code serviceAccountName}: who the pods are when they speak to others; {@code default} where it is not set. */
    public final B serviceAccount(ServiceAccount account) {
        References.name(podSpec(), "serviceAccountName", account);
        return self();
    }

    /**
     * Sets {@code automountServiceAccountToken}: whether containers get a token for the API server; as the ServiceAccount
     * says, or else {@code true}, where it is not set.
     */
    public final B automountServiceAccountToken(boolean automount) {
        podSpec().set("automountServiceAccountToken", automount);
        return self();
    }

    /** Adds to {@code imagePullSecrets}: how the node logs in to image registries. */
    public final B imagePullSecrets(Secret... secrets) {
        if (podSpec().given("imagePullSecrets", secrets)) {
            for (Secret secret : secrets) {
                if (podSpec().given("imagePullSecrets", secret)) {
                    References.name(podSpec().append("imagePullSecrets"), "name", secret);
                }
            }
        }
        return self();
    }

    /** Sets {@code securityContext}: what the containers may do. */
    public final B securityContext(Consumer<PodSecurityContext> options) {
        podSpec().object("securityContext").block(PodSecurityContext::new, options);
        return self();
    }

    /** Adds to {@code nodeSelector}: a label that a node must have. */
    public final B nodeSelector(String key, String value) {
        Entries.label(podSpec().object("nodeSelector"), key, value);
        return self();
    }

    /** Sets {@code affinity.nodeAffinity}: which nodes the pods want. */
    public final B nodeAffinity(Consumer<NodeAffinity> options) {
        podSpec().object("affinity").object("nodeAffinity").block(NodeAffinity::new, options);
        return self();
    }

    /** Sets {@code affinity.podAffinity}: near which other pods the pods want to be. */
    public final B podAffinity(Consumer<PodAffinity> options) {
        podSpec().object("affinity").object("podAffinity").block(PodAffinity::new, options);
        return self();
    }

    /** Sets {@code affinity.podAntiAffinity}: near which other pods the pods do not want to be. */
    public final B podAntiAffinity(Consumer<PodAffinity> options) {
        podSpec().object("affinity").object("podAntiAffinity").block(PodAffinity::new, options);
        return self();
    }

    /** Adds to {@code tolerations}: nodes with these taints are allowed. */
    public final B tolerations(Toleration... tolerations) {
        if (podSpec().given("tolerations", tolerations)) {
            for (Toleration toleration : tolerations) {
                podSpec().add("tolerations", toleration);
            }
        }
        return self();
    }

    /**
     * Adds to {@code topologySpreadConstraints}: how evenly pods spread.
     *
     * @param maxSkew by how many pods domains may differ, 1 or more
     * @param topologyKey the label of nodes that says what a domain is, such as {@code topology.kubernetes.io/zone}
     * @param action what happens to a pod that cannot be placed so
     */
    public final B topologySpread(
            int maxSkew, String topologyKey, UnsatisfiableAction action, Consumer<TopologySpreadConstraint> options) {
        Fields constraint = podSpec().append("topologySpreadConstraints");
        constraint.set("maxSkew", maxSkew, 1, Integer.MAX_VALUE);
        constraint.set("topologyKey", topologyKey, Syntax.LABEL_KEY, ValueRule.LABEL);
        constraint.set("whenUnsatisfiable", action);
        constraint.block(TopologySpreadConstraint::new, options);
        return self();
    }

    /** Sets {@code priorityClassName}: how important the pods are; the cluster's default class where it is not set. */
    public final B priorityClass(PriorityClass priority) {
        References.name(podSpec(), "priorityClassName", priority);
        return self();
    }

    /** Sets {@code dnsPolicy}; {@link DnsPolicy#CLUSTER_FIRST} where it is not set. */
    public final B dnsPolicy(DnsPolicy policy) {
        podSpec().set("dnsPolicy", policy);
        return self();
    }

    /** Sets {@code dnsConfig}: servers, domains and options beyond the DNS policy. */
    public final B dnsConfig(Consumer<DnsConfig> options) {
        podSpec().object("dnsConfig").block(DnsConfig::new, options);
        return self();
    }

    /**
     * Adds to {@code hostAliases}: a line of the pods' {@code /etc/hosts}.
     *
     * @param ip an IP address
     * @param hostnames the names that mean it
     */
    public final B hostAlias(String ip, String... hostnames) {
        Fields alias = podSpec().append("hostAliases");
        alias.set("ip", ip, Syntax.NOT_EMPTY);
        alias.addAll("hostnames", Syntax.DNS_SUBDOMAIN, hostnames);
        return self();
    }

    /**
     * Sets {@code enableServiceLinks}: whether every Service of the namespace becomes environment variables; {@code true} by
     * default.
     */
    public final B enableServiceLinks(boolean enable) {
        podSpec().set("enableServiceLinks", enable);
        return self();
    }

    /** The object that holds the fields. */
    abstract Fields podSpec();
}
