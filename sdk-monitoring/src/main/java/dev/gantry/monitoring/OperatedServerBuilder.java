package dev.gantry.monitoring;

import dev.gantry.Image;
import dev.gantry.config.ConfigMap;
import dev.gantry.config.Secret;
import dev.gantry.extension.Entries;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Kind;
import dev.gantry.extension.References;
import dev.gantry.extension.Resource;
import dev.gantry.extension.Syntax;
import dev.gantry.storage.VolumeClaim;
import dev.gantry.workload.OperatedPodsBuilder;
import dev.gantry.workload.PersistentVolumeClaimRetention;
import org.jspecify.annotations.Nullable;

/**
 * What the builders of servers share, Prometheus and Alertmanager.
 *
 * @param <B> the builder's own type
 */
public abstract class OperatedServerBuilder<B extends OperatedServerBuilder<B>> extends OperatedPodsBuilder<B> {

    OperatedServerBuilder(Kind kind, @Nullable String name) {
        super(kind, name);
    }

    /** Adds a label to the pods: {@code podMetadata.labels}. */
    public final B podLabel(String key, String value) {
        Entries.label(spec().object("podMetadata").object("labels"), key, value);
        return self();
    }

    /** Adds an annotation to the pods: {@code podMetadata.annotations}. */
    public final B podAnnotation(String key, String value) {
        Entries.annotation(spec().object("podMetadata").object("annotations"), key, value);
        return self();
    }

    /** Sets {@code version}, by which the operator knows what the server understands; the operator's where it is not set. */
    public final B version(String version) {
        spec().set("version", version, Syntax.NOT_EMPTY);
        return self();
    }

    /** Sets {@code image}; the one of the version where it is not set. The version is still needed. */
    public final B image(Image image) {
        spec().set("image", image);
        return self();
    }

    /** Sets {@code replicas}: how many servers do the same, 0 or more; 1 by default. */
    public final B replicas(int number) {
        spec().set("replicas", number, 0, Integer.MAX_VALUE);
        return self();
    }

    /** Sets {@code storage} to a claim for each pod; an empty folder that goes away with the pod where it is not set. */
    public final B storage(VolumeClaim claim) {
        return storage(StorageSpec.claim(claim));
    }

    /** Sets {@code storage}; an empty folder that goes away with the pod where it is not set. */
    public final B storage(StorageSpec storage) {
        spec().set("storage", storage);
        return self();
    }

    /**
     * Sets {@code persistentVolumeClaimRetentionPolicy}: what becomes of the claims.
     *
     * @param whenDeleted when the server is deleted; {@link PersistentVolumeClaimRetention#RETAIN} by default
     * @param whenScaled when there are fewer replicas; {@link PersistentVolumeClaimRetention#RETAIN} by default
     */
    public final B persistentVolumeClaimRetentionPolicy(
            PersistentVolumeClaimRetention whenDeleted, PersistentVolumeClaimRetention whenScaled) {
        Fields policy = spec().object("persistentVolumeClaimRetentionPolicy");
        policy.set("whenDeleted", whenDeleted);
        policy.set("whenScaled", whenScaled);
        return self();
    }

    /** Sets {@code externalUrl}: where people reach the server, for links in alerts. */
    public final B externalUrl(String url) {
        spec().set("externalUrl", url, Syntax.NOT_EMPTY);
        return self();
    }

    /** Sets {@code routePrefix}: with what the paths begin that the server answers; the external URL's path by default. */
    public final B routePrefix(String path) {
        spec().set("routePrefix", path, Syntax.ABSOLUTE_PATH);
        return self();
    }

    /** Sets {@code portName}: the name of the pods' port; {@code web} by default. */
    public final B portName(String name) {
        spec().set("portName", name, Syntax.PORT_NAME);
        return self();
    }

    /** Sets {@code listenLocal}: whether only the containers of the pod reach the server; {@code false} by default. */
    public final B listenLocal(boolean local) {
        spec().set("listenLocal", local);
        return self();
    }

    /** Sets {@code paused}: whether the operator leaves what it has made as it is; {@code false} by default. */
    public final B paused(boolean paused) {
        spec().set("paused", paused);
        return self();
    }

    /** Sets {@code logLevel}; {@link LogLevel#INFO} where it is not set. */
    public final B logLevel(LogLevel level) {
        spec().set("logLevel", level);
        return self();
    }

    /** Sets {@code logFormat}; {@link LogFormat#LOGFMT} where it is not set. */
    public final B logFormat(LogFormat format) {
        spec().set("logFormat", format);
        return self();
    }

    /** Adds to {@code secrets}: which Secrets the containers see below {@code /etc/prometheus} or {@code /etc/alertmanager}. */
    public final B secrets(Secret... secrets) {
        return names("secrets", secrets);
    }

    /** Adds to {@code configMaps}: which ConfigMaps the containers see there. */
    public final B configMaps(ConfigMap... configMaps) {
        return names("configMaps", configMaps);
    }

    /** Adds to {@code enableFeatures}: features that are off by default. */
    public final B enableFeatures(String... names) {
        spec().addAll("enableFeatures", Syntax.NOT_EMPTY, names);
        return self();
    }

    /** Sets {@code serviceName}: the governing Service, which exists already; the operator makes one where not set. */
    public final B serviceName(String name) {
        spec().set("serviceName", name, Syntax.DNS_1035_LABEL);
        return self();
    }

    /** Sets {@code hostUsers}: whether user IDs mean the same as on the node; {@code true} by default. */
    public final B hostUsers(boolean share) {
        spec().set("hostUsers", share);
        return self();
    }

    /**
     * Adds to {@code additionalArgs}: an argument of the program that the operator does not set itself.
     *
     * @param name without the dashes
     */
    public final B additionalArg(String name, String value) {
        Fields argument = spec().append("additionalArgs");
        argument.set("name", name, Syntax.NOT_EMPTY);
        argument.set("value", value);
        return self();
    }

    final B names(String list, Resource... resources) {
        if (spec().given(list, resources)) {
            for (Resource resource : resources) {
                References.addName(spec(), list, resource);
            }
        }
        return self();
    }
}
