package dev.gantry.monitoring;

import dev.gantry.config.SecretKey;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import java.util.function.Consumer;

/**
 * How Prometheus gets a token for what it asks.
 *
 * @see <a href="https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.OAuth2">OAuth2</a>
 */
public final class OAuth2 {

    private final Fields oauth2;

    OAuth2(Fields oauth2) {
        this.oauth2 = oauth2;
    }

    static void write(
            Fields client,
            SecretOrConfigMap clientId,
            SecretKey clientSecret,
            String tokenUrl,
            Consumer<OAuth2> options) {
        Fields oauth2 = client.object("oauth2");
        oauth2.set("clientId", clientId);
        Keys.secret(oauth2, "clientSecret", clientSecret);
        Urls.web(oauth2, "tokenUrl", tokenUrl);
        oauth2.block(OAuth2::new, options);
    }

    /** Adds to {@code scopes}: what the token is asked for. */
    public OAuth2 scopes(String... scopes) {
        oauth2.addAll("scopes", Syntax.NOT_EMPTY, scopes);
        return this;
    }

    /** Adds to {@code endpointParams}: a parameter of the request for the token. */
    public OAuth2 endpointParam(String name, String value) {
        oauth2.object("endpointParams").set(name, value);
        return this;
    }

    /** Sets {@code tlsConfig}: how the server of tokens is spoken to. */
    public OAuth2 tlsConfig(Consumer<TlsConfig> options) {
        oauth2.object("tlsConfig").block(TlsConfig::new, options);
        return this;
    }
}
