package dev.gantry.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * What happens to a pod that cannot be placed without breaking a spread constraint.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/#spread-constraint-definition">
 *     Spread constraints</a>
 */
public enum UnsatisfiableAction implements Leaf {
    /** It waits. */
    DO_NOT_SCHEDULE("DoNotSchedule"),
    /** It is placed where it breaks the constraint least. */
    SCHEDULE_ANYWAY("ScheduleAnyway");

    private final String term;

    UnsatisfiableAction(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
