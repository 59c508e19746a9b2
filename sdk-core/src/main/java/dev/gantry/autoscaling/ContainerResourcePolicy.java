package dev.gantry.autoscaling;

import dev.gantry.Quantity;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;

/** How a vertical autoscaler looks after a container: an entry of {@code spec.resourcePolicy.containerPolicies}. */
public final class ContainerResourcePolicy {

    private final Fields policy;

    ContainerResourcePolicy(Fields policy) {
        this.policy = policy;
    }

    /** Sets {@code mode}: whether it looks after the container at all; {@link ContainerScalingMode#AUTO} by default. */
    public ContainerResourcePolicy mode(ContainerScalingMode mode) {
        policy.set("mode", mode);
        return this;
    }

    /**
     * Sets {@code minAllowed}: the least that it requests; no bound where it is not set.
     *
     * @param cpu such as {@code 100m} or {@code 2}; whole thousandths
     * @param memory such as {@code 128Mi}; whole bytes
     */
    public ContainerResourcePolicy minAllowed(String cpu, String memory) {
        return minAllowed("cpu", Quantity.of(cpu)).minAllowed("memory", Quantity.of(memory));
    }

    /** Sets one entry of {@code minAllowed}, {@code cpu} or {@code memory}. */
    public ContainerResourcePolicy minAllowed(String resource, Quantity amount) {
        policy.object("minAllowed").set(resource, amount);
        return this;
    }

    /**
     * Sets {@code maxAllowed}: the most that it requests; no bound where it is not set.
     *
     * @param cpu such as {@code 1000m} or {@code 2}; whole thousandths
     * @param memory such as {@code 2Gi}; whole bytes
     */
    public ContainerResourcePolicy maxAllowed(String cpu, String memory) {
        return maxAllowed("cpu", Quantity.of(cpu)).maxAllowed("memory", Quantity.of(memory));
    }

    /** Sets one entry of {@code maxAllowed}, {@code cpu} or {@code memory}. */
    public ContainerResourcePolicy maxAllowed(String resource, Quantity amount) {
        policy.object("maxAllowed").set(resource, amount);
        return this;
    }

    /**
     * Adds to {@code controlledResources}: what it decides on; CPU and memory where it is not set.
     *
     * @param resources {@code cpu} or {@code memory}
     */
    public ContainerResourcePolicy controlledResources(String... resources) {
        policy.addAll("controlledResources", Syntax.NOT_EMPTY, resources);
        return this;
    }

    /**
     * Sets {@code controlledValues}: whether limits follow; {@link ContainerControlledValues#REQUESTS_AND_LIMITS} by default.
     */
    public ContainerResourcePolicy controlledValues(ContainerControlledValues values) {
        policy.set("controlledValues", values);
        return this;
    }
}
