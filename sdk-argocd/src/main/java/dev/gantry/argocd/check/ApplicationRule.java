package dev.gantry.argocd.check;

import dev.gantry.finding.Rule;
import dev.gantry.finding.RuleFacts;

/** Rules for Applications, and for the templates of ApplicationSets. */
enum ApplicationRule implements Rule {
    /** A path and a chart in one source. */
    PATH_AND_CHART(RuleFacts.error("GTY-ARG-001", "A source has both a path and a chart")),
    /** No source, or one that does not say what it brings. */
    NO_SOURCE(RuleFacts.error("GTY-ARG-002", "An Application has no manifests")),
    /** A chart without its version. */
    NO_VERSION(RuleFacts.error("GTY-ARG-003", "A chart has no version")),
    /** Two fields for sources, of which one counts. */
    SOURCE_AND_SOURCES(RuleFacts.error("GTY-ARG-004", "An Application has both one source and several")),
    /** A value file of a source that is not there. */
    REF(RuleFacts.error("GTY-ARG-005", "A value file is of a source that the Application does not have")),
    /** No cluster, or two. */
    DESTINATION(RuleFacts.error("GTY-ARG-006", "A destination does not name one cluster")),
    /** A destination whose namespace none of the resources has. */
    OTHER_NAMESPACE(
            RuleFacts.warning("GTY-ARG-007", "An Application deploys to a namespace that its resources do not have")),
    /** A project that is not in the program. */
    NO_PROJECT(RuleFacts.warning("GTY-ARG-008", "An Application names a project that the program does not have")),
    /** An Application in a namespace that its project does not admit. */
    OUTSIDE(RuleFacts.warning("GTY-ARG-009", "An Application lives outside of Argo CD's namespace")),
    /** A destination that the project does not allow. */
    FORBIDDEN_DESTINATION(RuleFacts.error("GTY-ARG-010", "A project does not allow the destination of an Application")),
    /** A repository that the project does not allow. */
    FORBIDDEN_SOURCE(RuleFacts.error("GTY-ARG-011", "A project does not allow the source of an Application")),
    /** A kind of resource that the project does not allow. */
    FORBIDDEN_KIND(RuleFacts.error("GTY-ARG-012", "A project does not allow a kind that an Application deploys")),
    /** A wrong path may delete everything. */
    ALLOW_EMPTY(RuleFacts.warning("GTY-ARG-013", "An Application may delete everything by itself")),
    /** Two Applications that undo what the other does. */
    TWICE(RuleFacts.warning("GTY-ARG-014", "Two Applications deploy the same")),
    /** An Application that deploys itself. */
    ITSELF(RuleFacts.warning("GTY-ARG-015", "An Application deploys itself")),
    /** A sync option that Argo CD does not know, or does not look for in an Application. */
    UNKNOWN_OPTION(RuleFacts.warning("GTY-ARG-016", "A sync option has no effect")),
    /** Sync options of which one has no effect. */
    CONTRADICTION(RuleFacts.warning("GTY-ARG-017", "Sync options contradict each other")),
    /** A namespace that two make, or none. */
    CREATE_NAMESPACE(RuleFacts.warning("GTY-ARG-018", "It is not clear who makes the namespace of an Application")),
    /** Tries that are never made, or not as they are meant. */
    RETRY(RuleFacts.warning("GTY-ARG-019", "Syncs are not retried as it is said")),
    /** Differences of what is not deployed. */
    IGNORED_DIFFERENCES(
            RuleFacts.warning("GTY-ARG-020", "Differences are ignored of what an Application does not have")),
    /** A resource that comes before what it needs. */
    WAVE(RuleFacts.warning("GTY-ARG-021", "A resource is applied before what it refers to")),
    /** Values that Helm cannot read. */
    HELM_VALUES(RuleFacts.error("GTY-ARG-034", "The values for Helm are not a YAML mapping")),
    /** Two of which the last one counts. */
    SAME_PARAMETER(RuleFacts.warning("GTY-ARG-035", "A parameter for Helm is given twice")),
    /** What waits for something with {@code gantry:apply} does not with Argo CD. */
    ORDER(RuleFacts.warning("GTY-ARG-036", "Argo CD does not keep an order that the program states")),
    /** Waves of Applications that nobody waits for. */
    APPLICATION_HEALTH(
            RuleFacts.warning("GTY-ARG-037", "Argo CD does not wait for the Applications of one wave before the next"));

    private final RuleFacts facts;

    ApplicationRule(RuleFacts facts) {
        this.facts = facts;
    }

    @Override
    public RuleFacts facts() {
        return facts;
    }
}
