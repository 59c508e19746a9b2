package dev.gantry.istio.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Findings;
import dev.gantry.check.Manifest;
import dev.gantry.finding.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks at the servers of Gateways: port, protocol and TLS have to go together. */
final class GatewayServerCheck {

    private static final Set<String> TLS = Set.of("HTTPS", "TLS");
    private static final Set<String> HTTP = Set.of("HTTP", "HTTP2", "GRPC", "GRPC-WEB");
    private static final Set<String> KNOWN =
            Set.of("HTTPS", "TLS", "HTTP", "HTTP2", "GRPC", "GRPC-WEB", "TCP", "MONGO", "REDIS", "MYSQL");
    private static final Set<String> WITH_CERTIFICATE = Set.of("SIMPLE", "MUTUAL", "OPTIONAL_MUTUAL");

    private final Findings findings;

    GatewayServerCheck(Findings findings) {
        this.findings = findings;
    }

    void check(List<Manifest> gateways) {
        for (Manifest gateway : gateways) {
            JsonNode servers = gateway.tree().path("spec").path("servers");
            Map<String, String> protocols = new HashMap<>();
            if (servers.isEmpty()) {
                report(
                        gateway,
                        "spec",
                        "The Gateway has no servers, so it opens no port.",
                        "Call server(portName, number, protocol, options).");
            }
            for (int i = 0; i < servers.size(); i++) {
                JsonNode server = servers.path(i);
                String path = "spec.servers[" + i + "]";
                if (server.path("hosts").isEmpty()) {
                    report(
                            gateway,
                            path,
                            "The server has no hosts.",
                            "Call host(\"shop.example.com\"), or host(\"*\").");
                }
                checkTls(gateway, path, server);
                checkProtocol(gateway, path, server, protocols);
            }
        }
    }

    /** Servers share a port of one address if all of them are encrypted, or if all speak HTTP. */
    private void checkProtocol(Manifest gateway, String path, JsonNode server, Map<String, String> protocols) {
        int number = server.path("port").path("number").asInt();
        String protocol = protocol(server);
        String address = server.path("bind").asText() + " " + number;
        String other = number == 0 || !KNOWN.contains(protocol) ? null : protocols.putIfAbsent(address, protocol);
        if (other != null && !share(protocol, other)) {
            report(
                    gateway,
                    path + ".port",
                    protocol.equals(other)
                            ? "Another server speaks " + protocol + " at the port " + number
                                    + " already, and Istio leaves this one out."
                            : "The port " + number + " speaks " + protocol + " here, and " + other
                                    + " in another server.",
                    "Give one of the servers another port.");
        }
    }

    private static boolean share(String one, String other) {
        return (TLS.contains(one) && TLS.contains(other)) || (HTTP.contains(one) && HTTP.contains(other));
    }

    private void checkTls(Manifest gateway, String path, JsonNode server) {
        JsonNode tls = server.path("tls");
        String protocol = protocol(server);
        boolean encrypted = TLS.contains(protocol);
        if (encrypted && tls.isMissingNode()) {
            report(
                    gateway,
                    path,
                    "The server speaks " + protocol + ", but has no TLS settings.",
                    "Call tls(ServerTlsMode.SIMPLE, certificate), or tls(ServerTlsMode.PASSTHROUGH, t -> {}).");
            return;
        }
        if (!encrypted && !tls.isMissingNode() && !(HTTP.contains(protocol) && isRedirectOnly(tls))) {
            report(
                    gateway,
                    path + ".tls",
                    "The server speaks " + protocol + ", which is not encrypted, but has TLS settings.",
                    HTTP.contains(protocol)
                            ? "Use IstioProtocol.HTTPS, or leave the TLS settings out; httpsRedirect() may stay."
                            : "Use IstioProtocol.TLS, or leave the TLS settings out.");
            return;
        }
        String problem = encrypted ? certificateProblem(tls) : null;
        if (problem != null) {
            report(
                    gateway,
                    path + ".tls",
                    problem,
                    "Call tls(mode, certificate) with the Secret that holds the certificate, and with ServerTlsMode"
                            + ".ISTIO_MUTUAL or PASSTHROUGH without one.");
        }
    }

    private static @Nullable String certificateProblem(JsonNode tls) {
        String mode = tls.path("mode").asText("PASSTHROUGH");
        boolean secret =
                tls.has("credentialName") || !tls.path("credentialNames").isEmpty();
        boolean files = (tls.has("serverCertificate") && tls.has("privateKey"))
                || !tls.path("tlsCertificates").isEmpty();
        if (mode.equals("ISTIO_MUTUAL") && (secret || files)) {
            return "With ISTIO_MUTUAL the certificate is Istio's own, but another is named.";
        }
        if (secret && files) {
            return "The certificate is said to be in a Secret and in files.";
        }
        for (String list : List.of("credentialNames", "tlsCertificates")) {
            if (tls.path(list).size() > 2) {
                return "There may be two certificates, one with RSA and one with ECDSA, but " + list + " has "
                        + tls.path(list).size() + ".";
            }
        }
        if (!WITH_CERTIFICATE.contains(mode)) {
            return null;
        }
        if (!secret && !files) {
            return "The mode " + mode + " needs a certificate.";
        }
        return files && !mode.equals("SIMPLE") && !tls.has("caCertificates") && !tls.has("caCertCredentialName")
                ? "The mode " + mode + " needs the authorities that clients are verified by."
                : null;
    }

    private static boolean isRedirectOnly(JsonNode tls) {
        return tls.path("httpsRedirect").asBoolean() && tls.size() == 1;
    }

    private static String protocol(JsonNode server) {
        return server.path("port").path("protocol").asText().toUpperCase(Locale.ROOT);
    }

    private void report(Manifest gateway, String field, String message, String hint) {
        findings.add(
                gateway, field, Finding.of(TrafficRule.GATEWAY_SERVER, message).hint(hint));
    }
}
