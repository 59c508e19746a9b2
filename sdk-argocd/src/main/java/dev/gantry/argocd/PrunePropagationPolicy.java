package dev.gantry.argocd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * What deleting a resource does to those that it owns.
 *
 * @see <a
 *     href="https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/#resources-prune-deletion-propagation-policy">
 *     Propagation policy</a>
 */
public enum PrunePropagationPolicy implements Leaf {
    /** They go first; the default. */
    FOREGROUND("foreground"),
    /** They go afterwards. */
    BACKGROUND("background"),
    /** They stay. */
    ORPHAN("orphan");

    private final String term;

    PrunePropagationPolicy(String term) {
        this.term = term;
    }

    String term() {
        return term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
