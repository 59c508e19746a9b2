package dev.gantry.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * How a volume gets the SELinux label of its pod.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/tasks/configure-pod-container/security-context/#efficient-selinux-volume-relabeling">
 *     SELinux volume relabeling</a>
 */
public enum SeLinuxChangePolicy implements Leaf {
    /** By a mount option, at once. */
    MOUNT_OPTION("MountOption"),
    /** File by file. */
    RECURSIVE("Recursive");

    private final String term;

    SeLinuxChangePolicy(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
