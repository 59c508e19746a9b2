package dev.gantry.istio.security;

import dev.gantry.extension.Fields;
import java.util.function.Consumer;

/**
 * Which requests a policy is about: some {@code from}, some {@code to} and every {@code when} must match, as far as there are
 * any.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/security/authorization-policy/#Rule">Rule</a>
 */
public final class AuthorizationRule {

    private final Fields rule;

    AuthorizationRule(Fields rule) {
        this.rule = rule;
    }

    /** Adds to {@code from}: who sends the request. */
    public AuthorizationRule from(Consumer<AuthorizationSource> source) {
        rule.append("from").object("source").block(AuthorizationSource::new, source);
        return this;
    }

    /** Adds to {@code to}: what is asked for. */
    public AuthorizationRule to(Consumer<AuthorizationOperation> operation) {
        rule.append("to").object("operation").block(AuthorizationOperation::new, operation);
        return this;
    }

    /**
     * Adds to {@code when}: an attribute of the request has one of these values.
     *
     * @param key such as {@code request.headers[user-role]} or {@code request.auth.claims[iss]}
     * @param values texts, which may begin or end with {@code *}
     * @see <a href="https://istio.io/latest/docs/reference/config/security/conditions/">Conditions</a>
     */
    public AuthorizationRule when(String key, String... values) {
        return condition(key, "values", values);
    }

    /**
     * Adds to {@code when}: an attribute of the request has none of these values.
     *
     * @param key such as {@code request.headers[user-role]} or {@code request.auth.claims[iss]}
     * @param values texts, which may begin or end with {@code *}
     * @see <a href="https://istio.io/latest/docs/reference/config/security/conditions/">Conditions</a>
     */
    public AuthorizationRule whenNot(String key, String... values) {
        return condition(key, "notValues", values);
    }

    private AuthorizationRule condition(String key, String list, String... values) {
        Fields condition = rule.append("when");
        PolicyText.writeKey(condition, key);
        PolicyText.ofAttribute(key).addAll(condition, list, values);
        return this;
    }
}
