package dev.gantry.monitoring;

import dev.gantry.config.SecretKey;
import dev.gantry.extension.Fields;
import java.util.function.Consumer;

/**
 * A {@link ProxiedClient} that can get tokens, and that may be led elsewhere.
 *
 * @param <B> the part's own type
 */
public abstract class AuthorizedClient<B extends AuthorizedClient<B>> extends ProxiedClient<B> {

    AuthorizedClient(Fields client) {
        super(client);
    }

    /**
     * Sets {@code oauth2}: a token of OAuth 2.0, by client credentials.
     *
     * @param tokenUrl where tokens are given, beginning with {@code http}
     */
    public final B oauth2(
            SecretOrConfigMap clientId, SecretKey clientSecret, String tokenUrl, Consumer<OAuth2> options) {
        OAuth2.write(client, clientId, clientSecret, tokenUrl, options);
        return self();
    }

    /** Sets {@code followRedirects}: whether a redirect is followed; {@code true} by default. */
    public final B followRedirects(boolean follow) {
        client.set("followRedirects", follow);
        return self();
    }
}
