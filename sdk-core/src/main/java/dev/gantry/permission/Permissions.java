package dev.gantry.permission;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.Synthesis;
import dev.gantry.access.ApiResource;
import dev.gantry.access.Verb;
import dev.gantry.check.Manifest;
import dev.gantry.check.Model;
import dev.gantry.extension.ApiTable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a ServiceAccount is allowed, by the roles and bindings of the program: those that name the account, and those that
 * name one of the groups that every ServiceAccount is in. It reads the finished objects, so raw objects count too.
 *
 * <p>What the cluster allows besides, the program does not know. Where a binding of the program names a role that the
 * program does not have, {@link #unknown()} says so.
 *
 * @see <a href="https://kubernetes.io/docs/reference/access-authn-authz/rbac/">Using RBAC authorization</a>
 */
@CheckReturnValue
public final class Permissions {

    private final @Nullable String namespace;
    private final String name;
    private final List<Permission> all;
    private final List<Manifest> unknown;

    private Permissions(@Nullable String namespace, String name, BindingReader bindings) {
        this.namespace = namespace;
        this.name = name;
        this.all = bindings.permissions();
        this.unknown = bindings.unknown();
    }

    /**
     * What a ServiceAccount is allowed.
     *
     * @param namespace that of the account; {@code null} if the program leaves it to whoever applies the objects
     * @param name the account; it need not be in the program
     */
    public static Permissions of(Synthesis synthesis, @Nullable String namespace, String name) {
        return of(Model.of(synthesis.environment(), synthesis.manifests()), namespace, name);
    }

    /**
     * What a ServiceAccount is allowed, for checks.
     *
     * @param namespace that of the account; {@code null} if the program leaves it to whoever applies the objects
     * @param name the account; it need not be in the program
     */
    public static Permissions of(Model model, @Nullable String namespace, String name) {
        return new Permissions(namespace, name, new BindingReader(model, namespace, name));
    }

    /** The namespace of the account; {@code null} if the program leaves it open. */
    public @Nullable String namespace() {
        return namespace;
    }

    /** The name of the account. */
    public String name() {
        return name;
    }

    /** All that it is allowed, one by one, in the order of bindings and rules. */
    public List<Permission> all() {
        return all;
    }

    /** The bindings of the account whose role the program does not have: what they allow is not known, or only in part. */
    public List<Manifest> unknown() {
        return unknown;
    }

    /**
     * Whether the account is allowed something in a namespace.
     *
     * @param resource one with names is allowed if all of these names are; one without, if all objects are
     * @param where a namespace; for what belongs to the cluster as a whole it makes no difference
     */
    public boolean may(Verb verb, ApiResource resource, @Nullable String where) {
        return !allowing(verb, resource, where).isEmpty();
    }

    /**
     * Whether the account is allowed something in every namespace and outside of them.
     *
     * @param resource one with names is allowed if all of these names are; one without, if all objects are
     */
    public boolean mayInCluster(Verb verb, ApiResource resource) {
        return all.stream().anyMatch(p -> p.wholeCluster() && p.covers(verb.term(), resource));
    }

    /**
     * Whether the account is allowed something on a path of the API server that is no resource.
     *
     * @param path such as {@code /metrics}
     */
    public boolean mayNonResourceUrl(Verb verb, String path) {
        return all.stream().anyMatch(permission -> permission.coversUrl(verb.term(), path));
    }

    /** What allows the account something in a namespace; empty if nothing does. */
    public List<Permission> allowing(Verb verb, ApiResource resource, @Nullable String where) {
        boolean cluster = ApiTable.isClusterScoped(resource.group(), resource.resource())
                && !resource.resource().equals("namespaces"); // each is thought to live in itself
        return all.stream()
                .filter(p -> p.wholeCluster() || (!cluster && Objects.equals(p.namespace(), where)))
                .filter(p -> p.covers(verb.term(), resource))
                .toList();
    }

    /** Such as {@code ServiceAccount logging/fluentd}. */
    @Override
    public String toString() {
        return "ServiceAccount " + (namespace == null ? "" : namespace + "/") + name;
    }
}
