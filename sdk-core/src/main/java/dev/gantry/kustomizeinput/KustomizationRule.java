package dev.gantry.kustomizeinput;

import dev.gantry.finding.Rule;
import dev.gantry.finding.RuleFacts;

/** What can be wrong with a kustomization that a program takes in. */
public enum KustomizationRule implements Rule {
    /** There is no program that builds kustomizations, nor what one built before. */
    NOBODY_BUILDS(RuleFacts.fatal("GTY-KUS-101", "Nothing here can build a kustomization that is taken in")),
    /** The program that builds kustomizations says that it cannot. */
    NOT_BUILT(RuleFacts.fatal("GTY-KUS-102", "A kustomization cannot be built")),
    /** A folder that is to be a kustomization is none. */
    NO_KUSTOMIZATION(RuleFacts.fatal("GTY-KUS-103", "What is taken in as a kustomization is none")),
    /** A kustomization takes something from the network, which nobody pins. */
    REMOTE(RuleFacts.fatal("GTY-KUS-104", "A kustomization takes something from another place"));

    private final RuleFacts facts;

    KustomizationRule(RuleFacts facts) {
        this.facts = facts;
    }

    @Override
    public RuleFacts facts() {
        return facts;
    }
}
