package dev.gantry.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * Whether mounts made inside a volume are seen on the other side.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/storage/volumes/#mount-propagation">Mount propagation</a>
 */
public enum MountPropagation implements Leaf {
    /** Not in either direction; the default of Kubernetes. */
    NONE("None"),
    /** The container sees what the host mounts. */
    HOST_TO_CONTAINER("HostToContainer"),
    /** The host sees what the container mounts, too; needs a privileged container. */
    BIDIRECTIONAL("Bidirectional");

    private final String term;

    MountPropagation(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
