package dev.gantry.argocd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * What a sync window does while it is open.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/sync_windows/">Sync windows</a>
 */
public enum SyncWindowKind implements Leaf {
    /** Applications may be synced, and at no other time. */
    ALLOW("allow"),
    /** Applications may not be synced. */
    DENY("deny");

    private final String term;

    SyncWindowKind(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
