package dev.gantry.istio.check;

import dev.gantry.finding.Rule;
import dev.gantry.finding.RuleFacts;

/** Rules for routes, destinations and gateways. */
enum TrafficRule implements Rule {
    /** A subset that is named only. */
    NO_SUBSET(RuleFacts.error("GTY-IST-001", "A route leads to a subset that no DestinationRule has")),
    /** Labels that none of the pods behind the host have. */
    EMPTY_SUBSET(RuleFacts.warning("GTY-IST-002", "A subset has no pods")),
    /** A subset that all routes to its host leave out. */
    UNUSED_SUBSET(RuleFacts.warning("GTY-IST-003", "No route leads to a subset")),
    /** Weights that are not percentages. */
    WEIGHT_SUM(RuleFacts.warning("GTY-IST-004", "The weights of a route do not add up to 100")),
    /** Weights by which nobody gets anything. */
    NO_WEIGHT(RuleFacts.error("GTY-IST-005", "The weights of a route are all 0")),
    /** A route whose requests earlier ones take. */
    UNREACHABLE_ROUTE(RuleFacts.error("GTY-IST-006", "A route can never match")),
    /** One of several conditions whose requests earlier routes take. */
    UNREACHABLE_MATCH(RuleFacts.warning("GTY-IST-007", "A condition of a route can never match")),
    /** Two of which a sidecar takes one. */
    SAME_HOST(RuleFacts.error("GTY-IST-008", "Two VirtualServices are for one host within the mesh")),
    /** Two whose routes are mixed. */
    SAME_GATEWAY_HOST(
            RuleFacts.warning("GTY-IST-009", "The order of the routes of two VirtualServices at one gateway is open")),
    /** A host with a slip in it. */
    HOST(RuleFacts.warning(
            "GTY-IST-010", "A route or a DestinationRule names a host that is almost one of the program's")),
    /** A port of nobody. */
    NO_PORT(RuleFacts.error("GTY-IST-011", "A route leads to a port that its Service does not have")),
    /** A Service of several ports. */
    OPEN_PORT(RuleFacts.warning("GTY-IST-012", "A route from a gateway does not say which port of a Service it means")),
    /** Tries that never come to an end. */
    RETRIES(RuleFacts.warning("GTY-IST-013", "The retries of a route take longer than its timeout")),
    /** A route that Istio rejects. */
    ROUTE(RuleFacts.error("GTY-IST-014", "A VirtualService has no routes, or one that says nothing or two things")),
    /** Port, protocol and TLS that do not go together. */
    GATEWAY_SERVER(RuleFacts.error("GTY-IST-015", "A server of a Gateway is not valid")),
    /** A certificate that the gateway does not find. */
    GATEWAY_SECRET(RuleFacts.error("GTY-IST-016", "A Gateway's Secret holds no certificate, or lies elsewhere")),
    /** A host for which requests go nowhere. */
    GATEWAY_HOST(RuleFacts.warning("GTY-IST-017", "No VirtualService serves a host of a Gateway")),
    /** Routes that no request reaches. */
    HOST_NOT_AT_GATEWAY(
            RuleFacts.error("GTY-IST-018", "A VirtualService names a Gateway that does not serve its hosts")),
    /** Fields of which one may be there. */
    EXCLUSIVE_FIELDS(RuleFacts.error("GTY-IST-019", "Two fields of an object exclude each other")),
    /** Endpoints that do not go with how they are found. */
    SERVICE_ENTRY(RuleFacts.error("GTY-IST-020", "A ServiceEntry contradicts itself")),
    /** Routes that hold where nobody asks for them. */
    GATEWAY_NOT_NAMED(
            RuleFacts.warning("GTY-IST-021", "A VirtualService does not name the Gateway that serves its host")),
    /** A name that means another namespace than its own. */
    GATEWAY_ELSEWHERE(RuleFacts.warning(
            "GTY-IST-022", "A VirtualService looks for a Gateway in its own namespace that is in another")),
    /** Two of which the second is left out. */
    SAME_SUBSET(RuleFacts.error("GTY-IST-023", "Two subsets of a host have one name")),
    /** Two of which one counts. */
    SAME_RULE_HOST(RuleFacts.error("GTY-IST-024", "Two DestinationRules for one host have a traffic policy each")),
    /** A condition without requests. */
    IMPOSSIBLE_MATCH(RuleFacts.error("GTY-IST-025", "A condition of a route asks for what no request has"));

    private final RuleFacts facts;

    TrafficRule(RuleFacts facts) {
        this.facts = facts;
    }

    @Override
    public RuleFacts facts() {
        return facts;
    }
}
