package dev.gantry.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.config.ConfigMap;
import dev.gantry.config.Secret;
import dev.gantry.extension.Block;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import dev.gantry.extension.ValueRule;
import java.util.function.Consumer;

/**
 * Files that the containers of a pod can mount. Whatever a container mounts becomes one of the pod's volumes; two
 * volumes of one name in a pod must be equal.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/storage/volumes/">Volumes</a>
 */
@CheckReturnValue
public abstract sealed class Volume extends Block
        permits ConfigMapVolume, DownwardApiVolume, EmptyDirVolume, HostPathVolume, ProjectedVolume, SecretVolume {

    private final String name;

    Volume(String name, Consumer<Fields> writer) {
        super(writer);
        this.name = name;
    }

    /**
     * An empty folder that lives as long as the pod.
     *
     * @param name a DNS label
     */
    public static EmptyDirVolume emptyDir(String name) {
        return new EmptyDirVolume(name, start(name, volume -> volume.object("emptyDir")));
    }

    /**
     * The keys of a ConfigMap as files.
     *
     * @param name a DNS label
     */
    public static ConfigMapVolume configMap(String name, ConfigMap configMap) {
        return new ConfigMapVolume(
                name, start(name, volume -> Names.write(volume.object("configMap"), "name", configMap)));
    }

    /**
     * The keys of a Secret as files.
     *
     * @param name a DNS label
     */
    public static SecretVolume secret(String name, Secret secret) {
        return new SecretVolume(
                name, start(name, volume -> Names.write(volume.object("secret"), "secretName", secret)));
    }

    /**
     * A file or folder of the node. Whoever can write there can do much to the node: most clusters forbid it.
     *
     * @param name a DNS label
     * @param path the path on the node
     */
    public static HostPathVolume hostPath(String name, String path) {
        return new HostPathVolume(
                name, start(name, volume -> volume.object("hostPath").set("path", path, Syntax.NOT_EMPTY)));
    }

    /**
     * What the pod knows of itself, as files.
     *
     * @param name a DNS label
     */
    public static DownwardApiVolume downwardApi(String name) {
        return new DownwardApiVolume(name, start(name, volume -> volume.object("downwardAPI")));
    }

    /**
     * Several sources in one folder.
     *
     * @param name a DNS label
     */
    public static ProjectedVolume projected(String name, VolumeProjection... sources) {
        return new ProjectedVolume(name, start(name, volume -> {
            Fields projected = volume.object("projected");
            if (projected.given("sources", sources)) {
                for (VolumeProjection source : sources) {
                    projected.add("sources", source);
                }
            }
        }));
    }

    /** The name by which containers mount it. */
    public final String name() {
        return name;
    }

    /** Makes this one of the pod's volumes, if it is not yet. */
    final void addTo(Fields pod) {
        JsonNode present = pod.item("volumes", "name", name);
        if (present == null) {
            pod.add("volumes", this);
        } else if (!writes(present)) {
            pod.flaw(
                    "volumes",
                    ValueRule.CONFLICT,
                    "The pod has two different volumes with the name \"" + name + "\".",
                    "Give one of them another name.");
        }
    }

    private static Consumer<Fields> start(String name, Consumer<Fields> source) {
        Consumer<Fields> start = volume -> volume.set("name", name, Syntax.DNS_LABEL);
        return start.andThen(source);
    }
}
