package dev.gantry.istio.security;

import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import dev.gantry.extension.ValueRule;
import dev.gantry.istio.IstioDuration;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * How tokens of one issuer are found and verified, and what is passed on of them.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/security/request_authentication/#JWTRule">JWTRule</a>
 */
public final class JwtRule {

    private static final Pattern HEADER = Pattern.compile("[-_A-Za-z0-9]+");

    private final Fields rule;

    JwtRule(Fields rule) {
        this.rule = rule;
    }

    /** Adds to {@code audiences}: whom tokens may be for; the names of the service where it is not set. */
    public JwtRule audiences(String... audiences) {
        return texts("audiences", audiences);
    }

    /** Sets {@code jwksUri}: where the keys of the issuer are, such as {@code https://issuer.example.com/keys}. */
    public JwtRule jwksUri(String uri) {
        rule.set("jwksUri", uri, Syntax.NOT_EMPTY);
        if (uri != null && !uri.isEmpty() && !uri.startsWith("https://") && !uri.startsWith("http://")) {
            rule.flaw(
                    "jwksUri",
                    ValueRule.TEXT,
                    "\"" + uri + "\" is not a URL of http or https.",
                    "Begin it with https://, or pass the keys themselves with jwks(keys).");
        }
        return this;
    }

    /** Sets {@code jwks}: the public keys of the issuer themselves, as JSON. It excludes {@code jwksUri}. */
    public JwtRule jwks(String keys) {
        rule.set("jwks", keys, Syntax.NOT_EMPTY);
        return this;
    }

    /** Adds to {@code fromHeaders}: a header that holds the token; {@code Authorization} where nothing is said. */
    public JwtRule fromHeader(String name) {
        header(name);
        return this;
    }

    /**
     * Adds to {@code fromHeaders}: a header that holds the token.
     *
     * @param prefix what stands before the token, such as {@code "Bearer "}
     */
    public JwtRule fromHeader(String name, String prefix) {
        header(name).set("prefix", prefix);
        return this;
    }

    /** Adds to {@code fromParams}: parameters of the query that hold the token. */
    public JwtRule fromParams(String... names) {
        return texts("fromParams", names);
    }

    /** Adds to {@code fromCookies}: cookies that hold the token. */
    public JwtRule fromCookies(String... names) {
        return texts("fromCookies", names);
    }

    /** Sets {@code outputPayloadToHeader}: a header by which the workload gets the token's content, in base64url. */
    public JwtRule outputPayloadToHeader(String name) {
        rule.set("outputPayloadToHeader", name, Syntax.NOT_EMPTY);
        return this;
    }

    /** Adds to {@code outputClaimToHeaders}: a header by which the workload gets a claim. */
    public JwtRule outputClaimToHeader(String claim, String header) {
        Fields output = rule.append("outputClaimToHeaders");
        output.set("header", header, Syntax.NOT_EMPTY);
        if (header != null && !header.isEmpty() && !HEADER.matcher(header).matches()) {
            output.flaw(
                    "header",
                    ValueRule.TEXT,
                    "\"" + header + "\" is not the name of a header.",
                    "Use letters, digits, - and _ only.");
        }
        output.set("claim", claim, Syntax.NOT_EMPTY);
        return this;
    }

    /** Sets {@code forwardOriginalToken}: the workload gets the token too; {@code false} by default. */
    public JwtRule forwardOriginalToken(boolean forward) {
        rule.set("forwardOriginalToken", forward);
        return this;
    }

    /** Sets {@code timeout}: for how long the keys may take to come; 5 seconds where it is not set. */
    public JwtRule timeout(Duration timeout) {
        IstioDuration.write(rule, "timeout", timeout);
        return this;
    }

    /** Adds to {@code spaceDelimitedClaims}: claims that hold several values with spaces between, beside {@code scope} and {@code permission}. */
    public JwtRule spaceDelimitedClaims(String... claims) {
        return texts("spaceDelimitedClaims", claims);
    }

    private Fields header(String name) {
        Fields header = rule.append("fromHeaders");
        header.set("name", name, Syntax.NOT_EMPTY);
        return header;
    }

    private JwtRule texts(String list, String... values) {
        rule.addAll(list, Syntax.NOT_EMPTY, values);
        return this;
    }
}
