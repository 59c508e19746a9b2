package dev.gantry.engine.problem;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What API servers say, where status and reason do not tell one cause from another. First come those that somebody else's
 * words follow.
 */
enum Phrase {
    /** A webhook allows no dry run. */
    SIDE_EFFECTS(ClusterRule.NO_DRY_RUN, "admission webhook \"(?<name>[^\"]*)\" does not support dry run"),
    /** A webhook denies. */
    WEBHOOK(
            ClusterRule.DENIED,
            "(?s)admission webhook \"(?<name>[^\"]*)\" denied the request(?:: | without explanation)?(?<words>.*)"),
    /** A webhook cannot be called. */
    UNCALLED(
            ClusterRule.WEBHOOK_UNREACHABLE,
            "(?s)failed calling webhook \"(?<name>[^\"]*)\": (?:failed to call webhook: )?(?<words>.*)"),
    /** A policy of the cluster denies. */
    POLICY(ClusterRule.DENIED, "(?s)ValidatingAdmissionPolicy '(?<name>[^']*)' .*?denied request: (?<words>.*)"),
    /** The Pod Security Standard of the namespace denies. */
    POD_SECURITY(ClusterRule.DENIED, "(?s)violates (?<name>PodSecurity \"[^\"]*\"): (?<words>.*)"),
    /** A quota is used up. */
    QUOTA(
            ClusterRule.QUOTA_EXCEEDED,
            "exceeded quota: (?<name>[^,]*), requested: (?<requested>.*), used: (?<used>.*), limited: (?<limited>.*)"),
    /** A quota asks for what the object does not say. */
    UNSPECIFIED(ClusterRule.QUOTA_EXCEEDED, "failed quota: (?<name>[^:]*): (?<words>must specify .*)"),
    /** A namespace is being deleted. */
    NAMESPACE_ENDS(ClusterRule.NAMESPACE_TERMINATING, "in namespace (?<name>\\S+) because it is being terminated"),
    /** A definition is being deleted. */
    DEFINITION_ENDS(
            ClusterRule.DEFINITION_TERMINATING,
            "(?<name>)create not allowed while custom resource definition is terminating"),
    /** There is no such namespace. */
    NO_NAMESPACE(ClusterRule.NAMESPACE_MISSING, "^namespaces \"(?<name>[^\"]*)\" not found"),
    /** RBAC says no. */
    RBAC(
            ClusterRule.FORBIDDEN,
            "User \"(?<name>[^\"]*)\" cannot (?<verb>\\S+) resource \"(?<resource>[^\"]*)\" in API group \"(?<group>[^\"]*)\""
                    + "(?: in the namespace \"(?<namespace>[^\"]*)\")?"),
    /** Nobody may give others more than they have. */
    ESCALATION(
            ClusterRule.FORBIDDEN, "(?s)(?<name>)attempting to grant RBAC permissions not currently held:(?<words>.*)"),
    /** The store takes no more. */
    STORE(ClusterRule.TOO_LARGE, "(?<name>)request is too large|trying to send message larger than max"),
    /** A value cannot even be read. */
    UNREADABLE(
            ClusterRule.INVALID_VALUE,
            "(?s)(?<name>)(?:error decoding from json|cannot be handled as an? [^:]*): (?!strict decoding)(?<words>.*)"),
    /** The wrong version of the wrong kind. */
    WRONG_TYPE(ClusterRule.KIND_NOT_SERVED, "^invalid object type: (?<name>.*)"),
    /** Admission denies it, and not for want of a role: all that does not begin with who may not, or with what asks for permissions itself. */
    ADMISSION(
            ClusterRule.DENIED,
            "(?s)^(?<name>\\S+(?: \"[^\"]*\")?) is forbidden: (?!(?:User|user) (?:\"|not permitted)"
                    + "|cannot set (?:an ownerRef|blockOwnerDeletion))(?<words>.*)");

    private final ClusterRule rule;
    private final Pattern pattern;

    Phrase(ClusterRule rule, String pattern) {
        this.rule = rule;
        this.pattern = Pattern.compile(pattern);
    }

    ClusterRule rule() {
        return rule;
    }

    boolean isIn(String message) {
        return pattern.matcher(message).find();
    }

    /** Its parts, in a message that it is in. */
    Matcher in(String message) {
        Matcher matcher = pattern.matcher(message);
        if (!matcher.find()) {
            throw new IllegalStateException(this + " is not in the message");
        }
        return matcher;
    }
}
