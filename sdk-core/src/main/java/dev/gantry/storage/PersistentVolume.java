package dev.gantry.storage;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.Quantity;
import dev.gantry.extension.Kind;
import dev.gantry.extension.References;
import dev.gantry.extension.Resource;
import dev.gantry.extension.ResourceBuilder;
import dev.gantry.extension.Syntax;
import dev.gantry.raw.ModelEdit;
import dev.gantry.raw.RawObjects;
import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A piece of storage that is there already, for a claim to take.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/persistent-volume-v1/">
 *     PersistentVolume</a>
 */
public final class PersistentVolume extends Resource {

    private static final Kind KIND = Kind.cluster("v1", "PersistentVolume");

    private PersistentVolume(Builder builder) {
        super(builder);
    }

    /**
     * Makes a volume.
     *
     * @param name a DNS subdomain
     * @param capacity how large it is, more than 0
     * @param mode from how many nodes it can be used at once; {@link Builder#accessModes} adds more
     * @param source where it is
     */
    @CheckReturnValue
    public static PersistentVolume of(
            String name, Quantity capacity, AccessMode mode, PersistentVolumeSource source, Consumer<Builder> options) {
        return new PersistentVolume(configured(new Builder(name, capacity, mode, source), options));
    }

    /** Names a volume that exists outside the program. */
    @CheckReturnValue
    public static PersistentVolume existing(String name) {
        return new PersistentVolume(external(new Builder(name)));
    }

    /**
     * Names the volume of this name among objects of files, so that it can be referred to as if the program had made it. One that
     * is not there is a finding.
     *
     * @param objects such as {@code Raw.directory("manifests")}; they are added to a stack
     * @param name its name, or {@code namespace/name} with the namespace that its manifest states
     */
    @CheckReturnValue
    public static PersistentVolume from(RawObjects objects, String name) {
        return new PersistentVolume(view(new Builder(name), RawObjects.named(objects, KIND, name)));
    }

    /** Builds a {@link PersistentVolume}. */
    public static final class Builder extends ResourceBuilder<Builder> {

        private Builder(@Nullable String name) {
            super(KIND, name);
        }

        private Builder(String name, Quantity capacity, AccessMode mode, @Nullable PersistentVolumeSource source) {
            this(name);
            StorageFields.size(spec().object("capacity"), capacity);
            if (spec().given("", source) && source != null) {
                source.write(spec());
            }
            StorageFields.accessModes(spec(), mode);
        }

        /** Adds to {@code spec.accessModes}: in which other ways the volume can be used, one at a time. */
        public Builder accessModes(AccessMode... modes) {
            StorageFields.accessModes(spec(), modes);
            return this;
        }

        /**
         * Sets {@code spec.persistentVolumeReclaimPolicy}: what happens when the claim is gone;
         * {@link ReclaimPolicy#RETAIN} where it is not set.
         */
        public Builder reclaimPolicy(ReclaimPolicy policy) {
            spec().set("persistentVolumeReclaimPolicy", policy);
            return this;
        }

        /** Sets {@code spec.storageClassName}: claims must ask for this class; for none where it is not set. */
        public Builder storageClass(StorageClass storageClass) {
            References.name(spec(), "storageClassName", storageClass);
            return this;
        }

        /**
         * Adds to {@code spec.mountOptions}: how a node mounts it. Nothing checks them before that.
         *
         * @param options such as {@code ro} or {@code nfsvers=4.1}
         */
        public Builder mountOptions(String... options) {
            spec().addAll("mountOptions", Syntax.NOT_EMPTY, options);
            return this;
        }

        /** Sets {@code spec.volumeMode}; {@link VolumeMode#FILESYSTEM} where it is not set. */
        public Builder volumeMode(VolumeMode mode) {
            spec().set("volumeMode", mode);
            return this;
        }

        /**
         * Sets {@code spec.nodeAffinity}: on which nodes the volume can be used; on every node where it is not set. A local
         * volume needs it.
         */
        public Builder nodeAffinity(Consumer<VolumeNodeAffinity> options) {
            spec().object("nodeAffinity").block(VolumeNodeAffinity::new, options);
            return this;
        }

        /** Sets {@code spec.claimRef}: the only claim that may take it; any that suits where it is not set. */
        public Builder claimRef(PersistentVolumeClaim claim) {
            if (spec().given("claimRef", claim)) {
                References.nameAndNamespace(spec().replace("claimRef"), claim);
            }
            return this;
        }

        /** Sets {@code spec.volumeAttributesClassName}: how fast the volume is. Claims must ask for the same. */
        public Builder volumeAttributesClass(VolumeAttributesClass attributes) {
            References.name(spec(), "volumeAttributesClassName", attributes);
            return this;
        }

        /**
         * Edits the object with fabric8's builder: the last word, after every default.
         *
         * @see ModelEdit
         */
        public Builder raw(UnaryOperator<PersistentVolumeBuilder> edit) {
            return edit(ModelEdit.of(
                    io.fabric8.kubernetes.api.model.PersistentVolume.class, PersistentVolumeBuilder::new, edit));
        }
    }
}
