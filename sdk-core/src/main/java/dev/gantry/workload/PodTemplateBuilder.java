package dev.gantry.workload;

import dev.gantry.config.ConfigMap;
import dev.gantry.extension.ContentHash;
import dev.gantry.extension.Entries;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Kind;
import dev.gantry.extension.ValueRule;
import org.jspecify.annotations.Nullable;

/**
 * What the builders of kinds that make pods from a template share.
 *
 * @param <B> the builder's own type
 * @see <a href="https://kubernetes.io/docs/concepts/workloads/pods/#pod-templates">Pod templates</a>
 */
public abstract class PodTemplateBuilder<B extends PodTemplateBuilder<B>> extends PodBuilder<B> {

    PodTemplateBuilder(Kind kind, @Nullable String name) {
        super(kind, name);
    }

    /** Adds a label to the pods: {@code metadata.labels} of their template. */
    public final B podLabel(String key, String value) {
        Entries.label(template().object("metadata").object("labels"), key, value);
        return self();
    }

    /** Adds an annotation to the pods: {@code metadata.annotations} of their template. */
    public final B podAnnotation(String key, String value) {
        Entries.annotation(template().object("metadata").object("annotations"), key, value);
        return self();
    }

    /**
     * Changes the template of the pods whenever the content of a ConfigMap changes: adds the annotation
     * {@code checksum/configmap-<name>} to the pods, the SHA-256 of the ConfigMap's data. A Deployment, StatefulSet or
     * DaemonSet replaces its pods then, the next Job of a CronJob gets the new template, and a Job has to be made anew.
     *
     * @see ContentHash
     */
    public final B rollsOn(ConfigMap configMap) {
        if (!templateOwner().given("template", configMap)) {
            return self();
        }
        Fields annotations = template().object("metadata").object("annotations");
        String key = "checksum/configmap-" + configMap.name();
        annotations.refer(key, configMap);
        Entries.annotation(annotations, key, new ContentHash(configMap));
        if (configMap.isExternal()) {
            annotations.flaw(
                    key,
                    ValueRule.UNKNOWN,
                    "The content of " + configMap + " is not known, since it is made outside the program.",
                    "Make the ConfigMap in the program, or leave the call out.");
        }
        return self();
    }

    @Override
    final Fields podSpec() {
        return template().object("spec");
    }

    /** The object that holds the template. */
    abstract Fields templateOwner();

    private Fields template() {
        return templateOwner().object("template");
    }
}
