package dev.gantry.access;

import dev.gantry.extension.Fields;
import dev.gantry.extension.Kind;
import dev.gantry.extension.References;
import dev.gantry.extension.Resource;
import dev.gantry.extension.ResourceBuilder;
import dev.gantry.extension.Syntax;
import org.jspecify.annotations.Nullable;

/**
 * What the builders of bindings share.
 *
 * @param <B> the builder's own type
 * @see <a href="https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-subjects">Referring to
 *     subjects</a>
 */
public abstract class BindingBuilder<B extends BindingBuilder<B>> extends ResourceBuilder<B> {

    private static final String GROUP = "rbac.authorization.k8s.io";

    BindingBuilder(Kind kind, @Nullable String name) {
        super(kind, name);
    }

    /** Writes {@code roleRef}. */
    final void role(Resource role) {
        Fields reference = root().object("roleRef");
        reference.set("apiGroup", GROUP);
        reference.set("kind", role.kind().name());
        References.name(reference, "name", role);
    }

    /**
     * Adds to {@code subjects}: a ServiceAccount, and so the pods that run as it. Its namespace is the one that it is
     * placed in, or that {@link ServiceAccount#in(String)} states.
     */
    public final B serviceAccount(ServiceAccount account) {
        if (root().given("subjects", account)) {
            Fields subject = root().append("subjects");
            subject.set("kind", "ServiceAccount");
            subject.set("name", account.name());
            subject.mention("name", account);
            References.namespace(subject, account);
        }
        return self();
    }

    /**
     * Adds to {@code subjects}: all ServiceAccounts of a namespace, also those to come; the group
     * {@code system:serviceaccounts:<namespace>}.
     *
     * @param namespace at most 63 characters of {@code a-z}, {@code 0-9} and {@code -}
     */
    public final B serviceAccountsOf(String namespace) {
        if (root().given("subjects", namespace)) {
            subject("Group", "system:serviceaccounts:" + namespace);
        }
        return self();
    }

    /**
     * Adds to {@code subjects}: a user.
     *
     * @param name as the cluster's authentication says it
     */
    public final B user(String name) {
        return subject("User", name);
    }

    /**
     * Adds to {@code subjects}: all users of a group.
     *
     * @param name as the cluster's authentication says it, or one of Kubernetes' own such as
     *     {@code system:authenticated}
     */
    public final B group(String name) {
        return subject("Group", name);
    }

    private B subject(String kind, @Nullable String name) {
        Fields subject = root().append("subjects");
        subject.set("kind", kind);
        subject.set("apiGroup", GROUP);
        subject.set("name", name, Syntax.NOT_EMPTY);
        return self();
    }
}
