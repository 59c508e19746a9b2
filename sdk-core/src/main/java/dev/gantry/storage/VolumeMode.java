package dev.gantry.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * How containers see a volume.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#volume-mode">Volume mode</a>
 */
public enum VolumeMode implements Leaf {
    /** As files; the default of Kubernetes. */
    FILESYSTEM("Filesystem"),
    /** As a raw block device. */
    BLOCK("Block");

    private final String term;

    VolumeMode(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
