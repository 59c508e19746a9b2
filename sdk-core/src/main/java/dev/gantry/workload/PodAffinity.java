package dev.gantry.workload;

import dev.gantry.LabelSelector;
import dev.gantry.Selectable;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import dev.gantry.extension.ValueRule;
import java.util.function.Consumer;

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
     * @param pods the workload whose pods are meant
     * @param topologyKey the label of nodes that says what "near" is, such as {@code topology.kubernetes.io/zone}
     */
    public PodAffinity required(Selectable pods, String topologyKey) {
        return required(LabelSelector.of(pods), topologyKey);
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
     * @param pods the workload whose pods are meant
     * @param topologyKey the label of nodes that says what "near" is, such as {@code topology.kubernetes.io/zone}
     */
    public PodAffinity preferred(int weight, Selectable pods, String topologyKey) {
        return preferred(weight, LabelSelector.of(pods), topologyKey);
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
        Fields weighted = affinity.append(PREFERRED);
        weighted.set("weight", weight, 1, 100);
        term(weighted.object("podAffinityTerm"), pods, topologyKey, options);
        return this;
    }

    private static void term(Fields term, LabelSelector pods, String topologyKey, Consumer<PodAffinityTerm> options) {
        term.set("labelSelector", pods);
        term.set("topologyKey", topologyKey, Syntax.LABEL_KEY, ValueRule.LABEL);
        term.block(PodAffinityTerm::new, options);
    }
}
