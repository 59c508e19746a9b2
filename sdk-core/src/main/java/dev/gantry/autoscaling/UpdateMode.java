package dev.gantry.autoscaling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * When a vertical autoscaler applies what it recommends.
 *
 * @see <a
 *     href="https://github.com/kubernetes/autoscaler/blob/master/vertical-pod-autoscaler/docs/quickstart.md">Modes</a>
 */
public enum UpdateMode implements Leaf {
    /** Never: it only recommends, in its status. */
    OFF("Off"),
    /** When a pod is made, and not later. */
    INITIAL("Initial"),
    /** When a pod is made, and by evicting pods that need another size. */
    RECREATE("Recreate"),
    /** Without restarting pods where that is possible, and by evicting them where it is not. */
    IN_PLACE_OR_RECREATE("InPlaceOrRecreate"),
    /**
     * As {@link #RECREATE}. The autoscaler has deprecated it with version 1.5, and warns where it is written: name one of
     * the others.
     */
    AUTO("Auto");

    private final String term;

    UpdateMode(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
