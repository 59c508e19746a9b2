package dev.gantry.argocd;

import dev.gantry.extension.Fields;

/**
 * What Argo CD does by itself.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/auto_sync/">Automated sync</a>
 */
public final class AutomatedSync {

    private final Fields automated;

    AutomatedSync(Fields automated) {
        this.automated = automated;
    }

    /** Sets {@code prune}: whether resources are deleted that the source no longer has; {@code false} by default. */
    public AutomatedSync prune(boolean prune) {
        automated.set("prune", prune);
        return this;
    }

    /** Sets {@code selfHeal}: whether changes are undone that were made in the cluster; {@code false} by default. */
    public AutomatedSync selfHeal(boolean heal) {
        automated.set("selfHeal", heal);
        return this;
    }

    /**
     * Sets {@code allowEmpty}: whether pruning may delete everything, if the source has nothing; {@code false} by default,
     * which keeps a wrong path from emptying the cluster.
     */
    public AutomatedSync allowEmpty(boolean allow) {
        automated.set("allowEmpty", allow);
        return this;
    }

    /** Sets {@code enabled}: {@code false} switches it off, and keeps the other fields; {@code true} by default. */
    public AutomatedSync enabled(boolean enabled) {
        automated.set("enabled", enabled);
        return this;
    }
}
