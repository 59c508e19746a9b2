package dev.gantry.engine.cluster;

import static dev.gantry.engine.cluster.Clusters.configMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.gantry.engine.kubeconfig.AccessOptions;
import dev.gantry.engine.kubeconfig.Surroundings;
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
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("{}".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
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

    private static HttpCluster open(String more) throws Exception {
        Path kubeconfig = folder.resolve("config");
        Files.writeString(kubeconfig, """
                current-context: test
                contexts: [{name: test, context: {cluster: c}}]
                clusters: [{name: c, cluster: {server: 'https://127.0.0.1:%d'%s}}]
                """.formatted(server.getAddress().getPort(), more));
        return ClusterAccess.find(
                        new AccessOptions(kubeconfig, null, List.of(), null),
                        new Surroundings(name -> null, folder, folder))
                .open(Pace.of(Time.system(), 8, 0), Duration.ofSeconds(10), Time.system());
    }
}
