package dev.gantry.workload;

import dev.gantry.NodeSelectorTerm;
import dev.gantry.extension.Fields;
import java.util.function.Consumer;

/**
 * Which nodes a pod wants.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#node-affinity">Node affinity</a>
 */
public final class NodeAffinity {

    private final Fields affinity;

    NodeAffinity(Fields affinity) {
        this.affinity = affinity;
    }

    /**
     * Adds to {@code requiredDuringSchedulingIgnoredDuringExecution}: the pod waits for a node of which this term, or
     * another required one, is true.
     */
    public NodeAffinity required(Consumer<NodeSelectorTerm> term) {
        affinity.object("requiredDuringSchedulingIgnoredDuringExecution")
                .append("nodeSelectorTerms")
                .block(NodeSelectorTerm::of, term);
        return this;
    }

    /**
     * Adds to {@code preferredDuringSchedulingIgnoredDuringExecution}: nodes of which this term is true are taken rather
     * than others.
     *
     * @param weight 1 to 100; the weights of all terms that are true of a node are added up
     */
    public NodeAffinity preferred(int weight, Consumer<NodeSelectorTerm> term) {
        Fields preference = affinity.append("preferredDuringSchedulingIgnoredDuringExecution");
        preference.set("weight", weight, 1, 100);
        preference.object("preference").block(NodeSelectorTerm::of, term);
        return this;
    }
}
