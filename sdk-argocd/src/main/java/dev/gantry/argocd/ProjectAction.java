package dev.gantry.argocd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * What a role of a project allows to do.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/operator-manual/rbac/#policies">Policies</a>
 */
public enum ProjectAction implements Leaf {
    /** Reads it. */
    GET("get"),
    /** Makes it. */
    CREATE("create"),
    /** Changes it, and the resources of an Application. */
    UPDATE("update"),
    /** Deletes it, and the resources of an Application. */
    DELETE("delete"),
    /** Syncs an Application. */
    SYNC("sync"),
    /** Syncs an Application with something else than its source. */
    OVERRIDE("override"),
    /** All of them. */
    ALL("*");

    private final String term;

    ProjectAction(String term) {
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
