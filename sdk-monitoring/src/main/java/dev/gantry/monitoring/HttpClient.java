package dev.gantry.monitoring;

import dev.gantry.config.SecretKey;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import java.util.function.Consumer;

/**
 * How Prometheus speaks to whom it asks or tells: who it is, and TLS.
 *
 * @param <B> the part's own type
 * @see <a href="https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.HTTPConfig">
 *     HTTPConfig</a>
 */
public abstract class HttpClient<B extends HttpClient<B>> {

    final Fields client;

    HttpClient(Fields client) {
        this.client = client;
    }

    /** Sets {@code basicAuth}: user name and password. */
    public final B basicAuth(SecretKey username, SecretKey password) {
        Fields auth = client.object("basicAuth");
        Keys.secret(auth, "username", username);
        Keys.secret(auth, "password", password);
        return self();
    }

    /** Sets {@code authorization}: a token in the {@code Authorization} header, of type {@code Bearer}. */
    public final B authorization(SecretKey credentials) {
        Keys.secret(client.object("authorization"), "credentials", credentials);
        return self();
    }

    /**
     * Sets {@code authorization}: credentials in the {@code Authorization} header.
     *
     * @param type such as {@code Token}; not {@code Basic}
     */
    public final B authorization(String type, SecretKey credentials) {
        client.object("authorization").set("type", type, Syntax.NOT_EMPTY);
        return authorization(credentials);
    }

    /** Sets {@code tlsConfig}: certificates, and what is asked of the server's. */
    public final B tlsConfig(Consumer<TlsConfig> options) {
        client.object("tlsConfig").block(TlsConfig::new, options);
        return self();
    }

    /** This part, by its own type. */
    @SuppressWarnings("unchecked")
    final B self() {
        return (B) this;
    }
}
