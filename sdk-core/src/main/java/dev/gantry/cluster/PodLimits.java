package dev.gantry.cluster;

import dev.gantry.extension.Fields;

/** How much all containers of a pod may have together. */
public final class PodLimits extends LimitRangeItem<PodLimits> {

    PodLimits(Fields item) {
        super(item);
    }

    @Override
    PodLimits self() {
        return this;
    }
}
