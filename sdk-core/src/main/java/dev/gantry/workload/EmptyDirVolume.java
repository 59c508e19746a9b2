package dev.gantry.workload;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.Quantity;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import java.util.function.Consumer;

/**
 * An empty folder that lives as long as the pod.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/storage/volumes/#emptydir">emptyDir</a>
 */
@CheckReturnValue
public final class EmptyDirVolume extends Volume {

    EmptyDirVolume(String name, Consumer<Fields> writer) {
        super(name, writer);
    }

    /** Sets {@code emptyDir.medium} to {@code Memory}: what is in it counts against the containers' memory limits. */
    public EmptyDirVolume memory() {
        return medium("Memory");
    }

    /**
     * Sets {@code emptyDir.medium}; the node's disk where it is not set.
     *
     * @param medium {@code Memory}, {@code HugePages}, or such as {@code HugePages-2Mi}
     */
    public EmptyDirVolume medium(String medium) {
        return with(emptyDir -> emptyDir.set("medium", medium, Syntax.NOT_EMPTY));
    }

    /** Sets {@code emptyDir.sizeLimit}: a pod that writes more is evicted; no limit where it is not set. */
    public EmptyDirVolume sizeLimit(String size) {
        return sizeLimit(Quantity.of(size));
    }

    /** Sets {@code emptyDir.sizeLimit}: a pod that writes more is evicted; no limit where it is not set. */
    public EmptyDirVolume sizeLimit(Quantity size) {
        return with(emptyDir -> emptyDir.set("sizeLimit", size));
    }

    private EmptyDirVolume with(Consumer<Fields> more) {
        return new EmptyDirVolume(name(), and(volume -> more.accept(volume.object("emptyDir"))));
    }
}
