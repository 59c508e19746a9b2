package dev.gantry.check;

import dev.gantry.finding.Rule;
import dev.gantry.finding.RuleFacts;

/** Rules for Services. */
enum ServiceRule implements Rule {
    /** A target port whose name no container of the selected pods has. */
    TARGET_PORT(RuleFacts.error("GTY-NET-001", "A Service port leads to a port that no selected container has")),
    /** A target port whose name only some of the selected workloads have. */
    TARGET_PORT_OF_SOME(RuleFacts.warning(
            "GTY-NET-002", "A Service port leads to a port that only some of the selected pods have")),
    /** A selector that came out empty, or was never given. */
    NO_SELECTOR(RuleFacts.error("GTY-NET-003", "A Service has no selector")),
    /** A selector that no pods of the program match. */
    SELECTS_NOTHING(RuleFacts.warning("GTY-NET-004", "A Service selects no pods of the program")),
    /** A selector that matches more than was named. */
    SELECTS_OTHERS(RuleFacts.error("GTY-NET-005", "A Service selects pods of a workload that was not named")),
    /** Two ports of one name, or of one number and protocol. */
    SAME_PORT(RuleFacts.error("GTY-NET-006", "Two ports of a Service have the same name or number")),
    /** Ports without a name beside others. */
    UNNAMED_PORT(RuleFacts.error("GTY-NET-007", "A port of a Service with several ports has no name")),
    /** A node port on a Service of a type that opens none. */
    NODE_PORT(RuleFacts.error("GTY-NET-008", "A node port on a Service that has none")),
    /** A Service without ports that needs some. */
    NO_PORTS(RuleFacts.error("GTY-NET-009", "A Service has no ports")),
    /** A target port whose number none of the selected containers declares. */
    TARGET_NUMBER(
            RuleFacts.warning("GTY-NET-010", "A Service port leads to a number that no selected container declares")),
    /** A field that the Service's type does not have. */
    TYPE(RuleFacts.error("GTY-NET-011", "A field of a Service does not go with its type")),
    /** One node port for two Services. */
    SAME_NODE_PORT(RuleFacts.error("GTY-NET-012", "Two Services have the same node port"));
    private final RuleFacts facts;

    ServiceRule(RuleFacts facts) {
        this.facts = facts;
    }

    @Override
    public RuleFacts facts() {
        return facts;
    }
}
