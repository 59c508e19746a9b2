package dev.gantry.monitoring;

import dev.gantry.config.SecretKey;
import dev.gantry.extension.Fields;
import java.util.function.Consumer;

/**
 * How the targets of a scrape configuration are spoken to.
 *
 * @see <a href="https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1alpha1.ScrapeConfigSpec">
 *     ScrapeConfigSpec</a>
 */
public final class ScrapeClient extends ProxiedClient<ScrapeClient> {

    ScrapeClient(Fields client) {
        super(client);
    }

    /**
     * Sets {@code oauth2}: a token of OAuth 2.0, by client credentials.
     *
     * @param tokenUrl where tokens are given, beginning with {@code http}
     */
    public ScrapeClient oauth2(
            SecretOrConfigMap clientId, SecretKey clientSecret, String tokenUrl, Consumer<OAuth2> options) {
        OAuth2.write(client, clientId, clientSecret, tokenUrl, options);
        return this;
    }

    /** Sets {@code enableHTTP2}: whether HTTP 2 is spoken; {@code true} by default. */
    public ScrapeClient enableHttp2(boolean enable) {
        client.set("enableHTTP2", enable);
        return this;
    }
}
