package dev.gantry.storage;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Kind;
import dev.gantry.extension.Resource;
import dev.gantry.extension.ResourceBuilder;
import dev.gantry.extension.Syntax;
import dev.gantry.raw.ModelEdit;
import dev.gantry.raw.RawObjects;
import io.fabric8.kubernetes.api.model.storage.StorageClassBuilder;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How volumes are made for claims.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/storage-class-v1/">
 *     StorageClass</a>
 */
public final class StorageClass extends Resource {

    private static final Kind KIND = Kind.cluster("storage.k8s.io/v1", "StorageClass");

    private StorageClass(Builder builder) {
        super(builder);
    }

    /**
     * Makes a class.
     *
     * @param name a DNS subdomain
     * @param provisioner who makes the volumes, such as {@code ebs.csi.aws.com}, or
     *     {@code kubernetes.io/no-provisioner} for nobody
     */
    @CheckReturnValue
    public static StorageClass of(String name, String provisioner, Consumer<Builder> options) {
        return new StorageClass(configured(new Builder(name, provisioner), options));
    }

    /** Names a class that exists outside the program. */
    @CheckReturnValue
    public static StorageClass existing(String name) {
        return new StorageClass(external(new Builder(name)));
    }

    /**
     * Names the StorageClass of this name among objects of files, so that it can be referred to as if the program had made it. One that
     * is not there is a finding.
     *
     * @param objects such as {@code Raw.directory("manifests")}; they are added to a stack
     * @param name its name, or {@code namespace/name} with the namespace that its manifest states
     */
    @CheckReturnValue
    public static StorageClass from(RawObjects objects, String name) {
        return new StorageClass(view(new Builder(name), RawObjects.named(objects, KIND, name)));
    }

    /** Builds a {@link StorageClass}. */
    public static final class Builder extends ResourceBuilder<Builder> {

        private Builder(@Nullable String name) {
            super(KIND, name);
        }

        private Builder(@Nullable String name, @Nullable String provisioner) {
            this(name);
            root().set("provisioner", provisioner, Syntax.LABEL_KEY);
        }

        /** Adds to {@code parameters}: what the provisioner makes; see its documentation. */
        public Builder parameter(String key, String value) {
            root().object("parameters").set(key, value);
            return this;
        }

        /**
         * Sets {@code reclaimPolicy}: what happens to a volume when its claim is gone; {@link ReclaimPolicy#DELETE} where
         * it is not set.
         */
        public Builder reclaimPolicy(ReclaimPolicy policy) {
            root().set("reclaimPolicy", policy);
            return this;
        }

        /** Sets {@code volumeBindingMode}; {@link VolumeBindingMode#IMMEDIATE} where it is not set. */
        public Builder volumeBindingMode(VolumeBindingMode mode) {
            root().set("volumeBindingMode", mode);
            return this;
        }

        /** Sets {@code allowVolumeExpansion}: whether claims may grow later; {@code false} by default. */
        public Builder allowVolumeExpansion(boolean allow) {
            root().set("allowVolumeExpansion", allow);
            return this;
        }

        /**
         * Adds to {@code mountOptions}: how nodes mount the volumes. Nothing checks them before that.
         *
         * @param options such as {@code noatime}
         */
        public Builder mountOptions(String... options) {
            root().addAll("mountOptions", Syntax.NOT_EMPTY, options);
            return this;
        }

        /**
         * Adds to {@code allowedTopologies}: volumes are made where this term, or another one, is true; anywhere where
         * there is none.
         */
        public Builder allowedTopology(Consumer<TopologySelectorTerm> term) {
            root().append("allowedTopologies").block(TopologySelectorTerm::new, term);
            return this;
        }

        /**
         * Makes it the class of claims that name none: adds the annotation
         * {@code storageclass.kubernetes.io/is-default-class}.
         */
        public Builder defaultClass() {
            return annotation("storageclass.kubernetes.io/is-default-class", "true");
        }

        /**
         * Edits the object with fabric8's builder: the last word, after every default.
         *
         * @see ModelEdit
         */
        public Builder raw(UnaryOperator<StorageClassBuilder> edit) {
            return edit(ModelEdit.of(
                    io.fabric8.kubernetes.api.model.storage.StorageClass.class, StorageClassBuilder::new, edit));
        }
    }
}
