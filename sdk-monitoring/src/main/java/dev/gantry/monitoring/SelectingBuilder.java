package dev.gantry.monitoring;

import dev.gantry.LabelSelector;
import dev.gantry.extension.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What a Prometheus takes of what the namespaces hold: monitors, probes, scrape configurations and rules.
 *
 * @param <B> the builder's own type
 * @see <a href="https://prometheus-operator.dev/docs/developer/getting-started/">Getting started</a>
 */
public abstract class SelectingBuilder<B extends SelectingBuilder<B>> extends OperatedServerBuilder<B> {

    SelectingBuilder(Kind kind, @Nullable String name) {
        super(kind, name);
    }

    /**
     * Sets {@code serviceMonitorSelector}: which ServiceMonitors it takes, by their labels; none where it is not set, all with
     * {@link LabelSelector#everything()}.
     */
    public final B serviceMonitorSelector(LabelSelector labels) {
        spec().set("serviceMonitorSelector", labels);
        return self();
    }

    /**
     * Sets {@code serviceMonitorNamespaceSelector}: in which namespaces it looks for ServiceMonitors, by the labels of the namespaces; only
     * in its own where it is not set, in all with {@link LabelSelector#everything()}.
     */
    public final B serviceMonitorNamespaceSelector(LabelSelector namespaces) {
        spec().set("serviceMonitorNamespaceSelector", namespaces);
        return self();
    }

    /**
     * Sets {@code podMonitorSelector}: which PodMonitors it takes, by their labels; none where it is not set, all with
     * {@link LabelSelector#everything()}.
     */
    public final B podMonitorSelector(LabelSelector labels) {
        spec().set("podMonitorSelector", labels);
        return self();
    }

    /**
     * Sets {@code podMonitorNamespaceSelector}: in which namespaces it looks for PodMonitors, by the labels of the namespaces; only
     * in its own where it is not set, in all with {@link LabelSelector#everything()}.
     */
    public final B podMonitorNamespaceSelector(LabelSelector namespaces) {
        spec().set("podMonitorNamespaceSelector", namespaces);
        return self();
    }

    /**
     * Sets {@code probeSelector}: which Probes it takes, by their labels; none where it is not set, all with
     * {@link LabelSelector#everything()}.
     */
    public final B probeSelector(LabelSelector labels) {
        spec().set("probeSelector", labels);
        return self();
    }

    /**
     * Sets {@code probeNamespaceSelector}: in which namespaces it looks for Probes, by the labels of the namespaces; only
     * in its own where it is not set, in all with {@link LabelSelector#everything()}.
     */
    public final B probeNamespaceSelector(LabelSelector namespaces) {
        spec().set("probeNamespaceSelector", namespaces);
        return self();
    }

    /**
     * Sets {@code scrapeConfigSelector}: which ScrapeConfigs it takes, by their labels; none where it is not set, all with
     * {@link LabelSelector#everything()}.
     */
    public final B scrapeConfigSelector(LabelSelector labels) {
        spec().set("scrapeConfigSelector", labels);
        return self();
    }

    /**
     * Sets {@code scrapeConfigNamespaceSelector}: in which namespaces it looks for ScrapeConfigs, by the labels of the namespaces; only
     * in its own where it is not set, in all with {@link LabelSelector#everything()}.
     */
    public final B scrapeConfigNamespaceSelector(LabelSelector namespaces) {
        spec().set("scrapeConfigNamespaceSelector", namespaces);
        return self();
    }

    /**
     * Sets {@code ruleSelector}: which PrometheusRules it takes, by their labels; none where it is not set, all with
     * {@link LabelSelector#everything()}.
     */
    public final B ruleSelector(LabelSelector labels) {
        spec().set("ruleSelector", labels);
        return self();
    }

    /**
     * Sets {@code ruleNamespaceSelector}: in which namespaces it looks for PrometheusRules, by the labels of the namespaces; only
     * in its own where it is not set, in all with {@link LabelSelector#everything()}.
     */
    public final B ruleNamespaceSelector(LabelSelector namespaces) {
        spec().set("ruleNamespaceSelector", namespaces);
        return self();
    }
}
