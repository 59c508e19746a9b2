package dev.gantry.chartinput;

import dev.gantry.finding.Rule;
import dev.gantry.finding.RuleFacts;

/** What can be wrong with a chart that a program takes in. */
public enum HelmChartRule implements Rule {
    /** There is neither Helm, nor what it rendered before. */
    NOBODY_RENDERS(RuleFacts.fatal("GTY-HLM-201", "Nothing here can render a chart that is taken in")),
    /** A folder or file that is to be a chart is none. */
    NO_CHART(RuleFacts.fatal("GTY-HLM-202", "What is taken in as a chart is none")),
    /** It was not said what becomes of hooks. */
    HOOKS(RuleFacts.warning("GTY-HLM-203", "The hooks of a chart are left out")),
    /** The objects of a chart were asked for before it was added to a stack. */
    TOO_EARLY(RuleFacts.fatal("GTY-HLM-204", "The objects of a chart are asked for before it is added to a stack")),
    /** A chart was added to stacks more than once. */
    ADDED_TWICE(RuleFacts.fatal("GTY-HLM-205", "A chart was added twice")),
    /** A chart was made and then forgotten. */
    FORGOTTEN(RuleFacts.warning("GTY-HLM-206", "A chart was made but never added to a stack")),
    /** A file of values is not a mapping. */
    VALUES_FILE(RuleFacts.fatal("GTY-HLM-207", "A file of values has no values in it"));

    private final RuleFacts facts;

    HelmChartRule(RuleFacts facts) {
        this.facts = facts;
    }

    @Override
    public RuleFacts facts() {
        return facts;
    }
}
