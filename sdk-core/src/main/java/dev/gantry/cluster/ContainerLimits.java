package dev.gantry.cluster;

import dev.gantry.Quantity;
import dev.gantry.extension.Fields;

/** How much each container may have, and what it gets where it says nothing. */
public final class ContainerLimits extends LimitRangeItem<ContainerLimits> {

    ContainerLimits(Fields item) {
        super(item);
    }

    /**
     * Sets {@code default}: the limits of a container that has none; as {@code max} where it is not set.
     *
     * @param cpu such as {@code 500m}
     * @param memory such as {@code 512Mi}
     */
    public ContainerLimits defaultLimit(String cpu, String memory) {
        return defaultLimit("cpu", Quantity.of(cpu)).defaultLimit("memory", Quantity.of(memory));
    }

    /** Sets one entry of {@code default}: the limit of a container that has none of that resource. */
    public ContainerLimits defaultLimit(String resource, Quantity amount) {
        return set("default", resource, amount);
    }

    /**
     * Sets {@code defaultRequest}: the requests of a container that has none; as {@code default}, or else {@code min},
     * where it is not set.
     *
     * @param cpu such as {@code 100m}
     * @param memory such as {@code 128Mi}
     */
    public ContainerLimits defaultRequest(String cpu, String memory) {
        return defaultRequest("cpu", Quantity.of(cpu)).defaultRequest("memory", Quantity.of(memory));
    }

    /** Sets one entry of {@code defaultRequest}: the request of a container that has none of that resource. */
    public ContainerLimits defaultRequest(String resource, Quantity amount) {
        return set("defaultRequest", resource, amount);
    }

    @Override
    ContainerLimits self() {
        return this;
    }
}
