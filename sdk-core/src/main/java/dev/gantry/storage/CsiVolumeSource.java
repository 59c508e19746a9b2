package dev.gantry.storage;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.config.Secret;
import dev.gantry.extension.Fields;
import dev.gantry.extension.References;
import dev.gantry.extension.Syntax;
import java.util.function.Consumer;

/**
 * A volume of a storage driver.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/storage/volumes/#csi">csi</a>
 */
@CheckReturnValue
public final class CsiVolumeSource extends PersistentVolumeSource {

    CsiVolumeSource(Consumer<Fields> writer) {
        super(writer);
    }

    /** Sets {@code csi.fsType}: the file system, such as {@code ext4}; as the driver decides where it is not set. */
    public CsiVolumeSource fsType(String type) {
        return with(csi -> csi.set("fsType", type, Syntax.NOT_EMPTY));
    }

    /** Sets {@code csi.readOnly}: nobody can write. Not set, pods can. */
    public CsiVolumeSource readOnly() {
        return with(csi -> csi.set("readOnly", true));
    }

    /** Adds to {@code csi.volumeAttributes}: what the driver keeps of the volume; see its documentation. */
    public CsiVolumeSource volumeAttribute(String key, String value) {
        return with(csi -> csi.object("volumeAttributes").set(key, value));
    }

    /** Sets {@code csi.controllerPublishSecretRef}: what the driver needs to attach the volume to a node. */
    public CsiVolumeSource controllerPublishSecret(Secret secret) {
        return secret("controllerPublishSecretRef", secret);
    }

    /** Sets {@code csi.nodeStageSecretRef}: what the driver needs to prepare the volume on a node. */
    public CsiVolumeSource nodeStageSecret(Secret secret) {
        return secret("nodeStageSecretRef", secret);
    }

    /** Sets {@code csi.nodePublishSecretRef}: what the driver needs to mount the volume for a pod. */
    public CsiVolumeSource nodePublishSecret(Secret secret) {
        return secret("nodePublishSecretRef", secret);
    }

    /** Sets {@code csi.controllerExpandSecretRef}: what the driver needs to make the volume larger. */
    public CsiVolumeSource controllerExpandSecret(Secret secret) {
        return secret("controllerExpandSecretRef", secret);
    }

    /** Sets {@code csi.nodeExpandSecretRef}: what the driver needs on the node when the volume becomes larger. */
    public CsiVolumeSource nodeExpandSecret(Secret secret) {
        return secret("nodeExpandSecretRef", secret);
    }

    private CsiVolumeSource secret(String field, Secret secret) {
        return with(csi -> {
            if (csi.given(field, secret)) {
                References.nameAndNamespace(csi.replace(field), secret);
            }
        });
    }

    private CsiVolumeSource with(Consumer<Fields> more) {
        return new CsiVolumeSource(and(spec -> more.accept(spec.object("csi"))));
    }
}
