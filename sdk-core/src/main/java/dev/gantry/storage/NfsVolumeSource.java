package dev.gantry.storage;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Fields;
import java.util.function.Consumer;

/**
 * A folder of an NFS server.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/storage/volumes/#nfs">nfs</a>
 */
@CheckReturnValue
public final class NfsVolumeSource extends PersistentVolumeSource {

    NfsVolumeSource(Consumer<Fields> writer) {
        super(writer);
    }

    /** Sets {@code nfs.readOnly}: nobody can write. Not set, pods can. */
    public NfsVolumeSource readOnly() {
        return new NfsVolumeSource(and(spec -> spec.object("nfs").set("readOnly", true)));
    }
}
