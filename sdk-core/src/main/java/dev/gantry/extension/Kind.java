package dev.gantry.extension;

/**
 * A kind of resource.
 *
 * @param apiVersion group and version, such as {@code apps/v1}; {@code v1} for the core group
 * @param name such as {@code Deployment}
 * @param scope whether its resources live in a namespace
 * @param naming what a resource's name may look like
 */
public record Kind(String apiVersion, String name, Scope scope, Syntax naming) {

    /** Whether a resource lives in a namespace. */
    public enum Scope {
        /** It lives in a namespace. */
        NAMESPACED,
        /** It belongs to the cluster as a whole. */
        CLUSTER,
        /** Nobody has said so far; a CustomResourceDefinition of the program may. */
        UNKNOWN
    }

    /** A namespaced kind whose names are DNS subdomains, as most are. */
    public static Kind namespaced(String apiVersion, String name) {
        return new Kind(apiVersion, name, Scope.NAMESPACED, Syntax.DNS_SUBDOMAIN);
    }

    /** A cluster-scoped kind whose names are DNS subdomains, as most are. */
    public static Kind cluster(String apiVersion, String name) {
        return new Kind(apiVersion, name, Scope.CLUSTER, Syntax.DNS_SUBDOMAIN);
    }

    /** The API group, such as {@code apps}; empty for the core group. */
    public String group() {
        return ApiTable.group(apiVersion);
    }

    /** The same kind with another scope. */
    Kind scoped(Scope other) {
        return new Kind(apiVersion, name, other, naming);
    }

    /** The same kind in another version of its API group. */
    Kind inVersion(String version) {
        return new Kind(group() + "/" + version, name, scope, naming);
    }

    /** The same kind with another rule for names. */
    public Kind named(Syntax syntax) {
        return new Kind(apiVersion, name, scope, syntax);
    }
}
