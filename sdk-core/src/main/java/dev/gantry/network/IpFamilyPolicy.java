package dev.gantry.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * How many IP families a Service has.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/services-networking/dual-stack/#services">Dual-stack Services</a>
 */
public enum IpFamilyPolicy implements Leaf {
    /** One; the default of Kubernetes. */
    SINGLE_STACK("SingleStack"),
    /** Two where the cluster has two. */
    PREFER_DUAL_STACK("PreferDualStack"),
    /** Two, or the Service is rejected. */
    REQUIRE_DUAL_STACK("RequireDualStack");

    private final String term;

    IpFamilyPolicy(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
