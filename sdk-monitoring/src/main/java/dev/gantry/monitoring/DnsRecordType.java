package dev.gantry.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * The sort of DNS records that are asked for.
 *
 * @see <a href="https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1alpha1.DNSSDConfig">
 *     DNSSDConfig</a>
 */
public enum DnsRecordType implements Leaf {
    /** Addresses of IP version 4. */
    A("A"),
    /** Addresses of IP version 6. */
    AAAA("AAAA"),
    /** Services with their ports; the default. */
    SRV("SRV"),
    /** Name servers. */
    NS("NS"),
    /** Mail exchanges. */
    MX("MX");

    private final String term;

    DnsRecordType(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
