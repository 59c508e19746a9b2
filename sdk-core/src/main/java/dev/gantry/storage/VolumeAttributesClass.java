package dev.gantry.storage;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Kind;
import dev.gantry.extension.Resource;
import dev.gantry.extension.ResourceBuilder;
import dev.gantry.extension.Syntax;
import dev.gantry.raw.ModelEdit;
import dev.gantry.raw.RawObjects;
import io.fabric8.kubernetes.api.model.storage.VolumeAttributesClassBuilder;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How fast volumes are, or whatever else of them can be changed while they are used. From Kubernetes 1.34 on.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/storage/volume-attributes-classes/">Volume attributes classes</a>
 */
public final class VolumeAttributesClass extends Resource {

    private static final Kind KIND = Kind.cluster("storage.k8s.io/v1", "VolumeAttributesClass");

    private VolumeAttributesClass(Builder builder) {
        super(builder);
    }

    /**
     * Makes a class.
     *
     * @param name a DNS subdomain
     * @param driver the name of the storage driver, such as {@code ebs.csi.aws.com}
     */
    @CheckReturnValue
    public static VolumeAttributesClass of(String name, String driver, Consumer<Builder> options) {
        return new VolumeAttributesClass(configured(new Builder(name, driver), options));
    }

    /** Names a class that exists outside the program. */
    @CheckReturnValue
    public static VolumeAttributesClass existing(String name) {
        return new VolumeAttributesClass(external(new Builder(name)));
    }

    /**
     * Names the VolumeAttributesClass of this name among objects of files, so that it can be referred to as if the program had made it. One that
     * is not there is a finding.
     *
     * @param objects such as {@code Raw.directory("manifests")}; they are added to a stack
     * @param name its name, or {@code namespace/name} with the namespace that its manifest states
     */
    @CheckReturnValue
    public static VolumeAttributesClass from(RawObjects objects, String name) {
        return new VolumeAttributesClass(view(new Builder(name), RawObjects.named(objects, KIND, name)));
    }

    /** Builds a {@link VolumeAttributesClass}. */
    public static final class Builder extends ResourceBuilder<Builder> {

        private Builder(@Nullable String name) {
            super(KIND, name);
        }

        private Builder(@Nullable String name, @Nullable String driver) {
            this(name);
            root().set("driverName", driver, Syntax.LABEL_KEY);
        }

        /** Adds to {@code parameters}, of which there must be one; see the documentation of the driver. */
        public Builder parameter(String key, String value) {
            root().object("parameters").set(key, value);
            return this;
        }

        /**
         * Edits the object with fabric8's builder: the last word, after every default.
         *
         * @see ModelEdit
         */
        public Builder raw(UnaryOperator<VolumeAttributesClassBuilder> edit) {
            return edit(ModelEdit.of(
                    io.fabric8.kubernetes.api.model.storage.VolumeAttributesClass.class,
                    VolumeAttributesClassBuilder::new,
                    edit));
        }
    }
}
