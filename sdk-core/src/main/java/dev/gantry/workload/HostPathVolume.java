package dev.gantry.workload;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Fields;
import dev.gantry.storage.HostPathType;
import java.util.function.Consumer;

/**
 * A file or folder of the node.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/storage/volumes/#hostpath">hostPath</a>
 */
@CheckReturnValue
public final class HostPathVolume extends Volume {

    HostPathVolume(String name, Consumer<Fields> writer) {
        super(name, writer);
    }

    /** Sets {@code hostPath.type}: what must be there; nothing is checked where it is not set. */
    public HostPathVolume type(HostPathType type) {
        return new HostPathVolume(
                name(), and(volume -> volume.object("hostPath").set("type", type)));
    }
}
