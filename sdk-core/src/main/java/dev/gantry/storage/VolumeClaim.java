package dev.gantry.storage;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.LabelSelector;
import dev.gantry.Quantity;
import dev.gantry.extension.Block;
import dev.gantry.extension.Fields;
import dev.gantry.extension.References;
import dev.gantry.extension.Syntax;
import java.util.function.Consumer;

/**
 * What a pod asks of storage: the {@code spec} of a {@link PersistentVolumeClaim}, or of claims that are made for each
 * pod.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/persistent-volume-claim-v1/#PersistentVolumeClaimSpec">
 *     PersistentVolumeClaimSpec</a>
 */
@CheckReturnValue
public final class VolumeClaim extends Block {

    private VolumeClaim(Consumer<Fields> writer) {
        super(writer);
    }

    /**
     * Asks for storage of a size.
     *
     * @param size such as {@code 10Gi}, more than 0
     * @param mode from how many nodes it is to be used at once
     */
    public static VolumeClaim of(String size, AccessMode mode) {
        return of(Quantity.of(size), mode);
    }

    /**
     * Asks for storage of a size.
     *
     * @param size in bytes, more than 0
     * @param mode from how many nodes it is to be used at once
     */
    public static VolumeClaim of(Quantity size, AccessMode mode) {
        return new VolumeClaim(spec -> {
            StorageFields.accessModes(spec, mode);
            StorageFields.size(spec.object("resources").object("requests"), size);
        });
    }

    /** Adds to {@code accessModes}: in which other ways the volume must be usable, one at a time. */
    public VolumeClaim accessModes(AccessMode... modes) {
        return with(spec -> StorageFields.accessModes(spec, modes));
    }

    /** Sets {@code resources.limits.storage}: how large the volume may be at most; no limit where it is not set. */
    public VolumeClaim limit(String size) {
        return limit(Quantity.of(size));
    }

    /** Sets {@code resources.limits.storage}: how large the volume may be at most; no limit where it is not set. */
    public VolumeClaim limit(Quantity size) {
        return with(spec -> StorageFields.size(spec.object("resources").object("limits"), size));
    }

    /** Sets {@code storageClassName}: what kind of storage it is; the cluster's default class where it is not set. */
    public VolumeClaim storageClass(StorageClass sort) {
        return with(spec -> References.name(spec, "storageClassName", sort));
    }

    /** Sets {@code storageClassName} to nothing: only a volume that is there already, and has no class, will do. */
    public VolumeClaim noStorageClass() {
        return with(spec -> spec.set("storageClassName", ""));
    }

    /** Sets {@code volumeMode}; {@link VolumeMode#FILESYSTEM} where it is not set. */
    public VolumeClaim volumeMode(VolumeMode mode) {
        return with(spec -> spec.set("volumeMode", mode));
    }

    /** Sets {@code selector}: which volumes that are there already will do; any where it is not set. */
    public VolumeClaim selector(LabelSelector volumes) {
        return with(spec -> spec.set("selector", volumes));
    }

    /** Sets {@code volumeName}: the volume, which must suit; one is found or made where it is not set. */
    public VolumeClaim volume(PersistentVolume volume) {
        return with(spec -> References.name(spec, "volumeName", volume));
    }

    /**
     * Sets {@code dataSource} to a claim of the same namespace: the volume begins as a copy of the other one; empty where
     * it is not set.
     *
     * @see <a href="https://kubernetes.io/docs/concepts/storage/volume-pvc-datasource/">CSI volume cloning</a>
     */
    public VolumeClaim dataSource(PersistentVolumeClaim source) {
        return with(spec -> {
            if (spec.given("dataSource", source)) {
                Fields reference = spec.replace("dataSource");
                reference.set("kind", "PersistentVolumeClaim");
                References.name(reference, "name", source);
            }
        });
    }

    /**
     * Sets {@code dataSource} to a VolumeSnapshot of the same namespace: the volume begins with what was kept in it; empty
     * where it is not set.
     *
     * @param name the name of the VolumeSnapshot
     * @see <a
     *     href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#volume-snapshot-and-restore-volume-from-snapshot-support">
     *     Volume snapshot and restore</a>
     */
    public VolumeClaim snapshot(String name) {
        return with(spec -> {
            Fields reference = spec.replace("dataSource");
            reference.set("apiGroup", "snapshot.storage.k8s.io");
            reference.set("kind", "VolumeSnapshot");
            reference.set("name", name, Syntax.DNS_SUBDOMAIN);
        });
    }

    /**
     * Sets {@code volumeAttributesClassName}: how fast the volume is, which can be changed later; as the driver has it
     * where it is not set.
     */
    public VolumeClaim volumeAttributesClass(VolumeAttributesClass attributes) {
        return with(spec -> References.name(spec, "volumeAttributesClassName", attributes));
    }

    private VolumeClaim with(Consumer<Fields> more) {
        return new VolumeClaim(and(more));
    }
}
