package dev.gantry.argocd;

import dev.gantry.LabelSelector;
import dev.gantry.extension.Fields;

/**
 * Which clusters yield parameters.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Generators-Cluster/">Clusters</a>
 */
public final class ClusterGenerator {

    private final Fields clusters;

    ClusterGenerator(Fields clusters) {
        this.clusters = clusters;
    }

    /**
     * Sets {@code selector}: labels of the Secrets that Argo CD keeps clusters in; every cluster where it is not set. The
     * cluster of Argo CD itself has such a Secret only if somebody made one. As the second of a
     * {@link Generator#matrix}, values may hold parameters of the first.
     */
    public ClusterGenerator selector(LabelSelector selector) {
        Templates.selector(clusters, selector, (syntax, text) -> false);
        return this;
    }

    /** Adds to {@code values}: a parameter {@code values.<name>}, whose value may hold those of the cluster. */
    public ClusterGenerator value(String name, String value) {
        clusters.object("values").set(name, value);
        return this;
    }

    /** Sets {@code flatList}: whether there is one set, with all clusters in {@code clusters}; {@code false} by default. */
    public ClusterGenerator flatList(boolean flat) {
        clusters.set("flatList", flat);
        return this;
    }
}
