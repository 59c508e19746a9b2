package dev.gantry.cluster;

import dev.gantry.Quantity;
import dev.gantry.extension.Fields;

/** How much storage each claim may request. */
public final class ClaimLimits {

    private final Fields item;

    ClaimLimits(Fields item) {
        this.item = item;
    }

    /** Sets {@code min.storage}: the least that a claim may request. */
    public ClaimLimits min(String size) {
        return min(Quantity.of(size));
    }

    /** Sets {@code min.storage}: the least that a claim may request. */
    public ClaimLimits min(Quantity size) {
        item.object("min").set("storage", size);
        return this;
    }

    /** Sets {@code max.storage}: the most that a claim may request. */
    public ClaimLimits max(String size) {
        return max(Quantity.of(size));
    }

    /** Sets {@code max.storage}: the most that a claim may request. */
    public ClaimLimits max(Quantity size) {
        item.object("max").set("storage", size);
        return this;
    }
}
