package dev.gantry.workload;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Fields;
import java.util.function.Consumer;

/**
 * A folder of an NFS server.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/storage/volumes/#nfs">nfs</a>
 */
@CheckReturnValue
public final class NfsVolume extends Volume {

    NfsVolume(String name, Consumer<Fields> writer) {
        super(name, writer);
    }

    /** Sets {@code nfs.readOnly}: no container can write. Not set, they can. */
    public NfsVolume readOnly() {
        return new NfsVolume(name(), and(volume -> volume.object("nfs").set("readOnly", true)));
    }
}
