package dev.gantry.workload;

import dev.gantry.config.ConfigMap;
import dev.gantry.extension.ContentHash;
import dev.gantry.extension.Entries;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Kind;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the builders of workloads with a selector and a pod template share.
 *
 * @param <B> the builder's own type
 */
public abstract class WorkloadBuilder<B extends WorkloadBuilder<B>> extends PodBuilder<B> {

    private final SortedMap<String, String> selector = new TreeMap<>();

    WorkloadBuilder(Kind kind, @Nullable String name) {
        super(kind, name);
    }

    /**
     * Adds a label to {@code spec.selector.matchLabels}, and to the labels of the pods. Most kinds do not allow to change
     * it later, so it should say what the pods are, and nothing that moves with a release.
     *
     * @param key a label key
     * @param value a label value
     */
    public final B selector(String key, String value) {
        Entries.label(spec().object("selector").object("matchLabels"), key, value);
        Entries.label(template().object("metadata").object("labels"), key, value);
        if (key != null && value != null) {
            selector.put(key, value);
        }
        return self();
    }

    /** Adds a label to the pods: {@code spec.template.metadata.labels}. */
    public final B podLabel(String key, String value) {
        Entries.label(template().object("metadata").object("labels"), key, value);
        return self();
    }

    /** Adds an annotation to the pods: {@code spec.template.metadata.annotations}. */
    public final B podAnnotation(String key, String value) {
        Entries.annotation(template().object("metadata").object("annotations"), key, value);
        return self();
    }

    /**
     * Replaces the pods whenever the content of a ConfigMap changes: adds the annotation
     * {@code checksum/configmap-<name>} to the pods, the SHA-256 of the ConfigMap's data.
     *
     * @see ContentHash
     */
    public final B rollsOn(ConfigMap configMap) {
        if (!spec().given("template", configMap)) {
            return self();
        }
        Fields annotations = template().object("metadata").object("annotations");
        String key = "checksum/configmap-" + configMap.name();
        annotations.refer(key, configMap);
        annotations.set(key, new ContentHash(configMap));
        return self();
    }

    @Override
    final boolean comesToAnEnd() {
        return false;
    }

    @Override
    final Fields podSpec() {
        return template().object("spec");
    }

    /** The labels of the selector as they stand when the block has ended. */
    final SortedMap<String, String> selectorLabels() {
        return Collections.unmodifiableSortedMap(new TreeMap<>(selector));
    }

    private Fields template() {
        return spec().object("template");
    }
}
