package dev.gantry.monitoring;

import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;

/**
 * A cluster that names targets.
 *
 * @see <a
 *     href="https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1alpha1.KubernetesSDConfig">
 *     KubernetesSDConfig</a>
 */
public final class KubernetesSdConfig extends AuthorizedClient<KubernetesSdConfig> {

    KubernetesSdConfig(Fields client) {
        super(client);
    }

    /** Sets {@code apiServer}: the address of the cluster; this one where it is not set. */
    public KubernetesSdConfig apiServer(String url) {
        client.set("apiServer", url, Syntax.NOT_EMPTY);
        return this;
    }

    /** Adds to {@code namespaces.names}: where it looks; in all namespaces where it is not set. */
    public KubernetesSdConfig namespaces(String... names) {
        client.object("namespaces").addAll("names", Syntax.DNS_LABEL, names);
        return this;
    }

    /** Sets {@code namespaces.ownNamespace}: looks in the namespace of the Prometheus too. */
    public KubernetesSdConfig ownNamespace() {
        client.object("namespaces").set("ownNamespace", true);
        return this;
    }

    /** Sets {@code attachMetadata.node}: whether relabelling can see the labels of nodes; {@code false} by default. */
    public KubernetesSdConfig attachNodeMetadata(boolean attach) {
        client.object("attachMetadata").set("node", attach);
        return this;
    }

    /**
     * Adds to {@code selectors}: only objects with such labels are looked at.
     *
     * @param selector such as {@code app=web}
     */
    public KubernetesSdConfig labelSelector(KubernetesRole role, String selector) {
        return selector(role, "label", selector);
    }

    /**
     * Adds to {@code selectors}: only objects with such fields are looked at.
     *
     * @param selector such as {@code metadata.name=web}
     */
    public KubernetesSdConfig fieldSelector(KubernetesRole role, String selector) {
        return selector(role, "field", selector);
    }

    private KubernetesSdConfig selector(KubernetesRole role, String field, String text) {
        Fields selector = client.append("selectors");
        selector.set("role", role);
        selector.set(field, text, Syntax.NOT_EMPTY);
        return this;
    }

    /** Sets {@code enableHTTP2}: whether HTTP 2 is spoken; {@code true} by default. */
    public KubernetesSdConfig enableHttp2(boolean enable) {
        client.set("enableHTTP2", enable);
        return this;
    }
}
