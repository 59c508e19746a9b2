package dev.gantry.istio.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * What happens to requests that a rule of a policy matches. A policy asks somebody else with {@link AuthorizationPolicy.Builder#custom}.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/security/authorization-policy/#AuthorizationPolicy-Action">Action</a>
 */
public enum AuthorizationAction implements Leaf {
    /** They are let through; as soon as one such policy selects a workload, all others are not. The default. */
    ALLOW,
    /** They are rejected, whatever other policies allow. */
    DENY,
    /** They are to be logged. */
    AUDIT;

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(name());
    }
}
