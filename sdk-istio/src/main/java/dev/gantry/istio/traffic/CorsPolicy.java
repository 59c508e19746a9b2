package dev.gantry.istio.traffic;

import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import dev.gantry.istio.IstioDuration;
import java.time.Duration;

/**
 * What a browser lets pages of other origins do.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/virtual-service/#CorsPolicy">CorsPolicy</a>
 */
public final class CorsPolicy {

    private final Fields policy;

    CorsPolicy(Fields policy) {
        this.policy = policy;
    }

    /** Adds to {@code allowOrigins}: an origin such as {@code https://shop.example.com}. */
    public CorsPolicy allowOrigin(StringMatch origin) {
        policy.add("allowOrigins", origin);
        return this;
    }

    /** Adds to {@code allowMethods}, such as {@code POST}. */
    public CorsPolicy allowMethods(String... methods) {
        policy.addAll("allowMethods", Syntax.NOT_EMPTY, methods);
        return this;
    }

    /** Adds to {@code allowHeaders}: headers that requests may have. */
    public CorsPolicy allowHeaders(String... names) {
        policy.addAll("allowHeaders", Syntax.NOT_EMPTY, names);
        return this;
    }

    /** Adds to {@code exposeHeaders}: headers of responses that pages may read. */
    public CorsPolicy exposeHeaders(String... names) {
        policy.addAll("exposeHeaders", Syntax.NOT_EMPTY, names);
        return this;
    }

    /** Sets {@code maxAge}: for how long a browser may remember the answer. */
    public CorsPolicy maxAge(Duration age) {
        IstioDuration.writeOrZero(policy, "maxAge", age);
        return this;
    }

    /** Sets {@code allowCredentials}: requests may have cookies and the like. */
    public CorsPolicy allowCredentials(boolean allow) {
        policy.set("allowCredentials", allow);
        return this;
    }

    /** Sets {@code unmatchedPreflights}; {@link UnmatchedPreflights#FORWARD} where it is not set. */
    public CorsPolicy unmatchedPreflights(UnmatchedPreflights action) {
        policy.set("unmatchedPreflights", action);
        return this;
    }
}
