package dev.gantry.storage;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Fields;
import java.util.function.Consumer;

/**
 * A file or folder of the node.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/storage/volumes/#hostpath">hostPath</a>
 */
@CheckReturnValue
public final class HostPathVolumeSource extends PersistentVolumeSource {

    HostPathVolumeSource(Consumer<Fields> writer) {
        super(writer);
    }

    /** Sets {@code hostPath.type}: what must be there; nothing is checked where it is not set. */
    public HostPathVolumeSource type(HostPathType type) {
        return new HostPathVolumeSource(and(spec -> spec.object("hostPath").set("type", type)));
    }
}
