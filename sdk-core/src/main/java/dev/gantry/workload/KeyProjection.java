package dev.gantry.workload;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Fields;
import java.util.function.Consumer;

/**
 * The keys of a ConfigMap or Secret, as one of the sources of a volume.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/storage/projected-volumes/">Projected volumes</a>
 */
@CheckReturnValue
public final class KeyProjection extends VolumeProjection {

    private final String source;

    KeyProjection(String source, Consumer<Fields> writer) {
        super(writer);
        this.source = source;
    }

    /**
     * Adds to {@code items}: a key, and the file that it becomes. All keys become files of their own names where no item
     * is given.
     *
     * @param path relative, without {@code ..}
     */
    public KeyProjection item(String key, String path) {
        return with(keys -> VolumeFiles.key(keys, key, path));
    }

    /**
     * Adds to {@code items}: a key, and the file that it becomes, with permissions of its own.
     *
     * @param path relative, without {@code ..}
     * @param mode 0 to 0777, best written in octal: {@code 0440}; YAML has it as a decimal number
     */
    public KeyProjection item(String key, String path, int mode) {
        return with(keys -> VolumeFiles.mode(VolumeFiles.key(keys, key, path), "mode", mode));
    }

    /** Sets {@code optional}: ConfigMap, Secret or keys may be missing. Not set, the pod does not start then. */
    public KeyProjection optional() {
        return with(keys -> keys.set("optional", true));
    }

    private KeyProjection with(Consumer<Fields> more) {
        return new KeyProjection(source, and(projection -> more.accept(projection.object(source))));
    }
}
