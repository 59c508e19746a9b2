package dev.gantry.istio.security;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Kind;
import dev.gantry.extension.Resource;
import dev.gantry.extension.Syntax;
import dev.gantry.raw.ModelEdit;
import io.fabric8.istio.api.security.v1.RequestAuthenticationBuilder;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Which tokens workloads take. A request with a bad token is rejected; one without a token is not, unless an AuthorizationPolicy
 * asks for one with {@link AuthorizationSource#requestPrincipals}.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/security/request_authentication/">RequestAuthentication</a>
 */
public final class RequestAuthentication extends Resource {

    private static final Kind KIND = Kind.namespaced(SecurityPolicyBuilder.GROUP + "/v1", "RequestAuthentication");

    private RequestAuthentication(Builder builder) {
        super(builder);
    }

    /**
     * Makes a policy.
     *
     * @param name a DNS subdomain
     */
    @CheckReturnValue
    public static RequestAuthentication of(String name, Consumer<Builder> options) {
        return new RequestAuthentication(configured(new Builder(name), options));
    }

    /** Builds a {@link RequestAuthentication}. */
    public static final class Builder extends SecurityPolicyBuilder<Builder> {

        private Builder(@Nullable String name) {
            super(KIND, name);
        }

        /** Adds to {@code spec.jwtRules}: tokens of an issuer, whose keys are found by OpenID Connect discovery. */
        public Builder jwtRule(String issuer) {
            return jwtRule(issuer, options -> {});
        }

        /**
         * Adds to {@code spec.jwtRules}: tokens of an issuer, with options.
         *
         * @param issuer the claim {@code iss} of the tokens
         */
        public Builder jwtRule(String issuer, Consumer<JwtRule> options) {
            Fields rule = spec().append("jwtRules");
            rule.set("issuer", issuer, Syntax.NOT_EMPTY);
            rule.block(JwtRule::new, options);
            return this;
        }

        /**
         * Edits the object with fabric8's builder: the last word, after every default.
         *
         * @see ModelEdit
         */
        public Builder raw(UnaryOperator<RequestAuthenticationBuilder> edit) {
            return edit(ModelEdit.of(
                    io.fabric8.istio.api.security.v1.RequestAuthentication.class,
                    RequestAuthenticationBuilder::new,
                    edit));
        }
    }
}
