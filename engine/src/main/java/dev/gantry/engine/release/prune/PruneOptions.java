package dev.gantry.engine.release.prune;

import dev.gantry.engine.desired.Selection;
import java.util.Set;

/**
 * What may be deleted although it is kept otherwise.
 *
 * @param kinds of these, too: {@code PersistentVolumeClaim}, {@code CustomResourceDefinition}
 * @param confirmed these definitions, though there are custom resources of theirs
 */
public record PruneOptions(Set<String> kinds, Selection confirmed) {

    /** Nothing that is kept otherwise. */
    public static final PruneOptions CAREFUL = new PruneOptions(Set.of(), Selection.NONE);

    /** Copies the set. */
    public PruneOptions {
        kinds = Set.copyOf(kinds);
    }
}
