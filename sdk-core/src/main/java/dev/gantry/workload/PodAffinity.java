package dev.gantry.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gantry.LabelSelector;
import dev.gantry.Selectable;
import dev.gantry.extension.Context;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Late;
import dev.gantry.extension.Syntax;
import dev.gantry.extension.ValueRule;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Near which other pods a pod wants to be, or not to be.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#inter-pod-affinity-and-anti-affinity">
 *     Inter-pod affinity and anti-affinity</a>
 */
public final class PodAffinity {

    private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";
    private static final String PREFERRED = "preferredDuringSchedulingIgnoredDuringExecution";

    private final Fields affinity;

    PodAffinity(Fields affinity) {
        this.affinity = affinity;
    }

    /**
     * Adds to {@code requiredDuringSchedulingIgnoredDuringExecution}: the pod waits for such a node.
     *
     * @param pods the workload whose pods are meant; its namespace is stated if it is another one
     * @param topologyKey the label of nodes that says what "near" is, such as {@code topology.kubernetes.io/zone}
     */
    public PodAffinity required(Selectable pods, String topologyKey) {
        workload(affinity.append(REQUIRED), pods, topologyKey);
        return this;
    }

    /**
     * Adds to {@code requiredDuringSchedulingIgnoredDuringExecution}: the pod waits for such a node.
     *
     * @param pods which pods are meant
     * @param topologyKey the label of nodes that says what "near" is, such as {@code topology.kubernetes.io/zone}
     */
    public PodAffinity required(LabelSelector pods, String topologyKey) {
        return required(pods, topologyKey, options -> {});
    }

    /**
     * Adds to {@code requiredDuringSchedulingIgnoredDuringExecution}: the pod waits for such a node.
     *
     * @param pods which pods are meant
     * @param topologyKey the label of nodes that says what "near" is, such as {@code topology.kubernetes.io/zone}
     */
    public PodAffinity required(LabelSelector pods, String topologyKey, Consumer<PodAffinityTerm> options) {
        term(affinity.append(REQUIRED), pods, topologyKey, options);
        return this;
    }

    /**
     * Adds to {@code preferredDuringSchedulingIgnoredDuringExecution}: such nodes are taken rather than others.
     *
     * @param weight 1 to 100; the weights of all terms that are true of a node are added up
     * @param pods the workload whose pods are meant; its namespace is stated if it is another one
     * @param topologyKey the label of nodes that says what "near" is, such as {@code topology.kubernetes.io/zone}
     */
    public PodAffinity preferred(int weight, Selectable pods, String topologyKey) {
        workload(weighted(weight), pods, topologyKey);
        return this;
    }

    /**
     * Adds to {@code preferredDuringSchedulingIgnoredDuringExecution}: such nodes are taken rather than others.
     *
     * @param weight 1 to 100; the weights of all terms that are true of a node are added up
     * @param pods which pods are meant
     * @param topologyKey the label of nodes that says what "near" is, such as {@code topology.kubernetes.io/zone}
     */
    public PodAffinity preferred(int weight, LabelSelector pods, String topologyKey) {
        return preferred(weight, pods, topologyKey, options -> {});
    }

    /**
     * Adds to {@code preferredDuringSchedulingIgnoredDuringExecution}: such nodes are taken rather than others.
     *
     * @param weight 1 to 100; the weights of all terms that are true of a node are added up
     * @param pods which pods are meant
     * @param topologyKey the label of nodes that says what "near" is, such as {@code topology.kubernetes.io/zone}
     */
    public PodAffinity preferred(
            int weight, LabelSelector pods, String topologyKey, Consumer<PodAffinityTerm> options) {
        term(weighted(weight), pods, topologyKey, options);
        return this;
    }

    private Fields weighted(int weight) {
        Fields weighted = affinity.append(PREFERRED);
        weighted.set("weight", weight, 1, 100);
        return weighted.object("podAffinityTerm");
    }

    private static void workload(Fields term, Selectable pods, String topologyKey) {
        if (term.given("labelSelector", pods)) {
            term.set("namespaces", (Late) context -> otherNamespace(pods, context));
            term(term, LabelSelector.of(pods), topologyKey, options -> {});
        }
    }

    /** A list with the namespace of the other pods; {@code null} if it is the pod's own. */
    private static @Nullable JsonNode otherNamespace(Selectable pods, Context context) {
        String namespace = context.namespace(pods.resource());
        return namespace == null || namespace.equals(context.namespace())
                ? null
                : JsonNodeFactory.instance.arrayNode().add(namespace);
    }

    private static void term(Fields term, LabelSelector pods, String topologyKey, Consumer<PodAffinityTerm> options) {
        term.set("labelSelector", pods);
        term.set("topologyKey", topologyKey, Syntax.LABEL_KEY, ValueRule.LABEL);
        term.block(PodAffinityTerm::new, options);
    }
}
