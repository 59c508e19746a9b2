package dev.gantry.argocd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * How the resources of an Application are deleted together with it.
 *
 * @see <a
 *     href="https://argo-cd.readthedocs.io/en/stable/user-guide/app_deletion/#about-the-deletion-finalizer">Deletion
 *     finalizer</a>
 */
public enum ResourcesFinalizer implements Leaf {
    /** What they own goes first; the Application stays until all is gone. */
    FOREGROUND("resources-finalizer.argocd.argoproj.io"),
    /** What they own goes afterwards. */
    BACKGROUND("resources-finalizer.argocd.argoproj.io/background");

    private final String term;

    ResourcesFinalizer(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
