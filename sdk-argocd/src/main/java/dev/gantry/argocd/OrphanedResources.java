package dev.gantry.argocd;

import dev.gantry.extension.Fields;

/**
 * What is said of resources that no Application has.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/orphaned-resources/">Orphaned resources</a>
 */
public final class OrphanedResources {

    private final Fields orphaned;

    OrphanedResources(Fields orphaned) {
        this.orphaned = orphaned;
    }

    /** Sets {@code warn}: whether Applications get a warning for them; {@code true} by default. */
    public OrphanedResources warn(boolean warn) {
        orphaned.set("warn", warn);
        return this;
    }

    /** Adds to {@code ignore}: kinds that are not looked for, with {@link GroupKind#named} those of a name only. */
    public OrphanedResources ignore(GroupKind kind) {
        orphaned.add("ignore", kind);
        return this;
    }
}
