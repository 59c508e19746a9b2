package dev.gantry.access;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Kind;
import dev.gantry.extension.Resource;
import dev.gantry.extension.Syntax;
import dev.gantry.raw.ModelEdit;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Who is allowed in one namespace what a role says. The role cannot be exchanged later.
 *
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/authorization-resources/role-binding-v1/">
 *     RoleBinding</a>
 */
public final class RoleBinding extends Resource {

    private static final Kind KIND =
            Kind.namespaced("rbac.authorization.k8s.io/v1", "RoleBinding").named(Syntax.PATH_SEGMENT);

    private RoleBinding(Builder builder) {
        super(builder);
    }

    /**
     * Makes a RoleBinding.
     *
     * @param name any text without {@code /} and {@code %}
     * @param role a Role of the same namespace, or a ClusterRole, whose rules hold in this namespace only then
     */
    @CheckReturnValue
    public static RoleBinding of(String name, RoleRef role, Consumer<Builder> options) {
        return new RoleBinding(configured(new Builder(name, role), options));
    }

    /** Builds a {@link RoleBinding}. */
    public static final class Builder extends BindingBuilder<Builder> {

        private Builder(@Nullable String name, RoleRef role) {
            super(KIND, name);
            if (root().given("roleRef", role)) {
                role(role.resource());
            }
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
        public Builder raw(UnaryOperator<RoleBindingBuilder> edit) {
            return edit(ModelEdit.of(
                    io.fabric8.kubernetes.api.model.rbac.RoleBinding.class, RoleBindingBuilder::new, edit));
        }
    }
}
