package dev.gantry.monitoring.check;

import dev.gantry.finding.Rule;
import dev.gantry.finding.RuleFacts;

/** Rules for alerts and recording rules. */
enum ExpressionRule implements Rule {
    /** A text that is no PromQL. */
    EXPRESSION(RuleFacts.error("GTY-PRM-001", "An expression is not PromQL")),
    /** A job that nothing scrapes. */
    UNKNOWN_JOB(RuleFacts.warning("GTY-PRM-002", "An expression asks for a job that no monitor yields")),
    /** A template that does not parse. */
    TEMPLATE(RuleFacts.error("GTY-PRM-003", "A template in a label or annotation does not parse")),
    /** An alert that one sample decides. */
    SHORT_FOR(RuleFacts.warning("GTY-PRM-004", "An alert holds for less than an interval")),
    /** Two alerts or records that cannot be told apart. */
    SAME_RULE(RuleFacts.warning("GTY-PRM-005", "Two rules of a group have one name and the same labels")),
    /** A name that no Prometheus takes. */
    NAME(RuleFacts.error("GTY-PRM-006", "A metric or label has a name that Prometheus does not take")),
    /** A name that only newer versions take. */
    NEW_NAME(RuleFacts.warning("GTY-PRM-007", "A metric or label has a name that only Prometheus 3 takes")),
    /** Two groups of one name. */
    SAME_GROUP(RuleFacts.error("GTY-PRM-008", "Two groups of a PrometheusRule have the same name")),
    /** A rule that is neither an alert nor a record, or both. */
    FORM(RuleFacts.error("GTY-PRM-009", "A rule is not complete, or has fields that do not go together")),
    /** A window with too few samples. */
    SHORT_WINDOW(RuleFacts.warning("GTY-PRM-010", "A window is too short for how often its job is scraped")),
    /** A variable that is written as it is. */
    BARE_VARIABLE(
            RuleFacts.warning("GTY-PRM-011", "A label or annotation has a variable of templates outside of {{ }}"));

    private final RuleFacts facts;

    ExpressionRule(RuleFacts facts) {
        this.facts = facts;
    }

    @Override
    public RuleFacts facts() {
        return facts;
    }
}
