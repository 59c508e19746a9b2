package dev.gantry.check;

import dev.gantry.finding.Rule;
import dev.gantry.finding.RuleFacts;

/** Rules for who may do what. */
enum AccessRule implements Rule {
    /** All verbs, all resources or all groups. */
    WILDCARD(RuleFacts.warning("GTY-ACC-001", "A role allows everything of a sort")),
    /** A binding of a role to nobody. */
    NO_SUBJECTS(RuleFacts.warning("GTY-ACC-002", "A binding has no subjects")),
    /** A binding of a Role that is not there. */
    NO_ROLE(RuleFacts.warning("GTY-ACC-003", "A binding names a Role that its namespace does not have")),
    /** A binding to a ServiceAccount that is not there. */
    NO_ACCOUNT(RuleFacts.warning("GTY-ACC-004", "A binding names a ServiceAccount that its namespace does not have")),
    /** A verb with which one can get more permissions. */
    ESCALATION(RuleFacts.warning("GTY-ACC-005", "A role allows to get more permissions")),
    /** Reading all Secrets of the cluster. */
    ALL_SECRETS(RuleFacts.warning("GTY-ACC-006", "A role allows to read all Secrets of the cluster")),
    /** A resource in a group that does not have it. */
    NO_RESOURCE(RuleFacts.error("GTY-ACC-007", "A role names a resource that its API group does not have")),
    /** A Role without a binding. */
    UNUSED_ROLE(RuleFacts.warning("GTY-ACC-008", "A Role that no binding hands out")),
    /** A ServiceAccount without the namespace that tells it from others of its name. */
    NO_NAMESPACE(RuleFacts.error("GTY-ACC-009", "A ServiceAccount is bound without its namespace")),
    /** A rule that the API server rejects. */
    RULE(RuleFacts.error("GTY-ACC-010", "A rule of a role is not complete")),
    /** What belongs to the cluster as a whole, in a role for one namespace. */
    OUTSIDE(RuleFacts.warning("GTY-ACC-011", "A Role allows what lives in no namespace")),
    /** Rules beside an aggregation that replaces them. */
    REPLACED(RuleFacts.warning("GTY-ACC-012", "An aggregated ClusterRole has rules of its own")),
    /** Creating objects of certain names, which cannot be allowed. */
    NAMED_CREATE(RuleFacts.warning("GTY-ACC-013", "A role allows to create objects of certain names only")),
    /** An object of a custom kind whose plural nobody states. */
    PLURAL(RuleFacts.error("GTY-ACC-014", "It is not known how the resource of a custom kind is called")),
    /** A verb that is almost one of Kubernetes' own. */
    VERB(RuleFacts.warning("GTY-ACC-015", "A role names a verb that is spelled almost as another"));
    private final RuleFacts facts;

    AccessRule(RuleFacts facts) {
        this.facts = facts;
    }

    @Override
    public RuleFacts facts() {
        return facts;
    }
}
