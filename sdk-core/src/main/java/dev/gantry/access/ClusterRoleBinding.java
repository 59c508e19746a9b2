package dev.gantry.access;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Kind;
import dev.gantry.extension.Resource;
import dev.gantry.extension.Syntax;
import dev.gantry.raw.ModelEdit;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBindingBuilder;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Who is allowed in the whole cluster what a role says. The role cannot be exchanged later.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/authorization-resources/cluster-role-binding-v1/">
 *     ClusterRoleBinding</a>
 */
public final class ClusterRoleBinding extends Resource {

    private static final Kind KIND =
            Kind.cluster("rbac.authorization.k8s.io/v1", "ClusterRoleBinding").named(Syntax.PATH_SEGMENT);

    private ClusterRoleBinding(Builder builder) {
        super(builder);
    }

    /**
     * Makes a ClusterRoleBinding.
     *
     * @param name any text without {@code /} and {@code %}
     * @param role what is allowed in every namespace, and outside of them
     */
    @CheckReturnValue
    public static ClusterRoleBinding of(String name, ClusterRole role, Consumer<Builder> options) {
        return new ClusterRoleBinding(configured(new Builder(name, role), options));
    }

    /** Builds a {@link ClusterRoleBinding}. */
    public static final class Builder extends BindingBuilder<Builder> {

        private Builder(@Nullable String name, ClusterRole role) {
            super(KIND, name);
            if (root().given("roleRef", role)) {
                role(role);
            }
        }

        /**
         * Edits the object with fabric8's builder: the last word, after every default.
         *
         * @see ModelEdit
         */
        public Builder raw(UnaryOperator<ClusterRoleBindingBuilder> edit) {
            return edit(ModelEdit.of(
                    io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding.class,
                    ClusterRoleBindingBuilder::new,
                    edit));
        }
    }
}
