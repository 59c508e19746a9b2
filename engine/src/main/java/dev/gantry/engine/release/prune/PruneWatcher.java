package dev.gantry.engine.release.prune;

import dev.gantry.bundle.ResourceId;
import java.util.List;

/** Is told how the deleting goes. */
public interface PruneWatcher {

    /** An object is gone. */
    void pruned(ResourceId id);

    /** An object stays. */
    void kept(ResourceId id, String why);

    /** Objects are being deleted, and are waited for; told again and again. */
    void waiting(List<Leaving> objects);

    /**
     * An object that is being deleted.
     *
     * @param id the object
     * @param reason why it is still there, such as its finalizers
     */
    record Leaving(ResourceId id, String reason) {}
}
