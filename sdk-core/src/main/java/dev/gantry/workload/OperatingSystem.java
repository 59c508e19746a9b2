package dev.gantry.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * The operating system of a pod's containers.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/workloads/pods/#pod-os">Pod OS</a>
 */
public enum OperatingSystem implements Leaf {
    /** Linux. */
    LINUX("linux"),
    /** Windows. */
    WINDOWS("windows");

    private final String term;

    OperatingSystem(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
