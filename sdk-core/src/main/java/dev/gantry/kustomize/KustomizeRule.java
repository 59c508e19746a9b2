package dev.gantry.kustomize;

import dev.gantry.finding.Rule;
import dev.gantry.finding.RuleFacts;

/** Rules for what is written for Kustomize. */
enum KustomizeRule implements Rule {
    /** The proof failed, which is a mistake of Gantry's. */
    DIFFERENT(RuleFacts.fatal("GTY-KUS-001", "The Kustomize tree would make something else than the program")),
    /** Kustomize keeps some annotations and fields for itself. */
    CHANGED(RuleFacts.fatal("GTY-KUS-002", "Kustomize would change or drop what the program makes"));

    private final RuleFacts facts;

    KustomizeRule(RuleFacts facts) {
        this.facts = facts;
    }

    @Override
    public RuleFacts facts() {
        return facts;
    }
}
