package dev.gantry.istio.security;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Kind;
import dev.gantry.extension.Resource;
import dev.gantry.istio.ExtensionProvider;
import dev.gantry.raw.ModelEdit;
import io.fabric8.istio.api.security.v1.AuthorizationPolicyBuilder;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Which requests workloads take. A request that a {@code DENY} policy matches is rejected. As soon as one {@code ALLOW} policy
 * selects a workload, it takes only what some {@code ALLOW} policy matches. Kubernetes' probes are not asked: Istio leads them
 * by its agent.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/security/authorization-policy/">AuthorizationPolicy</a>
 */
public final class AuthorizationPolicy extends Resource {

    private static final Kind KIND = Kind.namespaced(SecurityPolicyBuilder.GROUP + "/v1", "AuthorizationPolicy");

    private AuthorizationPolicy(Builder builder) {
        super(builder);
    }

    /**
     * Makes a policy. Without an action it allows what its rules match, and without a rule it allows nothing.
     *
     * @param name a DNS subdomain
     */
    @CheckReturnValue
    public static AuthorizationPolicy of(String name, Consumer<Builder> options) {
        return new AuthorizationPolicy(configured(new Builder(name), options));
    }

    /** Builds an {@link AuthorizationPolicy}. */
    public static final class Builder extends SecurityPolicyBuilder<Builder> {

        private Builder(@Nullable String name) {
            super(KIND, name);
            spec(); // without content it allows nothing, and is written so
        }

        /** Sets {@code spec.action}; {@link AuthorizationAction#ALLOW} where it is not set. */
        public Builder action(AuthorizationAction action) {
            spec().set("action", action);
            return this;
        }

        /**
         * Sets {@code spec.action} to {@code CUSTOM} and {@code spec.provider}: an external authorizer decides about the requests
         * that a rule matches, before other policies do.
         *
         * @see <a href="https://istio.io/latest/docs/tasks/security/authorization/authz-custom/">External authorization</a>
         */
        public Builder custom(ExtensionProvider authorizer) {
            spec().set("action", "CUSTOM");
            spec().replace("provider").set("name", authorizer);
            return this;
        }

        /** Adds to {@code spec.rules}: the policy is about requests that one of its rules matches. A rule that asks for nothing matches all. */
        public Builder rule(Consumer<AuthorizationRule> rule) {
            spec().append("rules").block(AuthorizationRule::new, rule);
            return this;
        }

        /**
         * Edits the object with fabric8's builder: the last word, after every default.
         *
         * @see ModelEdit
         */
        public Builder raw(UnaryOperator<AuthorizationPolicyBuilder> edit) {
            return edit(ModelEdit.of(
                    io.fabric8.istio.api.security.v1.AuthorizationPolicy.class, AuthorizationPolicyBuilder::new, edit));
        }
    }
}
