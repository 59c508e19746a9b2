package dev.gantry.helmchart;

import dev.gantry.finding.Rule;
import dev.gantry.finding.RuleFacts;

/** What can keep a program from becoming a Helm chart. */
public enum HelmRule implements Rule {
    /** A field that follows a setting in a way that a template does not. */
    INEXPRESSIBLE(RuleFacts.fatal("GTY-HLM-001", "A field depends on settings in a way that a chart cannot express")),
    /** Something follows the name of the environment, which a chart does not know. */
    ENVIRONMENT(RuleFacts.fatal("GTY-HLM-002", "A chart cannot depend on the name of the environment")),
    /** A setting beside the record that was made the values of the chart. */
    OUTSIDE_VALUES(RuleFacts.fatal("GTY-HLM-003", "A chart depends on a setting that is not among its values")),
    /** A record that is no part of the settings was made the values of a chart. */
    FOREIGN_VALUES(RuleFacts.fatal("GTY-HLM-004", "The values of a chart are not a part of the settings")),
    /** Two stacks whose charts have one name. */
    SAME_CHART(RuleFacts.fatal("GTY-HLM-005", "Two charts have the same name")),
    /** No other settings than those of the environments seem to be possible. */
    UNTESTED(RuleFacts.warning(
            "GTY-HLM-006", "The settings record rejects nearly all values that a chart was tried with")),
    /** A random value that only Gantry's engine makes. */
    GENERATED_SECRET(
            RuleFacts.warning("GTY-HLM-007", "A chart does not make the random values that the program asks for"));

    private final RuleFacts facts;

    HelmRule(RuleFacts facts) {
        this.facts = facts;
    }

    @Override
    public RuleFacts facts() {
        return facts;
    }
}
