package dev.gantry.istio;

import dev.gantry.extension.Fields;
import dev.gantry.extension.Kind;
import dev.gantry.extension.Resource;
import org.jspecify.annotations.Nullable;

/**
 * What the builders of policies share that are for workloads or for something that traffic goes through: a policy has one or
 * the other.
 *
 * @param <B> the builder's own type
 */
public abstract class TargetedPolicyBuilder<B extends TargetedPolicyBuilder<B>> extends PolicyBuilder<B> {

    /** Begins a policy. */
    protected TargetedPolicyBuilder(Kind kind, @Nullable String name) {
        super(kind, name);
    }

    /**
     * Adds to {@code spec.targetRefs}: the policy holds for a Gateway of Kubernetes' Gateway API, or for a Service behind a
     * waypoint. It excludes {@code spec.selector}.
     *
     * @param target of the same namespace
     * @see <a href="https://istio.io/latest/docs/reference/config/type/workload-selector/#PolicyTargetReference">
     *     PolicyTargetReference</a>
     */
    public final B targetRef(Resource target) {
        if (spec().given("targetRefs", target)) {
            Fields reference = spec().append("targetRefs");
            reference.set("group", target.kind().group());
            reference.set("kind", target.kind().name());
            reference.set("name", target.name());
            reference.refer("name", target);
        }
        return self();
    }
}
