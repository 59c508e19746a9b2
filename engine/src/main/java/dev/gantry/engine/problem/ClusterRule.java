package dev.gantry.engine.problem;

import dev.gantry.finding.Rule;
import dev.gantry.finding.RuleFacts;

/** What can go wrong between a bundle and a cluster. */
public enum ClusterRule implements Rule {
    /** No file says which cluster is meant, and this is no pod. */
    NO_KUBECONFIG(RuleFacts.fatal("GTY-CLU-001", "There is no kubeconfig")),
    /** A file is no kubeconfig. */
    BROKEN_KUBECONFIG(RuleFacts.fatal("GTY-CLU-002", "A kubeconfig cannot be read")),
    /** The context that was asked for does not exist. */
    UNKNOWN_CONTEXT(RuleFacts.fatal("GTY-CLU-003", "The kubeconfig has no such context")),
    /** A part of the context is missing, or cannot be used. */
    UNUSABLE_CONTEXT(RuleFacts.fatal("GTY-CLU-004", "A context of the kubeconfig cannot be used")),
    /** The guard of the build stops a context that it does not know. */
    CONTEXT_NOT_ALLOWED(RuleFacts.fatal("GTY-CLU-005", "The context is not allowed")),
    /** A plugin or a file gives no credentials. */
    NO_CREDENTIALS(RuleFacts.fatal("GTY-CLU-006", "There are no credentials for the cluster")),
    /** A proxy is none that can be used, or refuses. */
    UNUSABLE_PROXY(RuleFacts.fatal("GTY-CLU-007", "The proxy does not lead to the cluster")),
    /** There is no connection. */
    UNREACHABLE(RuleFacts.fatal("GTY-CLU-008", "The cluster cannot be reached")),
    /** The certificate of the server is not signed by whom the kubeconfig trusts. */
    UNTRUSTED(RuleFacts.fatal("GTY-CLU-009", "The certificate of the cluster is not trusted")),
    /** The server does not know who is asking. */
    UNAUTHORIZED(RuleFacts.fatal("GTY-CLU-010", "The cluster does not accept the credentials")),
    /** The server did not do it, however often it was asked. */
    GAVE_UP(RuleFacts.fatal("GTY-CLU-011", "The time was up before the cluster had done it")),
    /** The schema of the kind has no such field. */
    UNKNOWN_FIELD(RuleFacts.fatal("GTY-CLU-012", "The kind has no such field")),
    /** A field is there twice. */
    DUPLICATE_FIELD(RuleFacts.fatal("GTY-CLU-013", "A field is there twice")),
    /** A value breaks a rule of the kind. */
    INVALID_VALUE(RuleFacts.fatal("GTY-CLU-014", "The cluster does not accept a value")),
    /** A field of an object that exists cannot be changed. */
    IMMUTABLE_FIELD(RuleFacts.fatal("GTY-CLU-015", "A field cannot be changed any more")),
    /** Somebody else has set a field. */
    CONFLICT(RuleFacts.fatal("GTY-CLU-016", "Somebody else has set a field")),
    /** RBAC does not allow it. */
    FORBIDDEN(RuleFacts.fatal("GTY-CLU-017", "The cluster does not allow it")),
    /** There is no such namespace. */
    NAMESPACE_MISSING(RuleFacts.fatal("GTY-CLU-018", "The namespace does not exist")),
    /** The namespace is being deleted. */
    NAMESPACE_TERMINATING(RuleFacts.fatal("GTY-CLU-019", "The namespace is being deleted")),
    /** The CustomResourceDefinition is being deleted. */
    DEFINITION_TERMINATING(RuleFacts.fatal("GTY-CLU-020", "The definition of the kind is being deleted")),
    /** A ResourceQuota is used up. */
    QUOTA_EXCEEDED(RuleFacts.fatal("GTY-CLU-021", "A quota is exceeded")),
    /** A webhook or a policy of the cluster denies it. */
    DENIED(RuleFacts.fatal("GTY-CLU-022", "A webhook or a policy of the cluster denies it")),
    /** A webhook that has to agree does not answer. */
    WEBHOOK_UNREACHABLE(RuleFacts.fatal("GTY-CLU-023", "A webhook of the cluster cannot be called")),
    /** A webhook would do more than look, so nothing can be tried. */
    NO_DRY_RUN(RuleFacts.notice("GTY-CLU-024", "A webhook of the cluster allows no dry run")),
    /** The server does not serve the kind, or not in this version. */
    KIND_NOT_SERVED(RuleFacts.fatal("GTY-CLU-025", "The cluster does not serve the kind in this version")),
    /** More than the API takes. */
    TOO_LARGE(RuleFacts.fatal("GTY-CLU-026", "The object is too large")),
    /** Anything else. */
    REFUSED(RuleFacts.fatal("GTY-CLU-027", "The cluster refuses"));

    private final RuleFacts facts;

    ClusterRule(RuleFacts facts) {
        this.facts = facts;
    }

    @Override
    public RuleFacts facts() {
        return facts;
    }
}
