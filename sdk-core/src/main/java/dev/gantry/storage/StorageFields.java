package dev.gantry.storage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.Quantity;
import dev.gantry.extension.Fields;
import dev.gantry.extension.ValueRule;

/** What volumes and claims say in the same way. */
final class StorageFields {

    private StorageFields() {}

    /** Writes a size, which must be more than nothing. */
    static void size(Fields amounts, Quantity size) {
        amounts.set("storage", size);
        if (size != null
                && size.flaws().isEmpty()
                && size.amount().filter(amount -> amount.signum() <= 0).isPresent()) {
            amounts.flaw(
                    "storage",
                    ValueRule.RANGE,
                    "A size of " + size + " is out of range.",
                    "Give a size above 0, such as \"10Gi\".");
        }
    }

    /** Adds access modes; one pod alone and others beside it cannot both stand. */
    static void accessModes(Fields spec, AccessMode... modes) {
        spec.addAll("accessModes", modes);
        JsonNode all = spec.get("accessModes");
        if (all != null && all.size() > 1) {
            for (JsonNode mode : all) {
                if (mode.equals(AccessMode.READ_WRITE_ONCE_POD.toJson())) {
                    spec.flaw(
                            "accessModes",
                            ValueRule.CONFLICT,
                            "ReadWriteOncePod cannot stand beside other access modes.",
                            "Give it alone, or leave it out.");
                    return;
                }
            }
        }
    }
}
