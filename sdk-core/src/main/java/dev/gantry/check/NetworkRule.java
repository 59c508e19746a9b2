package dev.gantry.check;

import dev.gantry.finding.Rule;
import dev.gantry.finding.Severity;

/** Rules for what leads to pods. */
enum NetworkRule implements Rule {
    /** A target port whose name no container of the selected pods has. */
    TARGET_PORT("GTY-NET-001", Severity.ERROR, "A Service port leads to a port that no selected container has"),
    /** A target port whose name only some of the selected workloads have. */
    TARGET_PORT_OF_SOME(
            "GTY-NET-002", Severity.WARNING, "A Service port leads to a port that only some of the selected pods have"),
    /** A selector that came out empty, or was never given. */
    NO_SELECTOR("GTY-NET-003", Severity.ERROR, "A Service has no selector"),
    /** A selector that no pods of the program match. */
    SELECTS_NOTHING("GTY-NET-004", Severity.WARNING, "A Service selects no pods of the program"),
    /** A selector that matches more than was named. */
    SELECTS_OTHERS("GTY-NET-005", Severity.ERROR, "A Service selects pods of a workload that was not named"),
    /** Two ports of one name, or of one number and protocol. */
    SAME_PORT("GTY-NET-006", Severity.ERROR, "Two ports of a Service have the same name or number"),
    /** Ports without a name beside others. */
    UNNAMED_PORT("GTY-NET-007", Severity.ERROR, "A port of a Service with several ports has no name"),
    /** A node port on a Service of a type that opens none. */
    NODE_PORT("GTY-NET-008", Severity.ERROR, "A node port on a Service that has none"),
    /** A Service without ports that needs some. */
    NO_PORTS("GTY-NET-009", Severity.ERROR, "A Service has no ports"),
    /** A target port whose number none of the selected containers declares. */
    TARGET_NUMBER(
            "GTY-NET-010", Severity.WARNING, "A Service port leads to a number that no selected container declares");

    private final String code;
    private final Severity severity;
    private final String title;

    NetworkRule(String code, Severity severity, String title) {
        this.code = code;
        this.severity = severity;
        this.title = title;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Severity severity() {
        return severity;
    }

    @Override
    public String title() {
        return title;
    }
}
