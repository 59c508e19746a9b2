package dev.gantry.monitoring;

import dev.gantry.config.ConfigMapKey;
import dev.gantry.config.SecretKey;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;

/**
 * How Prometheus speaks TLS to others.
 *
 * @see <a href="https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.SafeTLSConfig">
 *     SafeTLSConfig</a>
 */
public final class TlsConfig {

    private final Fields config;

    TlsConfig(Fields config) {
        this.config = config;
    }

    /** Sets {@code ca} to a key of a Secret: by which authorities the server is known; the host's where it is not set. */
    public TlsConfig ca(SecretKey key) {
        config.set("ca", SecretOrConfigMap.secret(key));
        return this;
    }

    /** Sets {@code ca} to a key of a ConfigMap: by which authorities the server is known; the host's where not set. */
    public TlsConfig ca(ConfigMapKey key) {
        config.set("ca", SecretOrConfigMap.configMap(key));
        return this;
    }

    /** Sets {@code cert} to a key of a Secret: the certificate that is shown to the server; none where it is not set. */
    public TlsConfig cert(SecretKey key) {
        config.set("cert", SecretOrConfigMap.secret(key));
        return this;
    }

    /** Sets {@code cert} to a key of a ConfigMap: the certificate that is shown to the server; none where it is not set. */
    public TlsConfig cert(ConfigMapKey key) {
        config.set("cert", SecretOrConfigMap.configMap(key));
        return this;
    }

    /** Sets {@code keySecret}: the private key of the certificate. */
    public TlsConfig keySecret(SecretKey key) {
        Keys.secret(config, "keySecret", key);
        return this;
    }

    /** Sets {@code serverName}: the name that the server's certificate must have; the host's where it is not set. */
    public TlsConfig serverName(String name) {
        config.set("serverName", name, Syntax.NOT_EMPTY);
        return this;
    }

    /** Sets {@code insecureSkipVerify}: whether the server may be anybody; {@code false} by default. */
    public TlsConfig insecureSkipVerify(boolean skip) {
        config.set("insecureSkipVerify", skip);
        return this;
    }

    /** Sets {@code minVersion}: the oldest version of TLS; as Go decides where it is not set. */
    public TlsConfig minVersion(TlsVersion version) {
        config.set("minVersion", version);
        return this;
    }

    /** Sets {@code maxVersion}: the newest version of TLS; as Go decides where it is not set. */
    public TlsConfig maxVersion(TlsVersion version) {
        config.set("maxVersion", version);
        return this;
    }
}
