package dev.gantry.workload;

import dev.gantry.LabelSelector;
import dev.gantry.Selectable;
import dev.gantry.extension.Entries;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;

/**
 * The options of one constraint on how pods spread.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/">Topology spread
 *     constraints</a>
 */
public final class TopologySpreadConstraint {

    private final Fields constraint;

    TopologySpreadConstraint(Fields constraint) {
        this.constraint = constraint;
    }

    /** Sets {@code labelSelector}: which pods are counted; none where it is not set. */
    public TopologySpreadConstraint counts(LabelSelector pods) {
        constraint.set("labelSelector", pods);
        return this;
    }

    /**
     * Sets {@code labelSelector}: the workload whose pods are counted.
     *
     * @param pods a workload of the same namespace
     */
    public TopologySpreadConstraint counts(Selectable pods) {
        if (constraint.given("labelSelector", pods)) {
            Fields labels = constraint.replace("labelSelector").object("matchLabels");
            Entries.podLabels(labels, pods.selector(), pods.resource());
            constraint.refer("labelSelector", pods.resource());
        }
        return this;
    }

    /** Adds to {@code matchLabelKeys}: labels by whose values pods are counted apart, such as {@code pod-template-hash}. */
    public TopologySpreadConstraint matchLabelKeys(String... keys) {
        constraint.addAll("matchLabelKeys", Syntax.LABEL_KEY, keys);
        return this;
    }

    /**
     * Sets {@code minDomains}: while there are fewer domains, pods wait; only with
     * {@link UnsatisfiableAction#DO_NOT_SCHEDULE}.
     *
     * @param domains 1 or more, 1 by default
     */
    public TopologySpreadConstraint minDomains(int domains) {
        constraint.set("minDomains", domains, 1, Integer.MAX_VALUE);
        return this;
    }

    /** Sets {@code nodeAffinityPolicy}; {@link NodeInclusionPolicy#HONOR} where it is not set. */
    public TopologySpreadConstraint nodeAffinityPolicy(NodeInclusionPolicy policy) {
        constraint.set("nodeAffinityPolicy", policy);
        return this;
    }

    /** Sets {@code nodeTaintsPolicy}; {@link NodeInclusionPolicy#IGNORE} where it is not set. */
    public TopologySpreadConstraint nodeTaintsPolicy(NodeInclusionPolicy policy) {
        constraint.set("nodeTaintsPolicy", policy);
        return this;
    }
}
