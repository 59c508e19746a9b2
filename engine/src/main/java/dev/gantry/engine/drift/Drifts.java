package dev.gantry.engine.drift;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.engine.plan.Difference;
import java.util.ArrayList;
import java.util.List;

/** What of a live object is not as it was applied, and who set it. */
public final class Drifts {

    /** Who applied it; fields of theirs are not what somebody else did. */
    private static final String OWN = "gantry";

    private Drifts() {}

    /**
     * The fields that are different.
     *
     * @param applied the object as it would be if it were applied once more
     * @param live as it is
     */
    public static List<DriftedField> between(ObjectNode applied, ObjectNode live) {
        List<DriftedField> drift = new ArrayList<>();
        FieldOwners owners = new FieldOwners(live);
        Difference.between(applied, live)
                .forEach(change -> drift.add(new DriftedField(
                        change,
                        owners.of(change.path()).stream()
                                .filter(owner -> !owner.manager().equals(OWN))
                                .toList())));
        return drift;
    }
}
