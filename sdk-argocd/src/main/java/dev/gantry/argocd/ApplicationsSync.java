package dev.gantry.argocd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * What an ApplicationSet may do with the Applications that it has made.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Controlling-Resource-Modification/">Controlling resource modification</a>
 */
public enum ApplicationsSync implements Leaf {
    /** Makes them, and never touches them again. */
    CREATE_ONLY("create-only"),
    /** Makes and changes them. */
    CREATE_UPDATE("create-update"),
    /** Makes and deletes them. */
    CREATE_DELETE("create-delete"),
    /** Makes, changes and deletes them; the default. */
    SYNC("sync");

    private final String term;

    ApplicationsSync(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
