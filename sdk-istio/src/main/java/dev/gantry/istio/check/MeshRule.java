package dev.gantry.istio.check;

import dev.gantry.finding.Rule;
import dev.gantry.finding.RuleFacts;

/** Rules for who may talk to whom in the mesh, and for what its proxies tell. */
enum MeshRule implements Rule {
    /** A principal of nobody. */
    NO_ACCOUNT(RuleFacts.error(
            "GTY-MSH-001", "An AuthorizationPolicy names a ServiceAccount that the program does not have")),
    /** A policy without rules. */
    ALLOWS_NOTHING(RuleFacts.warning("GTY-MSH-002", "An AuthorizationPolicy lets nothing through")),
    /** A policy without rules that is not about allowing. */
    NEVER_MATCHES(RuleFacts.error("GTY-MSH-003", "An AuthorizationPolicy never matches")),
    /** A rule that asks for nothing. */
    MATCHES_EVERYTHING(RuleFacts.warning("GTY-MSH-004", "A rule of an AuthorizationPolicy matches every request")),
    /** A source or an operation without content. */
    EMPTY_PART(RuleFacts.error("GTY-MSH-005", "A part of an AuthorizationPolicy's rule says nothing")),
    /** One without the other. */
    PROVIDER(RuleFacts.error("GTY-MSH-006", "An AuthorizationPolicy needs the action CUSTOM and a provider together")),
    /** A selector that matches nothing. */
    SELECTS_NOTHING(RuleFacts.warning("GTY-MSH-007", "A policy of the mesh selects no pods of the program")),
    /** Two of which one counts. */
    SAME_SCOPE(RuleFacts.error("GTY-MSH-008", "Two policies of the mesh hold for the same pods")),
    /** Ports of nobody. */
    PORT_LEVEL(RuleFacts.error("GTY-MSH-009", "Mutual TLS of single ports in a policy that selects no workload")),
    /** The number of a Service's port, most often. */
    UNKNOWN_PORT(
            RuleFacts.warning("GTY-MSH-010", "A policy of the mesh names a port that no selected container declares")),
    /** Plain text to a workload that takes mutual TLS only. */
    STRICT_AGAINST_OTHER(
            RuleFacts.error("GTY-MSH-011", "A DestinationRule does without the TLS that a workload insists on")),
    /** Metrics that cannot be had. */
    STRICT_SCRAPE(
            RuleFacts.warning("GTY-MSH-012", "A monitor scrapes a port in plain text that takes mutual TLS only")),
    /** Metrics that may not be had. */
    SCRAPER_SHUT_OUT(RuleFacts.warning("GTY-MSH-013", "No AuthorizationPolicy lets a scrape through")),
    /** A provider of nowhere. */
    NO_PROVIDER(RuleFacts.warning("GTY-MSH-014", "A provider is not declared in the mesh's configuration")),
    /** A text of another form than what it is compared with. */
    POLICY_TEXT(RuleFacts.error("GTY-MSH-015", "A text of an AuthorizationPolicy matches nothing as it is written"));

    private final RuleFacts facts;

    MeshRule(RuleFacts facts) {
        this.facts = facts;
    }

    @Override
    public RuleFacts facts() {
        return facts;
    }
}
