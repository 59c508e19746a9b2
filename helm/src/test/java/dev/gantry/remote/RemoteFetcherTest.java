package dev.gantry.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import dev.gantry.lock.LockEntry;
import dev.gantry.lock.LockFile;
import dev.gantry.lock.RemoteSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteFetcherTest {

    @TempDir
    private Path folder;

    private RemoteServer server;
    private Path module;

    @BeforeEach
    void serve() throws IOException {
        server = RemoteServer.in(folder)
                .chart("redis", "20.1.0", "old")
                .chart("redis", "20.2.1", "new")
                .chart("redis", "21.0.0-rc.1", "preview")
                .chart("redis", "19.9.9", "older");
        module = folder.resolve("module");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void should_pin_a_range_to_the_newest_version_of_a_repository() throws IOException {
        LockEntry entry = fetch(RemoteSource.chart(server.url("/charts"), "redis", "20.*"), null);

        assertThat(entry.resolved()).isEqualTo("20.2.1");
        assertThat(entry.file()).matches("locked/redis-20\\.2\\.1-[0-9a-f]{8}\\.tgz");
        assertThat(Files.readAllBytes(LockFile.copy(module, entry)))
                .isEqualTo(Files.readAllBytes(folder.resolve("archives/redis-20.2.1.tgz")));
    }

    @Test
    void should_keep_to_what_is_locked_until_it_is_asked_to_choose_anew() {
        RemoteSource source = RemoteSource.chart(server.url("/charts"), "redis", ">=20 <20.2");
        LockEntry locked = fetch(source, null);
        RemoteSource wider = RemoteSource.chart(server.url("/charts"), "redis", ">=20");

        LockEntry kept = fetch(wider, new LockEntry(wider, locked.resolved(), locked.digest(), locked.file()));

        assertThat(locked.resolved()).isEqualTo("20.1.0");
        assertThat(kept.resolved()).isEqualTo("20.1.0");
        assertThat(fetch(wider, null).resolved()).isEqualTo("20.2.1");
    }

    @Test
    void should_refuse_a_version_that_has_other_content_now() throws IOException {
        RemoteSource source = RemoteSource.chart(server.url("/charts"), "redis", "20.1.0");
        LockEntry locked = fetch(source, null);
        server.chart("redis", "20.1.0", "changed");

        Finding finding = refusal(source, locked);

        assertThat(finding.code()).isEqualTo("GTY-LCK-007");
        assertThat(finding.message())
                .contains("has changed since it was locked")
                .contains(locked.digest());
        assertThat(fetch(source, null).digest()).isNotEqualTo(locked.digest());
    }

    @Test
    void should_pull_from_a_registry_with_an_account_for_its_tokens() {
        server.require("/v2/", "Bearer t0ken").require("/token", RemoteHttp.basic(new RemoteAccount("ada", "secret")));
        server.file("/token", "{\"token\": \"t0ken\"}");
        RemoteSource source = RemoteSource.oci("oci://" + server.authority() + "/charts/redis", "^20.1");

        assertThat(fetch(source, null).resolved()).isEqualTo("20.2.1");
        assertThat(fetch(RemoteSource.oci(source.url(), "19.9.9"), null).resolved())
                .isEqualTo("19.9.9");
        assertThat(refused(new RemoteFetcher(http(Optional.empty()), module), source)
                        .code())
                .isEqualTo("GTY-LCK-005");
    }

    @Test
    void should_give_an_account_to_its_own_server_only() {
        server.file("/private/install.yaml", "kind: Namespace\n")
                .require("/private/", RemoteHttp.basic(new RemoteAccount("ada", "secret")));
        RemoteSource source = RemoteSource.file(server.url("/private/install.yaml"));

        assertThat(fetch(source, null).file()).matches("locked/install-[0-9a-f]{8}\\.yaml");
        Finding refused = refused(new RemoteFetcher(http(Optional.empty()), module), source);
        assertThat(refused.message()).contains("status 401");
        assertThat(refused.hint()).contains("settings.xml").contains(server.authority());
    }

    @Test
    void should_follow_redirections() {
        server.file("/install.yaml", "kind: Namespace\n");

        fetch(RemoteSource.file(server.url("/moved/install.yaml")), null);

        assertThat(server.asked()).containsExactly("/moved/install.yaml", "/install.yaml");
    }

    @Test
    void should_go_by_way_of_a_proxy() throws IOException {
        try (RemoteServer proxy = RemoteServer.in(folder.resolve("proxy"))) {
            proxy.file("/install.yaml", "kind: Namespace\n");
            String[] address = proxy.authority().split(":", -1);
            ProxySelector selector = ProxySelector.of(new InetSocketAddress(address[0], Integer.parseInt(address[1])));
            RemoteHttp http = new RemoteHttp(
                    selector,
                    new RemoteAccount("office", "door"),
                    host -> Optional.of(new RemoteAccount("shop", "key")));

            new RemoteFetcher(http, module).fetch(RemoteSource.file("http://files.example.com/install.yaml"), null);

            assertThat(proxy.asked()).containsExactly("/install.yaml");
            assertThat(proxy.accounts())
                    .containsExactly(RemoteHttp.basic(new RemoteAccount("office", "door")) + ", "
                            + RemoteHttp.basic(new RemoteAccount("shop", "key")));
        }
    }

    @Test
    void should_say_what_there_is_instead() {
        String charts = server.url("/charts");

        assertThat(refusal(RemoteSource.chart(charts, "redi", "20.*"), null))
                .satisfies(finding -> assertThat(finding.code()).isEqualTo("GTY-LCK-005"))
                .satisfies(finding -> assertThat(finding.hint()).isEqualTo("It has: redis."));
        assertThat(refusal(RemoteSource.chart(charts, "redis", "^22"), null))
                .satisfies(finding -> assertThat(finding.code()).isEqualTo("GTY-LCK-006"))
                .satisfies(finding ->
                        assertThat(finding.hint()).isEqualTo("The newest are 21.0.0-rc.1, 20.2.1, 20.1.0, 19.9.9."));
        assertThat(refusal(RemoteSource.chart(server.url("/nothing"), "redis", "20.*"), null)
                        .message())
                .contains("index.yaml (status 404)");
        assertThat(refusal(RemoteSource.chart(charts, "redis", "new"), null).code())
                .isEqualTo("GTY-LCK-004");
    }

    @Test
    void should_refuse_addresses_that_are_none_or_that_tell_a_password() {
        for (RemoteSource source : List.of(
                RemoteSource.chart("oci://registry.example.com/charts", "redis", "20.*"),
                RemoteSource.oci("registry.example.com/charts/redis", "20.*"),
                RemoteSource.file("charts/install.yaml"),
                RemoteSource.file("https://exa mple.com/"),
                RemoteSource.file("https://ada:secret@example.com/install.yaml"))) {
            Finding finding = refusal(source, null);

            assertThat(finding.code()).isEqualTo("GTY-LCK-004");
            assertThat(finding.message() + finding.hint()).doesNotContain("secret");
        }
    }

    @Test
    void should_not_lock_another_chart_than_the_one_that_is_asked_for() {
        server.mistaken("other", "1.0.0", "redis-20.1.0.tgz");
        assertThat(refusal(RemoteSource.chart(server.url("/mistaken"), "other", "1.0.0"), null))
                .satisfies(finding -> assertThat(finding.code()).isEqualTo("GTY-LCK-005"))
                .satisfies(finding -> assertThat(finding.message())
                        .contains("what the server gives as other 1.0.0 is redis 20.1.0, as its Chart.yaml says"));
        server.mistaken("redis", "20.2.1", "redis-20.1.0.tgz");
        assertThat(refusal(RemoteSource.chart(server.url("/mistaken"), "redis", "20.2.1"), null)
                        .message())
                .contains("what the server gives as version 20.2.1 is redis 20.1.0");
        assertThat(module.resolve("src/main/gantry/locked")).doesNotExist();
    }

    @Test
    void should_not_lock_what_is_no_chart_and_no_manifest() {
        server.file("/charts/page.tgz", "<html>Sign in</html>").mistaken("page", "1.0.0", "page.tgz");
        assertThat(refusal(RemoteSource.chart(server.url("/mistaken"), "page", "1.0.0"), null)
                        .message())
                .contains("what the server gives is no chart: it is no compressed archive");
        for (String content : List.of(
                "<!DOCTYPE html>",
                "Sign in, please",
                "- a\n",
                "a: [",
                "title: text",
                "# empty\n",
                "{\"message\": \"Not Found\"}",
                "{\"kind\": \"Namespace\"}\n{\"a\": 1}",
                "{\"kind\": \"Names")) {
            server.file("/install.yaml", content);
            Finding finding = refusal(RemoteSource.file(server.url("/install.yaml")), null);
            assertThat(finding.code()).isEqualTo("GTY-LCK-005");
            assertThat(finding.message()).contains("what the server gives is no file of manifests: ");
        }
        assertThat(module.resolve("src/main/gantry/locked")).doesNotExist();
        for (String content : List.of(
                "# one\n---\nkind: Namespace\n---\n---\nkind: ConfigMap\n",
                "{\n\t\"kind\": \"Namespace\"\n}\n{\"kind\": \"ConfigMap\"}\n",
                "{kind: Namespace}\n---\n{kind: ConfigMap}\n")) {
            server.file("/install.yaml", content);
            assertThat(fetch(RemoteSource.file(server.url("/install.yaml")), null)
                            .file())
                    .isNotEmpty();
        }
    }

    @Test
    void should_name_the_line_of_what_is_no_manifest() {
        server.file("/install.yaml", "kind: Namespace\n---\ntitle: text\n");
        assertThat(refusal(RemoteSource.file(server.url("/install.yaml")), null).message())
                .endsWith("there is a document without a kind in it, at line 3.");
        server.file("/install.yaml", "{\"kind\": \"Namespace\"}\n\n{\"a\": 1}");
        assertThat(refusal(RemoteSource.file(server.url("/install.yaml")), null).message())
                .endsWith("there is a document without a kind in it, at line 3.");
        server.file("/install.yaml", "kind: Namespace\nmetadata: {a: b: c}\n");
        assertThat(refusal(RemoteSource.file(server.url("/install.yaml")), null).message())
                .endsWith("it is no valid YAML, at line 2.");
    }

    @Test
    void should_say_that_an_answer_is_cut_off() throws IOException, InterruptedException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread answer = new Thread(() -> cutOff(socket));
            answer.start();

            Finding finding =
                    refusal(RemoteSource.file("http://127.0.0.1:" + socket.getLocalPort() + "/install.yaml"), null);

            assertThat(finding.message()).contains("/install.yaml is cut off in the middle.");
            answer.join();
        }
    }

    private static void cutOff(ServerSocket socket) {
        try (Socket client = socket.accept()) {
            client.getInputStream().read();
            client.getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nkind: ".getBytes(StandardCharsets.UTF_8));
            client.getOutputStream().flush();
            client.shutdownOutput();
            client.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void should_say_that_a_certificate_is_not_trusted() throws Exception {
        Path store = folder.resolve("own.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "own",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .start();
        made.getInputStream().readAllBytes();
        assertThat(made.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        HttpsServer https = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        https.setHttpsConfigurator(new HttpsConfigurator(context));
        https.start();
        try {
            String place = "127.0.0.1:" + https.getAddress().getPort();

            Finding finding = refusal(RemoteSource.file("https://" + place + "/install.yaml"), null);

            assertThat(finding.message()).endsWith("Java does not trust the certificate of " + place + ".");
            assertThat(finding.hint()).contains("-Djavax.net.ssl.trustStore=");
        } finally {
            https.stop(0);
        }
    }

    private LockEntry fetch(RemoteSource source, LockEntry locked) {
        return fetcher().fetch(source, locked);
    }

    private RemoteFetcher fetcher() {
        return new RemoteFetcher(http(Optional.of(new RemoteAccount("ada", "secret"))), module);
    }

    private RemoteHttp http(Optional<RemoteAccount> account) {
        return new RemoteHttp(
                ProxySelector.of(null), null, host -> host.equals(server.authority()) ? account : Optional.empty());
    }

    private Finding refusal(RemoteSource source, LockEntry locked) {
        return catchThrowableOfType(FindingsException.class, () -> fetch(source, locked))
                .findings()
                .get(0);
    }

    private static Finding refused(RemoteFetcher fetcher, RemoteSource source) {
        return catchThrowableOfType(FindingsException.class, () -> fetcher.fetch(source, null))
                .findings()
                .get(0);
    }
}
