package dev.gantry.workload;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.Quantity;
import dev.gantry.extension.Fields;
import java.util.function.Consumer;

/**
 * What a pod knows of itself, as one of the sources of a volume.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/workloads/pods/downward-api/">Downward API</a>
 */
@CheckReturnValue
public final class DownwardApiProjection extends VolumeProjection {

    DownwardApiProjection(Consumer<Fields> writer) {
        super(writer);
    }

    /**
     * Adds to {@code downwardAPI.items}: a file with the value of a field of the pod.
     *
     * @param path relative, without {@code ..}
     * @param fieldPath such as {@code metadata.labels} or {@code metadata.annotations['track']}
     */
    public DownwardApiProjection field(String path, String fieldPath) {
        return with(files -> VolumeFiles.field(files, path, fieldPath));
    }

    /**
     * Adds to {@code downwardAPI.items}: a file with the value of a field of the pod, with permissions of its own.
     *
     * @param path relative, without {@code ..}
     * @param fieldPath such as {@code metadata.labels} or {@code metadata.annotations['track']}
     * @param mode 0 to 0777, best written in octal: {@code 0440}; YAML has it as a decimal number
     */
    public DownwardApiProjection field(String path, String fieldPath, int mode) {
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
    public DownwardApiProjection resource(String path, String container, String resource, Quantity divisor) {
        return with(files -> VolumeFiles.resource(files, path, container, resource, divisor));
    }

    private DownwardApiProjection with(Consumer<Fields> more) {
        return new DownwardApiProjection(and(projection -> more.accept(projection.object("downwardAPI"))));
    }
}
