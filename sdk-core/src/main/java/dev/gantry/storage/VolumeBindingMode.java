package dev.gantry.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * When a claim gets its volume.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/storage/storage-classes/#volume-binding-mode">
 *     Volume binding mode</a>
 */
public enum VolumeBindingMode implements Leaf {
    /** At once, on whatever node it then is; the default of Kubernetes. */
    IMMEDIATE("Immediate"),
    /** When a pod needs it, and where that pod can run. */
    WAIT_FOR_FIRST_CONSUMER("WaitForFirstConsumer");

    private final String term;

    VolumeBindingMode(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
