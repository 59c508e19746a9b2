package dev.gantry.check;

import dev.gantry.finding.Rule;
import dev.gantry.finding.RuleFacts;

/** Rules for what leads into the cluster: Ingresses and their classes. */
enum IngressCheckRule implements Rule {
    /** A backend whose port the Service has not. */
    BACKEND_PORT(RuleFacts.error("GTY-ING-001", "An Ingress leads to a port that its Service does not have")),
    /** A backend that is named only, and is not in the program. */
    BACKEND_SERVICE(RuleFacts.warning("GTY-ING-002", "An Ingress leads to a Service that the program does not have")),
    /** One host and path in two places. */
    SAME_PATH(RuleFacts.error("GTY-ING-003", "A host and path lead to two places")),
    /** A certificate for a host that is not served. */
    TLS_HOST(RuleFacts.warning("GTY-ING-004", "A TLS host of an Ingress is in none of its rules")),
    /** A certificate for nobody in particular. */
    TLS_WITHOUT_HOSTS(RuleFacts.warning("GTY-ING-005", "A TLS entry of an Ingress names no hosts")),
    /** A Secret that holds no certificate. */
    TLS_SECRET(RuleFacts.error("GTY-ING-006", "The TLS Secret of an Ingress has no certificate")),
    /** Two default classes. */
    TWO_DEFAULTS(RuleFacts.error("GTY-ING-007", "There are two default IngressClasses")),
    /** An Ingress that leads nowhere. */
    NO_BACKEND(RuleFacts.error("GTY-ING-008", "An Ingress has neither rules nor a default backend")),
    /** A path of no type, or not of the form that its type wants. */
    PATH(RuleFacts.error("GTY-ING-009", "A path of an Ingress is not valid")),
    /** A pattern where characters are matched as they are. */
    PATTERN(RuleFacts.warning("GTY-ING-010", "A path of an Ingress is a pattern, but its type knows none")),
    /** A host whose requests are led nowhere. */
    NO_PATHS(RuleFacts.warning("GTY-ING-011", "A host of an Ingress has no paths")),
    /** The annotation and the field name two classes. */
    TWO_CLASSES(RuleFacts.error("GTY-ING-012", "An Ingress names two classes"));
    private final RuleFacts facts;

    IngressCheckRule(RuleFacts facts) {
        this.facts = facts;
    }

    @Override
    public RuleFacts facts() {
        return facts;
    }
}
