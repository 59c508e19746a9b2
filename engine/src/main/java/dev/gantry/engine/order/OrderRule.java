package dev.gantry.engine.order;

import dev.gantry.finding.Rule;
import dev.gantry.finding.RuleFacts;

/** What can be wrong with the order in which objects are applied. */
public enum OrderRule implements Rule {
    /** Objects, or stacks through their objects, have to wait for each other. */
    CYCLE(RuleFacts.fatal("GTY-APY-001", "Objects or stacks wait for each other"));

    private final RuleFacts facts;

    OrderRule(RuleFacts facts) {
        this.facts = facts;
    }

    @Override
    public RuleFacts facts() {
        return facts;
    }
}
