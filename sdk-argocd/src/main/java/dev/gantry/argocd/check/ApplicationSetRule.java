package dev.gantry.argocd.check;

import dev.gantry.finding.Rule;
import dev.gantry.finding.RuleFacts;

/** Rules for ApplicationSets. */
enum ApplicationSetRule implements Rule {
    /** A set that makes nothing. */
    NO_GENERATOR(RuleFacts.error("GTY-ARG-026", "An ApplicationSet has no generator")),
    /** A generator that yields an error. */
    GENERATOR(RuleFacts.error("GTY-ARG-027", "A generator is not valid")),
    /** A text that is no template. */
    TEMPLATE(RuleFacts.error("GTY-ARG-028", "A template cannot be read")),
    /** A parameter that no generator yields. */
    PARAMETER(RuleFacts.error("GTY-ARG-029", "A template uses a parameter that no generator yields")),
    /** Applications of one name. */
    SAME_NAME(RuleFacts.error("GTY-ARG-030", "An ApplicationSet makes two Applications of one name")),
    /** A step that selects nothing. */
    STEP(RuleFacts.warning("GTY-ARG-031", "A step of a rollout selects no Application")),
    /** What a rollout switches off. */
    AUTOMATED(RuleFacts.warning("GTY-ARG-032", "A rollout in steps switches automated sync off"));
    private final RuleFacts facts;

    ApplicationSetRule(RuleFacts facts) {
        this.facts = facts;
    }

    @Override
    public RuleFacts facts() {
        return facts;
    }
}
