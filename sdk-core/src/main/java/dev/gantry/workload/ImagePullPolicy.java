package dev.gantry.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * When the kubelet pulls an image.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/containers/images/#image-pull-policy">Image pull policy</a>
 */
public enum ImagePullPolicy implements Leaf {
    /** Whenever a container starts; the default of Kubernetes for the tag {@code latest} and for no tag. */
    ALWAYS("Always"),
    /** Only if the node has not got it; the default of Kubernetes for every other tag and for digests. */
    IF_NOT_PRESENT("IfNotPresent"),
    /** Never: the node must have it. */
    NEVER("Never");

    private final String term;

    ImagePullPolicy(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
