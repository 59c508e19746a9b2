package dev.gantry.istio.security;

import dev.gantry.extension.Kind;
import dev.gantry.istio.TargetedPolicyBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What the builders of kinds for the security of requests share.
 *
 * @param <B> the builder's own type
 */
public abstract class SecurityPolicyBuilder<B extends SecurityPolicyBuilder<B>> extends TargetedPolicyBuilder<B> {

    static final String GROUP = "security.istio.io";

    SecurityPolicyBuilder(Kind kind, @Nullable String name) {
        super(kind, name);
    }

    /**
     * Writes the object as {@code security.istio.io/v1beta1}, for versions of Istio before 1.22; {@code v1} where it is not
     * called. The fields are the same.
     */
    public final B v1beta1() {
        return inVersion("v1beta1");
    }
}
