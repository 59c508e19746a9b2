package dev.gantry.workload;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.Image;
import dev.gantry.config.ConfigMap;
import dev.gantry.config.Secret;
import dev.gantry.extension.Block;
import dev.gantry.extension.Fields;
import dev.gantry.extension.References;
import dev.gantry.extension.Syntax;
import dev.gantry.storage.PersistentVolumeClaim;
import dev.gantry.storage.PersistentVolumeSource;
import dev.gantry.storage.VolumeClaim;
import java.util.function.Consumer;

/**
 * Files that the containers of a pod can mount. Whatever a container mounts becomes one of the pod's volumes; two
 * volumes of one name in a pod must be equal.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/storage/volumes/">Volumes</a>
 */
@CheckReturnValue
public abstract sealed class Volume extends Block
        permits ClaimTemplateVolume,
                ClaimVolume,
                ConfigMapVolume,
                CsiVolume,
                DownwardApiVolume,
                EmptyDirVolume,
                EphemeralVolume,
                HostPathVolume,
                ImageVolume,
                NfsVolume,
                ProjectedVolume,
                SecretVolume {

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
                name, start(name, volume -> References.name(volume.object("configMap"), "name", configMap)));
    }

    /**
     * The keys of a Secret as files.
     *
     * @param name a DNS label
     */
    public static SecretVolume secret(String name, Secret secret) {
        return new SecretVolume(
                name, start(name, volume -> References.name(volume.object("secret"), "secretName", secret)));
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

    /**
     * Storage that outlives the pod, and that all pods of the workload share.
     *
     * @param name a DNS label
     */
    public static ClaimVolume claim(String name, PersistentVolumeClaim claim) {
        return new ClaimVolume(
                name,
                start(name, volume -> References.name(volume.object("persistentVolumeClaim"), "claimName", claim)));
    }

    /**
     * Storage that each pod of a StatefulSet has for itself, and finds again when it is replaced: one of
     * {@code spec.volumeClaimTemplates}. Other kinds make no such claims.
     *
     * @param name a DNS label; the claims are called {@code <name>-<pod>}
     */
    public static ClaimTemplateVolume claimTemplate(String name, VolumeClaim claim) {
        return new ClaimTemplateVolume(name, template -> {
            // Kubernetes adds these two itself: written, the object is the same in a cluster.
            template.set("apiVersion", "v1");
            template.set("kind", "PersistentVolumeClaim");
            template.object("metadata").set("name", name, Syntax.DNS_LABEL);
            template.set("spec", claim);
        });
    }

    /**
     * Storage that is claimed for each pod, and goes away with it.
     *
     * @param name a DNS label; the claims are called {@code <pod>-<name>}
     */
    public static EphemeralVolume ephemeral(String name, VolumeClaim claim) {
        return new EphemeralVolume(
                name,
                start(
                        name,
                        volume -> volume.object("ephemeral")
                                .object("volumeClaimTemplate")
                                .set("spec", claim)));
    }

    /**
     * What a storage driver makes for the pod alone, such as files with certificates. Not every driver can.
     *
     * @param name a DNS label
     * @param driver the name of the driver, such as {@code secrets-store.csi.k8s.io}
     */
    public static CsiVolume csi(String name, String driver) {
        return new CsiVolume(
                name, start(name, volume -> volume.object("csi").set("driver", driver, Syntax.CSI_DRIVER)));
    }

    /**
     * A folder of an NFS server.
     *
     * @param name a DNS label
     * @param server its host name or address
     * @param path begins with {@code /}
     */
    public static NfsVolume nfs(String name, String server, String path) {
        return new NfsVolume(
                name,
                start(name, volume -> PersistentVolumeSource.nfs(server, path).write(volume)));
    }

    /**
     * The files of an image, which can only be read. From Kubernetes 1.35 on without a feature gate.
     *
     * @param name a DNS label
     */
    public static ImageVolume image(String name, Image image) {
        return new ImageVolume(
                name, start(name, volume -> volume.object("image").set("reference", image)));
    }

    /** The name by which containers mount it. */
    public final String name() {
        return name;
    }

    /** Whether a container can have it as a raw block device. */
    final boolean canBeDevice() {
        return this instanceof ClaimVolume || this instanceof ClaimTemplateVolume || this instanceof EphemeralVolume;
    }

    private static Consumer<Fields> start(String name, Consumer<Fields> source) {
        Consumer<Fields> start = volume -> volume.set("name", name, Syntax.DNS_LABEL);
        return start.andThen(source);
    }
}
