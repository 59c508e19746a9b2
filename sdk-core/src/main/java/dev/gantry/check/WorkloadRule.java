package dev.gantry.check;

import dev.gantry.finding.Rule;
import dev.gantry.finding.RuleFacts;

/** Rules for workloads, their pods and containers. */
enum WorkloadRule implements Rule {
    /** A probe or a lifecycle hook on a port name that its container does not declare. */
    PROBE_PORT(RuleFacts.error("GTY-WRK-001", "A probe asks a port that its container does not have")),
    /** Two containers of one name. */
    SAME_CONTAINER(RuleFacts.error("GTY-WRK-002", "Two containers of a pod have the same name")),
    /** Two container ports of one name, or of one number and protocol. */
    SAME_CONTAINER_PORT(RuleFacts.error("GTY-WRK-003", "Two ports of a pod have the same name or number")),
    /** A workload whose pods have no containers. */
    NO_CONTAINERS(RuleFacts.error("GTY-WRK-004", "A pod has no containers")),
    /** A selector that is missing, or that the pods do not match. */
    SELECTOR(RuleFacts.error("GTY-WRK-005", "The selector of a workload does not match its own pods")),
    /** A request above the limit of the same resource. */
    REQUEST_ABOVE_LIMIT(RuleFacts.error("GTY-WRK-006", "A container requests more than its limit")),
    /** Two environment variables of one name. */
    SAME_ENV(RuleFacts.error("GTY-WRK-007", "An environment variable is set twice")),
    /** A mount without its volume. */
    NO_VOLUME(RuleFacts.error("GTY-WRK-008", "A container mounts a volume that its pod does not have")),
    /** A volume without a mount. */
    UNUSED_VOLUME(RuleFacts.warning("GTY-WRK-009", "A volume that no container mounts")),
    /** Two mounts at one path. */
    SAME_MOUNT_PATH(RuleFacts.error("GTY-WRK-010", "Two volumes are mounted at the same path")),
    /** A rolling update with nothing to surge and nothing to spare. */
    STUCK_ROLLOUT(RuleFacts.error("GTY-WRK-011", "A rolling update may neither add nor remove a pod")),
    /** Two volumes of one name. */
    SAME_VOLUME(RuleFacts.error("GTY-WRK-012", "Two volumes of a pod have the same name")),
    /** A Service of a StatefulSet that is missing, is not headless, or selects other pods. */
    GOVERNING_SERVICE(RuleFacts.warning("GTY-WRK-013", "The Service of a StatefulSet does not give each pod a name")),
    /** A Job whose pods would always be restarted. */
    RESTART_POLICY(RuleFacts.error("GTY-WRK-014", "The pods of a Job would never come to an end")),
    /** Fields of a Job that cannot stand together. */
    JOB(RuleFacts.error("GTY-WRK-015", "What a Job asks for contradicts itself")),
    /** A name that is valid, but too long for what the cluster makes of it. */
    LONG_NAME(RuleFacts.error("GTY-WRK-016", "The name of a workload is too long for what is made of it")),
    /** A toleration of the taint that control planes had before Kubernetes 1.25. */
    MASTER_TAINT(RuleFacts.warning("GTY-WRK-017", "A pod tolerates a taint that nodes do not have any more")),
    /** An image without a tag, or with the tag {@code latest}. */
    MOVING_IMAGE(RuleFacts.warning("GTY-WRK-018", "An image is not the same one every time")),
    /** Ephemeral containers, which are only added to pods that run. */
    EPHEMERAL(RuleFacts.error("GTY-WRK-019", "A pod is to be made with ephemeral containers")),
    /** Numbers of a rollout that cannot stand together. */
    ROLLOUT(RuleFacts.error("GTY-WRK-020", "What a rollout is told contradicts itself"));

    private final RuleFacts facts;

    WorkloadRule(RuleFacts facts) {
        this.facts = facts;
    }

    @Override
    public RuleFacts facts() {
        return facts;
    }
}
