package dev.gantry.engine.drift;

import dev.gantry.engine.plan.FieldChange;
import java.util.List;

/**
 * A field that is not as it was applied.
 *
 * @param change from what was applied to what is there; masked if it is secret
 * @param owners who set it; empty if nobody says so, as for a field that was removed
 */
public record DriftedField(FieldChange change, List<Owner> owners) {

    /** Copies the list. */
    public DriftedField {
        owners = List.copyOf(owners);
    }
}
