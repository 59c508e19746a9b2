package dev.gantry.helm;

import dev.gantry.finding.Rule;
import dev.gantry.finding.RuleFacts;

/** What Helm can find wrong with a chart, and what can keep it from looking. */
public enum ChartRule implements Rule {
    /** Helm renders nothing with certain values. */
    NOT_RENDERED(RuleFacts.fatal("GTY-HLM-101", "Helm cannot render the chart")),
    /** An object of the program is not in what Helm renders. */
    MISSING(RuleFacts.fatal("GTY-HLM-102", "The chart lacks an object that the program makes")),
    /** An object in what Helm renders is none of the program's. */
    UNEXPECTED(RuleFacts.fatal("GTY-HLM-103", "The chart has an object that the program does not make")),
    /** An object has another field or value than the program's. */
    DIFFERENT(RuleFacts.fatal("GTY-HLM-104", "An object of the chart is not what the program makes")),
    /** The linter has a warning or an error, with which {@code helm lint --strict} fails. */
    LINT(RuleFacts.fatal("GTY-HLM-105", "Helm's linter complains of the chart")),
    /** More is wrong than can be read at once. */
    MORE(RuleFacts.fatal("GTY-HLM-106", "More is wrong with the charts than is shown")),
    /** There is no library of Helm for this machine, or the machine does not let it be loaded. */
    UNAVAILABLE(RuleFacts.fatal("GTY-HLM-107", "Helm cannot run on this machine")),
    /** A chart depends on others, which are to be downloaded before it can be packaged. */
    DEPENDENCIES_MISSING(RuleFacts.fatal("GTY-HLM-108", "The charts that a chart depends on are not there")),
    /** Helm does not make an archive of the chart. */
    NOT_PACKAGED(RuleFacts.fatal("GTY-HLM-109", "Helm cannot package the chart")),
    /** Values of a chart that is taken in are not what its {@code values.schema.json} says. */
    VALUES(RuleFacts.fatal("GTY-HLM-110", "A value is not what the chart's schema allows")),
    /** A chart that is taken in makes up a value by itself, such as a password. */
    RANDOM(RuleFacts.fatal("GTY-HLM-111", "A chart makes something else each time"));

    private final RuleFacts facts;

    ChartRule(RuleFacts facts) {
        this.facts = facts;
    }

    @Override
    public RuleFacts facts() {
        return facts;
    }
}
