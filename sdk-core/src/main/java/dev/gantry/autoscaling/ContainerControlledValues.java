package dev.gantry.autoscaling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/** Which values of a container a vertical autoscaler changes. */
public enum ContainerControlledValues implements Leaf {
    /** Requests, and limits in the same proportion. */
    REQUESTS_AND_LIMITS("RequestsAndLimits"),
    /** Requests only. */
    REQUESTS_ONLY("RequestsOnly");

    private final String term;

    ContainerControlledValues(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
