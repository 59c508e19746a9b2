package dev.gantry.workload;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Fields;
import java.util.function.Consumer;

/**
 * The keys of a ConfigMap as files.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/storage/volumes/#configmap">configMap</a>
 */
@CheckReturnValue
public final class ConfigMapVolume extends Volume {

    ConfigMapVolume(String name, Consumer<Fields> writer) {
        super(name, writer);
    }

    /**
     * Adds to {@code configMap.items}: a key, and the file that it becomes. All keys become files of their own names where no
     * item is given.
     *
     * @param path relative, without {@code ..}
     */
    public ConfigMapVolume item(String key, String path) {
        return with(configMap -> VolumeFiles.key(configMap, key, path));
    }

    /**
     * Adds to {@code configMap.items}: a key, and the file that it becomes, with permissions of its own.
     *
     * @param path relative, without {@code ..}
     * @param mode 0 to 0777, best written in octal: {@code 0440}; YAML has it as a decimal number
     */
    public ConfigMapVolume item(String key, String path, int mode) {
        return with(configMap -> VolumeFiles.mode(VolumeFiles.key(configMap, key, path), "mode", mode));
    }

    /**
     * Sets {@code configMap.defaultMode}: the permissions of the files; 0644 where it is not set.
     *
     * @param mode 0 to 0777, best written in octal: {@code 0440}; YAML has it as a decimal number
     */
    public ConfigMapVolume defaultMode(int mode) {
        return with(configMap -> VolumeFiles.mode(configMap, "defaultMode", mode));
    }

    /** Sets {@code configMap.optional}: ConfigMap or keys may be missing. Not set, the pod does not start then. */
    public ConfigMapVolume optional() {
        return with(configMap -> configMap.set("optional", true));
    }

    private ConfigMapVolume with(Consumer<Fields> more) {
        return new ConfigMapVolume(name(), and(volume -> more.accept(volume.object("configMap"))));
    }
}
