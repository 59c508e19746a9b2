package dev.gantry.istio.traffic;

import dev.gantry.config.Secret;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;

/**
 * How a client's proxy encrypts connections.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/destination-rule/#ClientTLSSettings">
 *     ClientTLSSettings</a>
 */
public final class ClientTlsSettings {

    private final Fields tls;

    ClientTlsSettings(Fields tls) {
        this.tls = tls;
    }

    /** Sets {@code credentialName}: the Secret with certificate and key, in the namespace of the gateway or the workload. */
    public ClientTlsSettings credential(Secret secret) {
        Credentials.name(tls, "credentialName", secret);
        return this;
    }

    /** Sets {@code clientCertificate}: the file with the certificate that is shown, in the proxy's container. */
    public ClientTlsSettings clientCertificate(String file) {
        tls.set("clientCertificate", file, Syntax.NOT_EMPTY);
        return this;
    }

    /** Sets {@code privateKey}: the file with the key of that certificate, in the proxy's container. */
    public ClientTlsSettings privateKey(String file) {
        tls.set("privateKey", file, Syntax.NOT_EMPTY);
        return this;
    }

    /** Sets {@code caCertificates}: the file with the authorities that the server is verified by, in the proxy's container. */
    public ClientTlsSettings caCertificates(String file) {
        tls.set("caCertificates", file, Syntax.NOT_EMPTY);
        return this;
    }

    /** Sets {@code caCrl}: the file with the certificates that are not valid any more, in the proxy's container. */
    public ClientTlsSettings caCrl(String file) {
        tls.set("caCrl", file, Syntax.NOT_EMPTY);
        return this;
    }

    /** Adds to {@code subjectAltNames}: whom the server's certificate may be for. */
    public ClientTlsSettings subjectAltNames(String... names) {
        tls.addAll("subjectAltNames", Syntax.NOT_EMPTY, names);
        return this;
    }

    /** Sets {@code sni}: the name that the server is asked for. */
    public ClientTlsSettings sni(String host) {
        tls.set("sni", host, Syntax.NOT_EMPTY);
        return this;
    }

    /** Sets {@code insecureSkipVerify}: whether the server's certificate is not looked at. */
    public ClientTlsSettings insecureSkipVerify(boolean skip) {
        tls.set("insecureSkipVerify", skip);
        return this;
    }
}
