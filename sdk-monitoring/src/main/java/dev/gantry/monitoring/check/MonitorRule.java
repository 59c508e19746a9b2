package dev.gantry.monitoring.check;

import dev.gantry.finding.Rule;
import dev.gantry.finding.RuleFacts;

/** Rules for monitors, probes, scrape configurations, and the Prometheus that takes them. */
enum MonitorRule implements Rule {
    /** A port that the Service or the pods have not. */
    PORT(RuleFacts.error("GTY-MON-001", "A monitor scrapes a port that is not there")),
    /** A selector that nothing of the program matches. */
    SELECTS_NOTHING(RuleFacts.warning("GTY-MON-002", "A monitor selects nothing of the program")),
    /** A selector that matches more than was named. */
    SELECTS_OTHERS(RuleFacts.error("GTY-MON-003", "A monitor selects a Service or workload that was not named")),
    /** A Service that has no labels to be selected by. */
    NO_LABELS(RuleFacts.error("GTY-MON-004", "A monitor's Service has no labels of its own")),
    /** A monitor without endpoints. */
    NO_ENDPOINTS(RuleFacts.error("GTY-MON-005", "A monitor scrapes nothing")),
    /** What no Prometheus takes. */
    NOT_TAKEN(RuleFacts.warning("GTY-MON-006", "A monitor or rule that no Prometheus of the program takes")),
    /** A ServiceAccount that may not look for targets. */
    MAY_NOT_LIST(RuleFacts.warning("GTY-MON-007", "A Prometheus may not look for the targets of its monitors")),
    /** A timeout that is longer than the interval. */
    TIMEOUT(RuleFacts.error("GTY-MON-008", "A scrape timeout is longer than the interval")),
    /** A step of relabelling that the operator turns away. */
    RELABELING(RuleFacts.error("GTY-MON-009", "A step of relabelling contradicts its action")),
    /** More than one way to log in. */
    AUTHENTICATION(RuleFacts.error("GTY-MON-010", "A scrape has two ways to log in")),
    /** TLS settings that nobody looks at. */
    TLS_UNUSED(RuleFacts.warning("GTY-MON-011", "A scrape without TLS has TLS settings")),
    /** An Alertmanager that is not there. */
    ALERTMANAGER(RuleFacts.warning("GTY-MON-012", "A Prometheus sends alerts to a Service or port that is not there")),
    /** A probe without prober or targets. */
    PROBE(RuleFacts.error("GTY-MON-013", "A probe has no prober or no targets")),
    /** Targets of a probe that do not count. */
    PROBE_TARGETS(RuleFacts.warning("GTY-MON-014", "A probe has targets that do not count")),
    /** A label that older versions do not know. */
    NEW_LABEL(RuleFacts.warning("GTY-MON-015", "A step of relabelling names a label that only Prometheus 3 takes")),
    /** A URL where host and port belong. */
    ADDRESS(RuleFacts.error("GTY-MON-016", "A target or a prober is named by a URL instead of host and port"));

    private final RuleFacts facts;

    MonitorRule(RuleFacts facts) {
        this.facts = facts;
    }

    @Override
    public RuleFacts facts() {
        return facts;
    }
}
