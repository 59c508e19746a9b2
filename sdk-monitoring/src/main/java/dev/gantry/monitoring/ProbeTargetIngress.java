package dev.gantry.monitoring;

import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;

/**
 * The Ingresses whose hosts and paths a probe tries.
 *
 * @see <a href="https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.ProbeTargetIngress">
 *     ProbeTargetIngress</a>
 */
public final class ProbeTargetIngress {

    private final Fields ingress;

    ProbeTargetIngress(Fields ingress) {
        this.ingress = ingress;
    }

    /** Sets {@code namespaceSelector.matchNames}: looks into these namespaces; only into its own where it is not set. */
    public ProbeTargetIngress namespaces(String... names) {
        ingress.replace("namespaceSelector").addAll("matchNames", Syntax.DNS_LABEL, names);
        return this;
    }

    /** Sets {@code namespaceSelector.any}: looks into all namespaces. */
    public ProbeTargetIngress anyNamespace() {
        ingress.replace("namespaceSelector").set("any", true);
        return this;
    }

    /** Adds to {@code relabelingConfigs}: what is done to the targets. */
    public ProbeTargetIngress relabelings(Relabeling... steps) {
        Relabeling.addAll(ingress, "relabelingConfigs", steps);
        return this;
    }
}
