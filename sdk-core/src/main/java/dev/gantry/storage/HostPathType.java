package dev.gantry.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * What must be at a path of the host.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/storage/volumes/#hostpath-volume-types">hostPath types</a>
 */
public enum HostPathType implements Leaf {
    /** A folder, which is made if it is not there. */
    DIRECTORY_OR_CREATE("DirectoryOrCreate"),
    /** A folder. */
    DIRECTORY("Directory"),
    /** A file, which is made if it is not there. */
    FILE_OR_CREATE("FileOrCreate"),
    /** A file. */
    FILE("File"),
    /** A UNIX socket. */
    SOCKET("Socket"),
    /** A character device. */
    CHAR_DEVICE("CharDevice"),
    /** A block device. */
    BLOCK_DEVICE("BlockDevice");

    private final String term;

    HostPathType(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
