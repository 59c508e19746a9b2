package dev.gantry.workload;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.config.Secret;
import dev.gantry.extension.Fields;
import dev.gantry.extension.References;
import dev.gantry.extension.Syntax;
import java.util.function.Consumer;

/**
 * What a storage driver makes for the pod alone.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/storage/ephemeral-volumes/#csi-ephemeral-volumes">CSI ephemeral
 *     volumes</a>
 */
@CheckReturnValue
public final class CsiVolume extends Volume {

    CsiVolume(String name, Consumer<Fields> writer) {
        super(name, writer);
    }

    /** Sets {@code csi.readOnly}: no container can write. Not set, they can. */
    public CsiVolume readOnly() {
        return with(csi -> csi.set("readOnly", true));
    }

    /** Sets {@code csi.fsType}: the file system, such as {@code ext4}; as the driver decides where it is not set. */
    public CsiVolume fsType(String type) {
        return with(csi -> csi.set("fsType", type, Syntax.NOT_EMPTY));
    }

    /** Adds to {@code csi.volumeAttributes}: what the driver is to make; see its documentation. */
    public CsiVolume volumeAttribute(String key, String value) {
        return with(csi -> csi.object("volumeAttributes").set(key, value));
    }

    /** Sets {@code csi.nodePublishSecretRef}: what the driver needs to make it. */
    public CsiVolume nodePublishSecret(Secret secret) {
        return with(csi -> {
            if (csi.given("nodePublishSecretRef", secret)) {
                References.name(csi.replace("nodePublishSecretRef"), "name", secret);
            }
        });
    }

    private CsiVolume with(Consumer<Fields> more) {
        return new CsiVolume(name(), and(volume -> more.accept(volume.object("csi"))));
    }
}
