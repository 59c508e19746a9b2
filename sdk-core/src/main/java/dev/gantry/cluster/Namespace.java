package dev.gantry.cluster;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Kind;
import dev.gantry.extension.Resource;
import dev.gantry.extension.ResourceBuilder;
import dev.gantry.extension.Syntax;
import dev.gantry.raw.ModelEdit;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A part of the cluster with names of its own.
 *
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/namespace-v1/">Namespace</a>
 */
public final class Namespace extends Resource {

    private static final Kind KIND = Kind.cluster("v1", "Namespace").named(Syntax.DNS_LABEL);

    private Namespace(Builder builder) {
        super(builder);
    }

    /**
     * Makes a namespace.
     *
     * @param name at most 63 characters of {@code a-z}, {@code 0-9} and {@code -}
     */
    @CheckReturnValue
    public static Namespace of(String name, Consumer<Builder> options) {
        return new Namespace(configured(new Builder(name), options));
    }

    /** Names a namespace that exists outside the program. */
    @CheckReturnValue
    public static Namespace existing(String name) {
        return new Namespace(external(new Builder(name)));
    }

    /** Builds a {@link Namespace}. */
    public static final class Builder extends ResourceBuilder<Builder> {

        private Builder(@Nullable String name) {
            super(KIND, name);
        }

        /**
         * Edits the object with fabric8's builder: the last word, after every default.
         *
         * @see ModelEdit
         */
        public Builder raw(UnaryOperator<NamespaceBuilder> edit) {
            return edit(ModelEdit.of(io.fabric8.kubernetes.api.model.Namespace.class, NamespaceBuilder::new, edit));
        }
    }
}
