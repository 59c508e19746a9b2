package dev.gantry.storage;

import dev.gantry.NodeSelectorTerm;
import dev.gantry.extension.Fields;
import java.util.function.Consumer;

/**
 * On which nodes a volume can be used.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#node-affinity">Node affinity</a>
 */
public final class VolumeNodeAffinity {

    private final Fields affinity;

    VolumeNodeAffinity(Fields affinity) {
        this.affinity = affinity;
    }

    /** Adds to {@code required}: the volume can be used on nodes of which this term, or another one, is true. */
    public VolumeNodeAffinity required(Consumer<NodeSelectorTerm> term) {
        affinity.object("required").append("nodeSelectorTerms").block(NodeSelectorTerm::of, term);
        return this;
    }
}
