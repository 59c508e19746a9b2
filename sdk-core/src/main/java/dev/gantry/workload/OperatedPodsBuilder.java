package dev.gantry.workload;

import dev.gantry.Quantity;
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
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the builders of custom kinds share whose operator makes pods, and whose {@code spec} holds fields of these pods
 * side by side with its own, under the names that they have in a pod.
 *
 * @param <B> the builder's own type
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#PodSpec">PodSpec</a>
 */
public abstract class OperatedPodsBuilder<B extends OperatedPodsBuilder<B>> extends NamespacedBuilder<B> {

    /** Begins a resource. */
    protected OperatedPodsBuilder(Kind kind, @Nullable String name) {
        super(kind, name);
    }

    /** Sets {@code serviceAccountName}: who the pods are when they speak to others; {@code default} where it is not set. */
    public final B serviceAccount(ServiceAccount account) {
        References.name(spec(), "serviceAccountName", account);
        return self();
    }

    /** Sets {@code automountServiceAccountToken}: whether containers get a token for the API server. */
    public final B automountServiceAccountToken(boolean automount) {
        spec().set("automountServiceAccountToken", automount);
        return self();
    }

    /** Sets {@code imagePullPolicy}: when the image is pulled; as Kubernetes decides where it is not set. */
    public final B imagePullPolicy(ImagePullPolicy policy) {
        spec().set("imagePullPolicy", policy);
        return self();
    }

    /** Adds to {@code imagePullSecrets}: how the node logs in to image registries. */
    public final B imagePullSecrets(Secret... secrets) {
        if (spec().given("imagePullSecrets", secrets)) {
            for (Secret secret : secrets) {
                if (spec().given("imagePullSecrets", secret)) {
                    References.name(spec().append("imagePullSecrets"), "name", secret);
                }
            }
        }
        return self();
    }

    /**
     * Sets {@code resources.requests}: what the scheduler sets aside for the main container.
     *
     * @param cpu such as {@code 250m} or {@code 2}
     * @param memory such as {@code 256Mi}
     */
    public final B requests(String cpu, String memory) {
        return request("cpu", Quantity.of(cpu)).request("memory", Quantity.of(memory));
    }

    /**
     * Sets {@code resources.limits}: what the main container can have at most.
     *
     * @param cpu such as {@code 500m} or {@code 2}
     * @param memory such as {@code 512Mi}; a container that uses more is killed
     */
    public final B limits(String cpu, String memory) {
        return limit("cpu", Quantity.of(cpu)).limit("memory", Quantity.of(memory));
    }

    /** Sets one entry of {@code resources.requests}, such as {@code memory}. */
    public final B request(String resource, Quantity amount) {
        spec().object("resources").object("requests").set(resource, amount);
        return self();
    }

    /** Sets one entry of {@code resources.limits}, such as {@code memory}. */
    public final B limit(String resource, Quantity amount) {
        spec().object("resources").object("limits").set(resource, amount);
        return self();
    }

    /** Sets {@code securityContext}: what the containers may do. */
    public final B securityContext(Consumer<PodSecurityContext> options) {
        spec().object("securityContext").block(PodSecurityContext::new, options);
        return self();
    }

    /** Adds to {@code nodeSelector}: a label that a node must have. */
    public final B nodeSelector(String key, String value) {
        Entries.label(spec().object("nodeSelector"), key, value);
        return self();
    }

    /** Sets {@code affinity.nodeAffinity}: which nodes the pods want. */
    public final B nodeAffinity(Consumer<NodeAffinity> options) {
        spec().object("affinity").object("nodeAffinity").block(NodeAffinity::new, options);
        return self();
    }

    /** Sets {@code affinity.podAffinity}: near which other pods the pods want to be. */
    public final B podAffinity(Consumer<PodAffinity> options) {
        spec().object("affinity").object("podAffinity").block(PodAffinity::new, options);
        return self();
    }

    /** Sets {@code affinity.podAntiAffinity}: near which other pods the pods do not want to be. */
    public final B podAntiAffinity(Consumer<PodAffinity> options) {
        spec().object("affinity").object("podAntiAffinity").block(PodAffinity::new, options);
        return self();
    }

    /** Adds to {@code tolerations}: nodes with these taints are allowed. */
    public final B tolerations(Toleration... tolerations) {
        if (spec().given("tolerations", tolerations)) {
            for (Toleration toleration : tolerations) {
                spec().add("tolerations", toleration);
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
        Fields constraint = spec().append("topologySpreadConstraints");
        constraint.set("maxSkew", maxSkew, 1, Integer.MAX_VALUE);
        constraint.set("topologyKey", topologyKey, Syntax.LABEL_KEY, ValueRule.LABEL);
        constraint.set("whenUnsatisfiable", action);
        constraint.block(TopologySpreadConstraint::new, options);
        return self();
    }

    /** Sets {@code priorityClassName}: how important the pods are; the cluster's default class where it is not set. */
    public final B priorityClass(PriorityClass priority) {
        References.name(spec(), "priorityClassName", priority);
        return self();
    }

    /** Sets {@code dnsPolicy}; {@link DnsPolicy#CLUSTER_FIRST} where it is not set. */
    public final B dnsPolicy(DnsPolicy policy) {
        spec().set("dnsPolicy", policy);
        return self();
    }

    /** Sets {@code dnsConfig}: servers, domains and options beyond the DNS policy. */
    public final B dnsConfig(Consumer<DnsConfig> options) {
        spec().object("dnsConfig").block(DnsConfig::new, options);
        return self();
    }

    /**
     * Adds to {@code hostAliases}: a line of the pods' {@code /etc/hosts}.
     *
     * @param ip an IP address
     * @param hostnames the names that mean it
     */
    public final B hostAlias(String ip, String... hostnames) {
        Fields alias = spec().append("hostAliases");
        alias.set("ip", ip, Syntax.NOT_EMPTY);
        alias.addAll("hostnames", Syntax.DNS_SUBDOMAIN, hostnames);
        return self();
    }

    /** Sets {@code enableServiceLinks}: whether every Service of the namespace becomes environment variables. */
    public final B enableServiceLinks(boolean enable) {
        spec().set("enableServiceLinks", enable);
        return self();
    }

    /** Sets {@code minReadySeconds}: how long a new pod must be ready before it counts; 0 by default. */
    public final B minReadySeconds(int seconds) {
        spec().set("minReadySeconds", seconds, 0, Integer.MAX_VALUE);
        return self();
    }

    /** Sets {@code terminationGracePeriodSeconds}: how long containers may take to stop; the operator's where not set. */
    public final B terminationGracePeriod(Duration period) {
        spec().seconds("terminationGracePeriodSeconds", period, 0);
        return self();
    }

    /** Adds to {@code volumes}: a volume that the main container does not mount, for a container that is added. */
    public final B volume(Volume volume) {
        if (spec().given("volumes", volume)) {
            new PodVolumes(spec(), null).add(volume);
        }
        return self();
    }

    /**
     * Adds to {@code volumeMounts} of the main container; the volume becomes one of the pods', if it is not yet.
     *
     * @param path where the container sees it; must not contain {@code :}
     */
    public final B mount(Volume volume, String path, Consumer<VolumeMount> options) {
        if (spec().given("volumeMounts", volume)) {
            Fields mount = spec().append("volumeMounts");
            mount.set("name", volume.name());
            mount.set("mountPath", path, Syntax.NOT_EMPTY);
            new PodVolumes(spec(), null).add(volume);
            mount.block(VolumeMount::new, options);
        }
        return self();
    }
}
