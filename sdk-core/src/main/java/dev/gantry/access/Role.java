package dev.gantry.access;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Kind;
import dev.gantry.extension.Resource;
import dev.gantry.extension.Syntax;
import dev.gantry.raw.ModelEdit;
import dev.gantry.raw.RawObjects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What may be done in one namespace; a {@link RoleBinding} says by whom.
 *
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/authorization-resources/role-v1/">Role</a>
 */
public final class Role extends Resource implements RoleRef {

    private static final Kind KIND =
            Kind.namespaced("rbac.authorization.k8s.io/v1", "Role").named(Syntax.PATH_SEGMENT);

    private Role(Builder builder) {
        super(builder);
    }

    /**
     * Makes a Role.
     *
     * @param name any text without {@code /} and {@code %}
     */
    @CheckReturnValue
    public static Role of(String name, Consumer<Builder> options) {
        return new Role(configured(new Builder(name), options));
    }

    /** Names a Role that exists outside the program, in the namespace of the binding that names it. */
    @CheckReturnValue
    public static Role existing(String name) {
        return new Role(external(new Builder(name)));
    }

    /**
     * Names the Role of this name among objects of files, so that it can be referred to as if the program had made it. One that
     * is not there is a finding.
     *
     * @param objects such as {@code Raw.directory("manifests")}; they are added to a stack
     * @param name its name, or {@code namespace/name} with the namespace that its manifest states
     */
    @CheckReturnValue
    public static Role from(RawObjects objects, String name) {
        return new Role(view(new Builder(name), RawObjects.named(objects, KIND, name)));
    }

    /** Names the Role of this name that exists outside the program, in that namespace. */
    @CheckReturnValue
    public Role in(String namespace) {
        return new Role(external(new Builder(name()), namespace));
    }

    /** Builds a {@link Role}. */
    public static final class Builder extends RoleBuilder<Builder> {

        private Builder(@Nullable String name) {
            super(KIND, name);
        }

        /**
         * Sets {@code metadata.namespace}, where it is not the stack's.
         *
         * @param namespace at most 63 characters of {@code a-z}, {@code 0-9} and {@code -}
         */
        public Builder namespace(String namespace) {
            return inNamespace(namespace);
        }

        /**
         * Edits the object with fabric8's builder: the last word, after every default.
         *
         * @see ModelEdit
         */
        public Builder raw(UnaryOperator<io.fabric8.kubernetes.api.model.rbac.RoleBuilder> edit) {
            return edit(ModelEdit.of(
                    io.fabric8.kubernetes.api.model.rbac.Role.class,
                    io.fabric8.kubernetes.api.model.rbac.RoleBuilder::new,
                    edit));
        }
    }
}
