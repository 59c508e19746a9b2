package dev.gantry.access;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.LabelSelector;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Kind;
import dev.gantry.extension.Resource;
import dev.gantry.extension.Syntax;
import dev.gantry.extension.ValueRule;
import dev.gantry.raw.ModelEdit;
import dev.gantry.raw.RawObjects;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBuilder;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What may be done in the whole cluster, or in any namespace: a {@link ClusterRoleBinding} hands it out for all of the
 * cluster, a {@link RoleBinding} for its own namespace. Labels such as
 * {@code rbac.authorization.k8s.io/aggregate-to-view: "true"} add it to the ClusterRoles that Kubernetes comes with.
 *
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/authorization-resources/cluster-role-v1/">
 *     ClusterRole</a>
 */
public final class ClusterRole extends Resource implements RoleRef {

    private static final Kind KIND =
            Kind.cluster("rbac.authorization.k8s.io/v1", "ClusterRole").named(Syntax.PATH_SEGMENT);

    private ClusterRole(Builder builder) {
        super(builder);
    }

    /**
     * Makes a ClusterRole.
     *
     * @param name any text without {@code /} and {@code %}
     */
    @CheckReturnValue
    public static ClusterRole of(String name, Consumer<Builder> options) {
        return new ClusterRole(configured(new Builder(name), options));
    }

    /** Names a ClusterRole that exists outside the program, such as {@code view}. */
    @CheckReturnValue
    public static ClusterRole existing(String name) {
        return new ClusterRole(external(new Builder(name)));
    }

    /**
     * Names the ClusterRole of this name among objects of files, so that it can be referred to as if the program had made it. One that
     * is not there is a finding.
     *
     * @param objects such as {@code Raw.directory("manifests")}; they are added to a stack
     * @param name its name, or {@code namespace/name} with the namespace that its manifest states
     */
    @CheckReturnValue
    public static ClusterRole from(RawObjects objects, String name) {
        return new ClusterRole(view(new Builder(name), RawObjects.named(objects, KIND, name)));
    }

    /** Builds a {@link ClusterRole}. */
    public static final class Builder extends RoleBuilder<Builder> {

        private Builder(@Nullable String name) {
            super(KIND, name);
        }

        /**
         * Adds to {@code rules}: allows something on paths of the API server that are no resources, such as
         * {@code /metrics}. It has an effect where the role is bound for the whole cluster.
         *
         * @param verb {@link Verb#GET} for reading
         * @param paths each begins with {@code /}; one that ends in {@code *} means all that begin so
         */
        public Builder nonResourceUrls(Verb verb, String... paths) {
            return nonResourceUrls(Verbs.of(verb), paths);
        }

        /**
         * Adds to {@code rules}: allows something on paths of the API server that are no resources, such as
         * {@code /metrics}. It has an effect where the role is bound for the whole cluster.
         *
         * @param verbs {@link Verb#GET} for reading, or other methods of HTTP in lower case
         * @param paths each begins with {@code /}; one that ends in {@code *} means all that begin so
         */
        public Builder nonResourceUrls(Verbs verbs, String... paths) {
            if (root().given("rules", verbs) && root().given("rules", paths)) {
                Fields rule = rule(verbs);
                for (String path : paths) {
                    if ("*".equals(path)) {
                        rule.add("nonResourceURLs", path);
                    } else {
                        rule.add("nonResourceURLs", path, Syntax.ABSOLUTE_PATH);
                    }
                    if (path != null && path.indexOf('*') >= 0 && path.indexOf('*') < path.length() - 1) {
                        rule.flaw(
                                "nonResourceURLs",
                                ValueRule.TEXT,
                                "\"" + path + "\" has a '*' that is not at its end.",
                                "A '*' stands for the rest of a path; nowhere else does it mean anything.");
                    }
                }
            }
            return this;
        }

        /**
         * Adds to {@code aggregationRule.clusterRoleSelectors}: the cluster fills this role with the rules of all
         * ClusterRoles that one of the selectors selects, in place of rules of its own.
         *
         * @see <a href="https://kubernetes.io/docs/reference/access-authn-authz/rbac/#aggregated-clusterroles">Aggregated
         *     ClusterRoles</a>
         */
        public Builder aggregates(LabelSelector... clusterRoles) {
            if (root().given("aggregationRule", clusterRoles)) {
                for (LabelSelector selector : clusterRoles) {
                    root().object("aggregationRule").add("clusterRoleSelectors", selector);
                }
            }
            return this;
        }

        /**
         * Edits the object with fabric8's builder: the last word, after every default.
         *
         * @see ModelEdit
         */
        public Builder raw(UnaryOperator<ClusterRoleBuilder> edit) {
            return edit(ModelEdit.of(
                    io.fabric8.kubernetes.api.model.rbac.ClusterRole.class, ClusterRoleBuilder::new, edit));
        }
    }
}
