package dev.gantry.workload;

import dev.gantry.LabelSelector;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;

/**
 * The options of one wish about other pods.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#namespace-selector">Namespace
 *     selector</a>
 */
public final class PodAffinityTerm {

    private final Fields term;

    PodAffinityTerm(Fields term) {
        this.term = term;
    }

    /** Adds to {@code namespaces}: where the other pods are; in the pod's own namespace where nothing is set. */
    public PodAffinityTerm namespaces(String... namespaces) {
        term.addAll("namespaces", Syntax.DNS_LABEL, namespaces);
        return this;
    }

    /** Sets {@code namespaceSelector}: the labels of further namespaces where the other pods are. */
    public PodAffinityTerm namespaceSelector(LabelSelector namespaces) {
        term.set("namespaceSelector", namespaces);
        return this;
    }

    /** Adds to {@code matchLabelKeys}: labels that the other pods must have with this pod's own values. */
    public PodAffinityTerm matchLabelKeys(String... keys) {
        term.addAll("matchLabelKeys", Syntax.LABEL_KEY, keys);
        return this;
    }

    /** Adds to {@code mismatchLabelKeys}: labels that the other pods must not have with this pod's own values. */
    public PodAffinityTerm mismatchLabelKeys(String... keys) {
        term.addAll("mismatchLabelKeys", Syntax.LABEL_KEY, keys);
        return this;
    }
}
