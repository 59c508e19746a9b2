package dev.gantry.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * A version of the Internet Protocol.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/services-networking/dual-stack/">Dual stack</a>
 */
public enum IpFamily implements Leaf {
    /** Version 4. */
    IPV4("IPv4"),
    /** Version 6. */
    IPV6("IPv6");

    private final String term;

    IpFamily(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
