package dev.gantry.workload;

import dev.gantry.extension.Entries;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Kind;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the builders of workloads whose pods run on and on share: a selector beside the pod template. Their pods are
 * always restarted.
 *
 * @param <B> the builder's own type
 */
public abstract class WorkloadBuilder<B extends WorkloadBuilder<B>> extends PodTemplateBuilder<B> {

    WorkloadBuilder(Kind kind, @Nullable String name) {
        super(kind, name);
    }

    /**
     * Adds a label to {@code spec.selector.matchLabels}, and to the labels of the pods. Most kinds do not allow to change
     * it later, so it should say what the pods are, and nothing that moves with a release.
     *
     * @param key a label key
     * @param value a label value
     */
    public final B selector(String key, String value) {
        Entries.label(spec().object("selector").object("matchLabels"), key, value);
        return podLabel(key, value);
    }

    /** Sets {@code spec.minReadySeconds}: for how long a new pod must be ready before it counts as available. */
    public final B minReady(Duration duration) {
        spec().seconds("minReadySeconds", duration, 0);
        return self();
    }

    /**
     * Sets {@code spec.revisionHistoryLimit}: how many old versions of the pod template are kept for a rollback; 10 by
     * default.
     */
    public final B revisionHistoryLimit(int revisions) {
        spec().set("revisionHistoryLimit", revisions, 0, Integer.MAX_VALUE);
        return self();
    }

    @Override
    final Fields templateOwner() {
        return spec();
    }
}
