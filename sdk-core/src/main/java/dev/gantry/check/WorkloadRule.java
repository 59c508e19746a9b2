package dev.gantry.check;

import dev.gantry.finding.Rule;
import dev.gantry.finding.Severity;

/** Rules for workloads, their pods and containers. */
enum WorkloadRule implements Rule {
    /** A probe or a lifecycle hook on a port name that its container does not declare. */
    PROBE_PORT("GTY-WRK-001", Severity.ERROR, "A probe asks a port that its container does not have"),
    /** Two containers of one name. */
    SAME_CONTAINER("GTY-WRK-002", Severity.ERROR, "Two containers of a pod have the same name"),
    /** Two container ports of one name, or of one number and protocol. */
    SAME_CONTAINER_PORT("GTY-WRK-003", Severity.ERROR, "Two ports of a pod have the same name or number"),
    /** A workload whose pods have no containers. */
    NO_CONTAINERS("GTY-WRK-004", Severity.ERROR, "A pod has no containers"),
    /** A selector that is missing, or that the pods do not match. */
    SELECTOR("GTY-WRK-005", Severity.ERROR, "The selector of a workload does not match its own pods"),
    /** A request above the limit of the same resource. */
    REQUEST_ABOVE_LIMIT("GTY-WRK-006", Severity.ERROR, "A container requests more than its limit"),
    /** Two environment variables of one name. */
    SAME_ENV("GTY-WRK-007", Severity.ERROR, "An environment variable is set twice"),
    /** A mount without its volume. */
    NO_VOLUME("GTY-WRK-008", Severity.ERROR, "A container mounts a volume that its pod does not have"),
    /** A volume without a mount. */
    UNUSED_VOLUME("GTY-WRK-009", Severity.WARNING, "A volume that no container mounts"),
    /** Two mounts at one path. */
    SAME_MOUNT_PATH("GTY-WRK-010", Severity.ERROR, "Two volumes are mounted at the same path"),
    /** A rolling update with nothing to surge and nothing to spare. */
    STUCK_ROLLOUT("GTY-WRK-011", Severity.ERROR, "A rolling update may neither add nor remove a pod"),
    /** Two volumes of one name. */
    SAME_VOLUME("GTY-WRK-012", Severity.ERROR, "Two volumes of a pod have the same name");

    private final String code;
    private final Severity severity;
    private final String title;

    WorkloadRule(String code, Severity severity, String title) {
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
