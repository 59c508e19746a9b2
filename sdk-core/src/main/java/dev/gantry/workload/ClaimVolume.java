package dev.gantry.workload;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Fields;
import java.util.function.Consumer;

/**
 * Storage that outlives the pod, and that all pods of the workload share.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/storage/volumes/#persistentvolumeclaim">persistentVolumeClaim</a>
 */
@CheckReturnValue
public final class ClaimVolume extends Volume {

    ClaimVolume(String name, Consumer<Fields> writer) {
        super(name, writer);
    }

    /** Sets {@code persistentVolumeClaim.readOnly}: no container of the pod can write. Not set, they can. */
    public ClaimVolume readOnly() {
        return new ClaimVolume(
                name(), and(volume -> volume.object("persistentVolumeClaim").set("readOnly", true)));
    }
}
