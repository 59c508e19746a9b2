package dev.gantry.storage;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import java.util.function.Consumer;

/**
 * A disk or folder of one node.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/storage/volumes/#local">local</a>
 */
@CheckReturnValue
public final class LocalVolumeSource extends PersistentVolumeSource {

    LocalVolumeSource(Consumer<Fields> writer) {
        super(writer);
    }

    /** Sets {@code local.fsType}: the file system of a disk; found out where it is not set. */
    public LocalVolumeSource fsType(String type) {
        return new LocalVolumeSource(and(spec -> spec.object("local").set("fsType", type, Syntax.NOT_EMPTY)));
    }
}
