package dev.gantry.autoscaling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/** In which direction a recommendation must go so that pods are evicted for it. */
public enum EvictionChangeRequirement implements Leaf {
    /** More than is requested. */
    TARGET_HIGHER_THAN_REQUESTS("TargetHigherThanRequests"),
    /** Less than is requested. */
    TARGET_LOWER_THAN_REQUESTS("TargetLowerThanRequests");

    private final String term;

    EvictionChangeRequirement(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
