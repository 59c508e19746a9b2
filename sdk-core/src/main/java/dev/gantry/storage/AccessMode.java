package dev.gantry.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * From how many nodes a volume can be used at once, and what for.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes">Access modes</a>
 */
public enum AccessMode implements Leaf {
    /** The pods of one node can read and write. */
    READ_WRITE_ONCE("ReadWriteOnce"),
    /** The pods of many nodes can read. */
    READ_ONLY_MANY("ReadOnlyMany"),
    /** The pods of many nodes can read and write. */
    READ_WRITE_MANY("ReadWriteMany"),
    /** One pod can read and write; not beside other access modes. */
    READ_WRITE_ONCE_POD("ReadWriteOncePod");

    private final String term;

    AccessMode(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
