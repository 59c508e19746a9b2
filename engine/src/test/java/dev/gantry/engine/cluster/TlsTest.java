package dev.gantry.engine.cluster;

import static dev.gantry.engine.cluster.Clusters.configMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.gantry.engine.kubeconfig.AccessOptions;
import dev.gantry.engine.kubeconfig.Machine;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {

    private static final char[] PASSWORD = "password".toCharArray();

    @TempDir
    static Path folder;

    private static HttpsServer server;
    private static String certificate;
    private static String key;

    @BeforeAll
    static void start() throws Exception {
        Path file = folder.resolve("keys");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        "password",
                        "-alias",
                        "a",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=test",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12")
                .redirectErrorStream(true)
                .start();
        assertThat(keytool.waitFor())
                .as(new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        certificate = "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder()
                        .encodeToString(keys.getCertificate("a").getEncoded())
                + "\n-----END CERTIFICATE-----\n";
        key = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder()
                        .encodeToString(keys.getKey("a", PASSWORD).getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(keys);
        context.init(managers.getKeyManagers(), trust.getTrustManagers(), null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                parameters.setWantClientAuth(true);
            }
        });
        server.createContext("/", exchange -> {
            byte[] name = peer((HttpsExchange) exchange).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, name.length);
            exchange.getResponseBody().write(name);
            exchange.close();
        });
        server.start();
    }

    private static String peer(HttpsExchange exchange) {
        try {
            return "{\"peer\":\"" + exchange.getSSLSession().getPeerPrincipal().getName() + "\"}";
        } catch (SSLPeerUnverifiedException e) {
            return "{}";
        }
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    @Test
    void should_say_that_a_certificate_is_not_trusted() throws Exception {
        try (HttpCluster cluster = open("")) {
            ApiFailure failure = catchThrowableOfType(ApiFailure.class, () -> cluster.get(configMap("a")));

            assertThat(failure.kind()).isEqualTo(ApiFailure.Kind.NOT_SENT);
            assertThat(failure.reason()).isEqualTo(Reasons.UNTRUSTED);
            assertThat(failure.message())
                    .startsWith("the certificate of 127.0.0.1:"
                            + server.getAddress().getPort() + " is not trusted: ");
        }
    }

    @Test
    void should_trust_the_authority_of_the_kubeconfig() throws Exception {
        Files.writeString(folder.resolve("ca.crt"), certificate);
        try (HttpCluster cluster = open(", certificate-authority: ca.crt")) {
            assertThat(cluster.get(configMap("a"))).isPresent();
        }
    }

    @Test
    void should_trust_anybody_if_told_so() throws Exception {
        try (HttpCluster cluster = open(", insecure-skip-tls-verify: true")) {
            assertThat(cluster.get(configMap("a"))).isPresent();
        }
    }

    @Test
    void should_show_a_certificate_from_files_or_from_the_kubeconfig_itself() throws Exception {
        Files.writeString(folder.resolve("user.crt"), certificate);
        Files.writeString(folder.resolve("user.key"), key);
        String data = "client-certificate-data: " + base64(certificate) + ", client-key-data: " + base64(key);

        for (String user : List.of("client-certificate: user.crt, client-key: user.key", data)) {
            try (HttpCluster cluster = open(", insecure-skip-tls-verify: true", user)) {
                assertThat(cluster.get(configMap("a"))
                                .orElseThrow()
                                .path("peer")
                                .asText())
                        .isEqualTo("CN=test");
            }
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static HttpCluster open(String more) throws Exception {
        return open(more, "");
    }

    private static HttpCluster open(String more, String user) throws Exception {
        Path kubeconfig = folder.resolve("config");
        Files.writeString(kubeconfig, """
                current-context: test
                contexts: [{name: test, context: {cluster: c, user: u}}]
                users: [{name: u, user: {%s}}]
                clusters: [{name: c, cluster: {server: 'https://127.0.0.1:%d'%s}}]
                """.formatted(user, server.getAddress().getPort(), more));
        return ClusterAccess.find(
                        new AccessOptions(kubeconfig, null, List.of(), null), new Machine(name -> null, folder, folder))
                .open(Pace.of(Time.system(), 8, 0), Duration.ofSeconds(10), Time.system());
    }
}
