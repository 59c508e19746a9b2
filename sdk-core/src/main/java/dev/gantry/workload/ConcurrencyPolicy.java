package dev.gantry.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * What a CronJob does when it is time for a Job, and the one before it still runs.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#concurrency-policy">Concurrency policy</a>
 */
public enum ConcurrencyPolicy implements Leaf {
    /** Both run; the default of Kubernetes. */
    ALLOW("Allow"),
    /** The new one is left out. */
    FORBID("Forbid"),
    /** The old one is stopped, and the new one starts. */
    REPLACE("Replace");

    private final String term;

    ConcurrencyPolicy(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }
}
