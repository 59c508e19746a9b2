package dev.gantry.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * What happens to a volume whose claim is gone.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reclaiming">Reclaiming</a>
 */
public enum ReclaimPolicy implements Leaf {
    /** It is deleted, with what is on it; the default of Kubernetes for volumes that are made for a claim. */
    DELETE("Delete"),
    /** It is kept; the default of Kubernetes for other volumes. */
    RETAIN("Retain");

    private final String term;

    ReclaimPolicy(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
