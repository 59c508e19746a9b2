package dev.gantry.storage;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Block;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import java.util.function.Consumer;

/**
 * Where a volume is.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#types-of-persistent-volumes">Types of
 *     persistent volumes</a>
 */
@CheckReturnValue
public abstract sealed class PersistentVolumeSource extends Block
        permits CsiVolumeSource, HostPathVolumeSource, LocalVolumeSource, NfsVolumeSource {

    PersistentVolumeSource(Consumer<Fields> writer) {
        super(writer);
    }

    /**
     * A volume of a storage driver.
     *
     * @param driver the name of the driver, such as {@code ebs.csi.aws.com}
     * @param handle what the driver knows the volume by
     */
    public static CsiVolumeSource csi(String driver, String handle) {
        return new CsiVolumeSource(spec -> {
            Fields csi = spec.object("csi");
            csi.set("driver", driver, Syntax.CSI_DRIVER);
            csi.set("volumeHandle", handle, Syntax.NOT_EMPTY);
        });
    }

    /**
     * A folder of an NFS server.
     *
     * @param server its host name or address
     * @param path begins with {@code /}
     */
    public static NfsVolumeSource nfs(String server, String path) {
        return new NfsVolumeSource(spec -> {
            Fields nfs = spec.object("nfs");
            nfs.set("server", server, Syntax.NOT_EMPTY);
            nfs.set("path", path, Syntax.ABSOLUTE_PATH);
        });
    }

    /**
     * A file or folder of whichever node the pod runs on; for clusters of one node.
     *
     * @param path the path on the node
     */
    public static HostPathVolumeSource hostPath(String path) {
        return new HostPathVolumeSource(spec -> spec.object("hostPath").set("path", path, Syntax.NOT_EMPTY));
    }

    /**
     * A disk or folder of one node; the volume must say with {@link PersistentVolume.Builder#nodeAffinity(Consumer)} of which.
     *
     * @param path the path on the node
     */
    public static LocalVolumeSource local(String path) {
        return new LocalVolumeSource(spec -> spec.object("local").set("path", path, Syntax.NOT_EMPTY));
    }
}
