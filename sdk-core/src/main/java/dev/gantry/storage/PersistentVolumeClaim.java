package dev.gantry.storage;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Kind;
import dev.gantry.extension.NamespacedBuilder;
import dev.gantry.extension.Resource;
import dev.gantry.raw.ModelEdit;
import dev.gantry.raw.RawObjects;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Storage that pods can share, and that outlives them.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/persistent-volume-claim-v1/">
 *     PersistentVolumeClaim</a>
 */
public final class PersistentVolumeClaim extends Resource {

    private static final Kind KIND = Kind.namespaced("v1", "PersistentVolumeClaim");

    private PersistentVolumeClaim(Builder builder) {
        super(builder);
    }

    /**
     * Makes a claim.
     *
     * @param name a DNS subdomain
     * @param claim what is asked for
     */
    @CheckReturnValue
    public static PersistentVolumeClaim of(String name, VolumeClaim claim, Consumer<Builder> options) {
        return new PersistentVolumeClaim(configured(new Builder(name, claim), options));
    }

    /** Names a claim that exists outside the program, in the namespace of whoever names it. */
    @CheckReturnValue
    public static PersistentVolumeClaim existing(String name) {
        return new PersistentVolumeClaim(external(new Builder(name)));
    }

    /**
     * Names the claim of this name among objects of files, so that it can be referred to as if the program had made it. One that
     * is not there is a finding.
     *
     * @param objects such as {@code Raw.directory("manifests")}; they are added to a stack
     * @param name its name, or {@code namespace/name} with the namespace that its manifest states
     */
    @CheckReturnValue
    public static PersistentVolumeClaim from(RawObjects objects, String name) {
        return new PersistentVolumeClaim(view(new Builder(name), RawObjects.named(objects, KIND, name)));
    }

    /** Names the claim of this name that exists outside the program, in that namespace. */
    @CheckReturnValue
    public PersistentVolumeClaim in(String namespace) {
        return new PersistentVolumeClaim(external(new Builder(name()), namespace));
    }

    /** Builds a {@link PersistentVolumeClaim}. */
    public static final class Builder extends NamespacedBuilder<Builder> {

        private Builder(@Nullable String name) {
            super(KIND, name);
        }

        private Builder(@Nullable String name, @Nullable VolumeClaim claim) {
            this(name);
            root().set("spec", claim);
        }

        /**
         * Edits the object with fabric8's builder: the last word, after every default.
         *
         * @see ModelEdit
         */
        public Builder raw(UnaryOperator<PersistentVolumeClaimBuilder> edit) {
            return edit(ModelEdit.of(
                    io.fabric8.kubernetes.api.model.PersistentVolumeClaim.class,
                    PersistentVolumeClaimBuilder::new,
                    edit));
        }
    }
}
