package dev.gantry.istio.security;

import dev.gantry.access.ServiceAccount;
import dev.gantry.cluster.Namespace;
import dev.gantry.extension.Fields;

/**
 * Who sends a request: all that is said must be true, each of one of its values. Texts may begin or end with {@code *}. What is
 * said of principals, namespaces and accounts needs mutual TLS.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/security/authorization-policy/#Source">Source</a>
 */
public final class AuthorizationSource {

    private final Fields source;

    AuthorizationSource(Fields source) {
        this.source = source;
    }

    /** Adds to {@code principals}: pods that run as one of these ServiceAccounts. */
    public AuthorizationSource principals(ServiceAccount... accounts) {
        Principal.addAll(source, "principals", Principal.Form.PRINCIPAL, accounts);
        return this;
    }

    /**
     * Adds to {@code principals} others, such as {@code cluster.local/ns/shop/*}.
     *
     * @param names of the form {@code <trust domain>/ns/<namespace>/sa/<account>}, with {@code *} at one end only
     */
    public AuthorizationSource principals(String... names) {
        return texts("principals", PolicyText.PRINCIPAL, names);
    }

    /** Adds to {@code notPrincipals}: none of the pods that run as these ServiceAccounts. */
    public AuthorizationSource notPrincipals(ServiceAccount... accounts) {
        Principal.addAll(source, "notPrincipals", Principal.Form.PRINCIPAL, accounts);
        return this;
    }

    /**
     * Adds to {@code notPrincipals} others, such as {@code cluster.local/ns/shop/*}.
     *
     * @param names of the form {@code <trust domain>/ns/<namespace>/sa/<account>}, with {@code *} at one end only
     */
    public AuthorizationSource notPrincipals(String... names) {
        return texts("notPrincipals", PolicyText.PRINCIPAL, names);
    }

    /** Adds to {@code requestPrincipals}: whom the token of the request is for, such as {@code https://issuer.example.com/*}. */
    public AuthorizationSource requestPrincipals(String... names) {
        return texts("requestPrincipals", PolicyText.ANY, names);
    }

    /** Adds to {@code notRequestPrincipals}: whom the token of the request is not for. */
    public AuthorizationSource notRequestPrincipals(String... names) {
        return texts("notRequestPrincipals", PolicyText.ANY, names);
    }

    /** Adds to {@code namespaces}: pods of one of these namespaces. */
    public AuthorizationSource namespaces(Namespace... namespaces) {
        return named("namespaces", namespaces);
    }

    /** Adds to {@code notNamespaces}: pods of none of these namespaces. */
    public AuthorizationSource notNamespaces(Namespace... others) {
        return named("notNamespaces", others);
    }

    /**
     * Adds to {@code serviceAccounts}: pods that run as one of these ServiceAccounts, in any trust domain. Since Istio 1.26; it
     * excludes principals and namespaces.
     */
    public AuthorizationSource serviceAccounts(ServiceAccount... accounts) {
        Principal.addAll(source, "serviceAccounts", Principal.Form.ACCOUNT, accounts);
        return this;
    }

    /** Adds to {@code notServiceAccounts}: none of the pods that run as these ServiceAccounts, in any trust domain. */
    public AuthorizationSource notServiceAccounts(ServiceAccount... accounts) {
        Principal.addAll(source, "notServiceAccounts", Principal.Form.ACCOUNT, accounts);
        return this;
    }

    /** Adds to {@code ipBlocks}: from where the connection comes, such as {@code 192.0.2.7} or {@code 192.0.2.0/24}. */
    public AuthorizationSource ipBlocks(String... blocks) {
        return texts("ipBlocks", PolicyText.IP_BLOCK, blocks);
    }

    /** Adds to {@code notIpBlocks}: from where the connection does not come. */
    public AuthorizationSource notIpBlocks(String... blocks) {
        return texts("notIpBlocks", PolicyText.IP_BLOCK, blocks);
    }

    /** Adds to {@code remoteIpBlocks}: from where the request comes, as trusted proxies before this one say. */
    public AuthorizationSource remoteIpBlocks(String... blocks) {
        return texts("remoteIpBlocks", PolicyText.IP_BLOCK, blocks);
    }

    /** Adds to {@code notRemoteIpBlocks}: from where the request does not come, as trusted proxies before this one say. */
    public AuthorizationSource notRemoteIpBlocks(String... blocks) {
        return texts("notRemoteIpBlocks", PolicyText.IP_BLOCK, blocks);
    }

    /**
     * Adds to {@code trustDomains}: pods whose certificates are of one of these trust domains, such as {@code cluster.local}. It
     * needs mutual TLS.
     */
    public AuthorizationSource trustDomains(String... domains) {
        return texts("trustDomains", PolicyText.ANY, domains);
    }

    /** Adds to {@code notTrustDomains}: pods whose certificates are of none of these trust domains. */
    public AuthorizationSource notTrustDomains(String... domains) {
        return texts("notTrustDomains", PolicyText.ANY, domains);
    }

    private AuthorizationSource texts(String list, PolicyText form, String... values) {
        form.addAll(source, list, values);
        return this;
    }

    private AuthorizationSource named(String list, Namespace... namespaces) {
        if (source.given(list, namespaces)) {
            for (Namespace namespace : namespaces) {
                if (source.given(list, namespace)) {
                    source.add(list, namespace.name());
                    source.mention(list, namespace);
                }
            }
        }
        return this;
    }
}
