package dev.gantry.argocd;

import dev.gantry.extension.Fields;
import java.util.function.Consumer;

/**
 * Steps of a rollout. An Application that no step selects is not synced.
 *
 * @see <a
 *     href="https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Progressive-Syncs/#rollingsync">
 *     RollingSync</a>
 */
public final class RollingSync {

    private final Fields rolling;

    RollingSync(Fields rolling) {
        this.rolling = rolling;
    }

    /** Adds to {@code steps}: which Applications come next; all of them have to be healthy before the step after it. */
    public RollingSync step(Consumer<RollingSyncStep> step) {
        rolling.append("steps").block(RollingSyncStep::new, step);
        return this;
    }
}
