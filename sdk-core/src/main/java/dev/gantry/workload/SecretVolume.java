package dev.gantry.workload;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Fields;
import java.util.function.Consumer;

/**
 * The keys of a Secret as files.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/storage/volumes/#secret">secret</a>
 */
@CheckReturnValue
public final class SecretVolume extends Volume {

    SecretVolume(String name, Consumer<Fields> writer) {
        super(name, writer);
    }

    /**
     * Adds to {@code secret.items}: a key, and the file that it becomes. All keys become files of their own names where no
     * item is given.
     *
     * @param path relative, without {@code ..}
     */
    public SecretVolume item(String key, String path) {
        return with(secret -> VolumeFiles.key(secret, key, path));
    }

    /**
     * Adds to {@code secret.items}: a key, and the file that it becomes, with permissions of its own.
     *
     * @param path relative, without {@code ..}
     * @param mode 0 to 0777, best written in octal: {@code 0440}; YAML has it as a decimal number
     */
    public SecretVolume item(String key, String path, int mode) {
        return with(secret -> VolumeFiles.mode(VolumeFiles.key(secret, key, path), "mode", mode));
    }

    /**
     * Sets {@code secret.defaultMode}: the permissions of the files; 0644 where it is not set.
     *
     * @param mode 0 to 0777, best written in octal: {@code 0440}; YAML has it as a decimal number
     */
    public SecretVolume defaultMode(int mode) {
        return with(secret -> VolumeFiles.mode(secret, "defaultMode", mode));
    }

    /** Sets {@code secret.optional}: Secret or keys may be missing. Not set, the pod does not start then. */
    public SecretVolume optional() {
        return with(secret -> secret.set("optional", true));
    }

    private SecretVolume with(Consumer<Fields> more) {
        return new SecretVolume(name(), and(volume -> more.accept(volume.object("secret"))));
    }
}
