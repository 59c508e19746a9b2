package dev.gantry.autoscaling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/** Whether a vertical autoscaler looks after a container. */
public enum ContainerScalingMode implements Leaf {
    /** It does. */
    AUTO("Auto"),
    /** It does not. */
    OFF("Off");

    private final String term;

    ContainerScalingMode(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
