package dev.gantry.workload;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.Quantity;
import dev.gantry.extension.Fields;
import java.util.function.Consumer;

/**
 * What a pod knows of itself, as files.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/workloads/pods/downward-api/">Downward API</a>
 */
@CheckReturnValue
public final class DownwardApiVolume extends Volume {

    DownwardApiVolume(String name, Consumer<Fields> writer) {
        super(name, writer);
    }

    /**
     * Adds to {@code downwardAPI.items}: a file with the value of a field of the pod.
     *
     * @param path relative, without {@code ..}
     * @param fieldPath such as {@code metadata.labels} or {@code metadata.annotations['track']}
     */
    public DownwardApiVolume field(String path, String fieldPath) {
        return with(files -> VolumeFiles.field(files, path, fieldPath));
    }

    /**
     * Adds to {@code downwardAPI.items}: a file with the value of a field of the pod, with permissions of its own.
     *
     * @param path relative, without {@code ..}
     * @param fieldPath such as {@code metadata.labels} or {@code metadata.annotations['track']}
     * @param mode 0 to 0777, best written in octal: {@code 0440}; YAML has it as a decimal number
     */
    public DownwardApiVolume field(String path, String fieldPath, int mode) {
        return with(files -> VolumeFiles.mode(VolumeFiles.field(files, path, fieldPath), "mode", mode));
    }

    /**
     * Adds to {@code downwardAPI.items}: a file with what a container requests or is limited to.
     *
     * @param path relative, without {@code ..}
     * @param container the container's name
     * @param resource such as {@code limits.cpu} or {@code requests.memory}
     * @param divisor the unit, such as {@code 1m} for CPU or {@code 1Mi} for memory
     */
    public DownwardApiVolume resource(String path, String container, String resource, Quantity divisor) {
        return with(files -> VolumeFiles.resource(files, path, container, resource, divisor));
    }

    /**
     * Sets {@code downwardAPI.defaultMode}: the permissions of the files; 0644 where it is not set.
     *
     * @param mode 0 to 0777, best written in octal: {@code 0440}; YAML has it as a decimal number
     */
    public DownwardApiVolume defaultMode(int mode) {
        return with(files -> VolumeFiles.mode(files, "defaultMode", mode));
    }

    private DownwardApiVolume with(Consumer<Fields> more) {
        return new DownwardApiVolume(name(), and(volume -> more.accept(volume.object("downwardAPI"))));
    }
}
