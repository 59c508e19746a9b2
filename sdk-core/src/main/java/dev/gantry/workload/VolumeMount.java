package dev.gantry.workload;

import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;

/**
 * How a container sees a volume.
 *
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#volumes-1">volumeMounts</a>
 */
public final class VolumeMount {

    private final Fields mount;

    VolumeMount(Fields mount) {
        this.mount = mount;
    }

    /** Sets {@code readOnly}; not set, the container may write. */
    public VolumeMount readOnly() {
        mount.set("readOnly", true);
        return this;
    }

    /** Sets {@code recursiveReadOnly}, for a read-only mount; {@link RecursiveReadOnly#DISABLED} where it is not set. */
    public VolumeMount recursiveReadOnly(RecursiveReadOnly recursive) {
        mount.set("recursiveReadOnly", recursive);
        return this;
    }

    /** Sets {@code subPath}: the folder or file of the volume that is mounted; all of it where it is not set. */
    public VolumeMount subPath(String path) {
        mount.set("subPath", path, Syntax.NOT_EMPTY);
        return this;
    }

    /**
     * Sets {@code subPathExpr}: like {@code subPath}, with environment variables.
     *
     * @param path {@code $(NAME)} in it stands for an environment variable of the container
     */
    public VolumeMount subPathExpr(String path) {
        mount.set("subPathExpr", path, Syntax.NOT_EMPTY);
        return this;
    }

    /** Sets {@code mountPropagation}; {@link MountPropagation#NONE} where it is not set. */
    public VolumeMount mountPropagation(MountPropagation propagation) {
        mount.set("mountPropagation", propagation);
        return this;
    }
}
