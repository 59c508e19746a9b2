package dev.gantry.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * The scheme of a request.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#Probe">
 *     httpGet.scheme</a>
 */
public enum UriScheme implements Leaf {
    /** Plain HTTP; the default of Kubernetes. */
    HTTP("HTTP"),
    /** HTTP over TLS; the certificate is not verified. */
    HTTPS("HTTPS");

    private final String term;

    UriScheme(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
