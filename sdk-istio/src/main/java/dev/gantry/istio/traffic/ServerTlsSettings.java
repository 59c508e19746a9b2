package dev.gantry.istio.traffic;

import dev.gantry.config.Secret;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import java.util.function.Consumer;

/**
 * How connections to a server are encrypted.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/gateway/#ServerTLSSettings">ServerTLSSettings</a>
 */
public final class ServerTlsSettings {

    private final Fields tls;

    private ServerTlsSettings(Fields tls) {
        this.tls = tls;
    }

    static void write(Fields server, ServerTlsMode mode, Consumer<ServerTlsSettings> options) {
        Fields tls = server.object("tls");
        tls.set("mode", mode);
        tls.block(ServerTlsSettings::new, options);
    }

    /**
     * Sets {@code credentialName}: the Secret with certificate and key, in the namespace of the gateway's pods. It has the keys
     * {@code tls.crt} and {@code tls.key}, and {@code ca.crt} if clients are verified.
     */
    public ServerTlsSettings credential(Secret secret) {
        Credentials.name(tls, "credentialName", secret);
        return this;
    }

    /** Adds to {@code credentialNames}: two Secrets, one with a certificate of RSA and one of ECDSA. */
    public ServerTlsSettings credentials(Secret... secrets) {
        Credentials.addNames(tls, "credentialNames", secrets);
        return this;
    }

    /** Sets {@code caCertCredentialName}: the Secret with the authorities that clients are verified by, in its key {@code ca.crt}. */
    public ServerTlsSettings caCertCredential(Secret secret) {
        Credentials.name(tls, "caCertCredentialName", secret);
        return this;
    }

    /** Sets {@code serverCertificate} and {@code privateKey}: files in the gateway's container. */
    public ServerTlsSettings certificate(String serverCertificate, String privateKey) {
        tls.set("serverCertificate", serverCertificate, Syntax.NOT_EMPTY);
        tls.set("privateKey", privateKey, Syntax.NOT_EMPTY);
        return this;
    }

    /** Adds to {@code tlsCertificates}: files in the gateway's container, one pair with RSA and one with ECDSA. */
    public ServerTlsSettings tlsCertificate(String serverCertificate, String privateKey) {
        certificateFiles(serverCertificate, privateKey);
        return this;
    }

    /** Adds to {@code tlsCertificates}, with the authorities that clients are verified by. */
    public ServerTlsSettings tlsCertificate(String serverCertificate, String privateKey, String caCertificates) {
        certificateFiles(serverCertificate, privateKey).set("caCertificates", caCertificates, Syntax.NOT_EMPTY);
        return this;
    }

    /** Sets {@code caCertificates}: the file with the authorities that clients are verified by, in the gateway's container. */
    public ServerTlsSettings caCertificates(String file) {
        tls.set("caCertificates", file, Syntax.NOT_EMPTY);
        return this;
    }

    /** Sets {@code caCrl}: the file with the certificates that are not valid any more, in the gateway's container. */
    public ServerTlsSettings caCrl(String file) {
        tls.set("caCrl", file, Syntax.NOT_EMPTY);
        return this;
    }

    /** Adds to {@code subjectAltNames}: for whom a client's certificate may be. */
    public ServerTlsSettings subjectAltNames(String... names) {
        tls.addAll("subjectAltNames", Syntax.NOT_EMPTY, names);
        return this;
    }

    /** Adds to {@code verifyCertificateSpki}: the SHA-256 of keys that clients may have, in base64. */
    public ServerTlsSettings verifyCertificateSpki(String... hashes) {
        tls.addAll("verifyCertificateSpki", Syntax.NOT_EMPTY, hashes);
        return this;
    }

    /** Adds to {@code verifyCertificateHash}: the SHA-256 of certificates that clients may have, in hexadecimal digits. */
    public ServerTlsSettings verifyCertificateHash(String... hashes) {
        tls.addAll("verifyCertificateHash", Syntax.NOT_EMPTY, hashes);
        return this;
    }

    /** Sets {@code minProtocolVersion}; {@link ServerTlsProtocol#TLSV1_2} where it is not set. */
    public ServerTlsSettings minProtocolVersion(ServerTlsProtocol version) {
        tls.set("minProtocolVersion", version);
        return this;
    }

    /** Sets {@code maxProtocolVersion}. */
    public ServerTlsSettings maxProtocolVersion(ServerTlsProtocol version) {
        tls.set("maxProtocolVersion", version);
        return this;
    }

    /** Adds to {@code cipherSuites}, such as {@code ECDHE-RSA-AES256-GCM-SHA384}; the proxy's own choice where none is set. */
    public ServerTlsSettings cipherSuites(String... suites) {
        tls.addAll("cipherSuites", Syntax.NOT_EMPTY, suites);
        return this;
    }

    /** Adds to {@code ecdhCurves}, such as {@code X25519} and {@code P-256}; the proxy's own choice where none is set. */
    public ServerTlsSettings ecdhCurves(String... curves) {
        tls.addAll("ecdhCurves", Syntax.NOT_EMPTY, curves);
        return this;
    }

    /**
     * Sets {@code insecureSkipVerify}: a client whose certificate is not valid is let through too, for the workload to decide;
     * {@code false} by default.
     */
    public ServerTlsSettings insecureSkipVerify(boolean skip) {
        tls.set("insecureSkipVerify", skip);
        return this;
    }

    private Fields certificateFiles(String serverCertificate, String privateKey) {
        Fields files = tls.append("tlsCertificates");
        files.set("serverCertificate", serverCertificate, Syntax.NOT_EMPTY);
        files.set("privateKey", privateKey, Syntax.NOT_EMPTY);
        return files;
    }
}
