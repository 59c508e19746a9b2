package dev.gantry.check;

import dev.gantry.finding.Rule;
import dev.gantry.finding.RuleFacts;

/** Rules for NetworkPolicies. */
enum NetworkPolicyCheckRule implements Rule {
    /** A policy for pods that are not there. */
    SELECTS_NOTHING(RuleFacts.warning("GTY-NPL-001", "A NetworkPolicy selects no pods of the program")),
    /** A workload or Service that was named, but comes out as every pod. */
    NO_SELECTOR(RuleFacts.error("GTY-NPL-002", "A NetworkPolicy names pods whose labels are not known")),
    /** A port that none of the pods declares. */
    PORT(RuleFacts.warning("GTY-NPL-003", "A NetworkPolicy admits a port that none of the pods declares")),
    /** What one side admits, the other denies. */
    OTHER_SIDE(RuleFacts.warning("GTY-NPL-004", "What a NetworkPolicy admits is denied at the other side")),
    /** An Ingress whose requests do not come through. */
    NO_ENTRY(RuleFacts.warning("GTY-NPL-005", "The NetworkPolicies of an Ingress's pods admit nothing from outside")),
    /** Pods that may connect to others, but not ask for their addresses. */
    NO_DNS(RuleFacts.warning("GTY-NPL-006", "Pods may connect to others, but not ask the DNS")),
    /** A direction that Kubernetes isolates though it is not stated. */
    IMPLIED(RuleFacts.warning("GTY-NPL-007", "A NetworkPolicy denies all ingress without saying so")),
    /** Rules of a direction that the policy does not take part in. */
    WITHOUT_EFFECT(RuleFacts.warning("GTY-NPL-008", "Rules of a NetworkPolicy are without effect")),
    /** Pods that have no address of their own. */
    HOST_NETWORK(RuleFacts.warning("GTY-NPL-009", "A NetworkPolicy is for pods in the network of their nodes"));

    private final RuleFacts facts;

    NetworkPolicyCheckRule(RuleFacts facts) {
        this.facts = facts;
    }

    @Override
    public RuleFacts facts() {
        return facts;
    }
}
