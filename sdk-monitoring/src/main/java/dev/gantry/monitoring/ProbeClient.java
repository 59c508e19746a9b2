package dev.gantry.monitoring;

import dev.gantry.config.SecretKey;
import dev.gantry.extension.Fields;
import java.util.function.Consumer;

/**
 * How Prometheus speaks to a prober.
 *
 * @see <a href="https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.ProbeSpec">ProbeSpec</a>
 */
public final class ProbeClient extends HttpClient<ProbeClient> {

    ProbeClient(Fields client) {
        super(client);
    }

    /**
     * Sets {@code oauth2}: a token of OAuth 2.0, by client credentials.
     *
     * @param tokenUrl where tokens are given, beginning with {@code http}
     */
    public ProbeClient oauth2(
            SecretOrConfigMap clientId, SecretKey clientSecret, String tokenUrl, Consumer<OAuth2> options) {
        OAuth2.write(client, clientId, clientSecret, tokenUrl, options);
        return this;
    }

    /** Sets {@code bearerTokenSecret}: a token for the {@code Authorization} header, which {@code authorization} can too. */
    public ProbeClient bearerTokenSecret(SecretKey token) {
        Keys.secret(client, "bearerTokenSecret", token);
        return this;
    }
}
