package dev.gantry.argocd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * What a role of a project speaks of.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/operator-manual/rbac/#the-resources">Resources</a>
 */
public enum ProjectResource implements Leaf {
    /** Applications. */
    APPLICATIONS("applications"),
    /** ApplicationSets. */
    APPLICATION_SETS("applicationsets"),
    /** Repositories of the project. */
    REPOSITORIES("repositories"),
    /** Clusters of the project. */
    CLUSTERS("clusters"),
    /** What the containers of Applications print. */
    LOGS("logs"),
    /** Running commands in containers of Applications, with {@link ProjectAction#CREATE}. */
    EXEC("exec");

    private final String term;

    ProjectResource(String term) {
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
