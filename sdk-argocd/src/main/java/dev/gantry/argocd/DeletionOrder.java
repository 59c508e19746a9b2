package dev.gantry.argocd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * In which order an ApplicationSet deletes Applications.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Progressive-Syncs/#deletion-strategies">Deletion strategies</a>
 */
public enum DeletionOrder implements Leaf {
    /** All at once; the default. */
    ALL_AT_ONCE("AllAtOnce"),
    /** From the last step of the rollout to the first. */
    REVERSE("Reverse");

    private final String term;

    DeletionOrder(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
