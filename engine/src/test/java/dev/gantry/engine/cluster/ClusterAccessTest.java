package dev.gantry.engine.cluster;

import static dev.gantry.engine.cluster.Clusters.apply;
import static dev.gantry.engine.cluster.Clusters.configMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gantry.engine.kubeconfig.AccessFailure;
import dev.gantry.engine.kubeconfig.AccessOptions;
import dev.gantry.engine.kubeconfig.Machine;
import dev.gantry.engine.kubeconfig.ProxyServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterAccessTest {

    @TempDir
    Path home;

    private final Map<String, String> variables = new HashMap<>();
    private Reply reply = Reply.json(200, "{}");
    private final StubServer server = StubServer.start(request -> reply);

    @AfterEach
    void close() throws Exception {
        server.close();
    }

    @Test
    void should_tell_which_cluster_it_is_before_anything_is_sent() throws Exception {
        ClusterAccess access = access("{token: topsecret}", null);

        assertThat(access.connection())
                .isEqualTo(new Connection("test", server.url().toString(), "shop", "alice"));
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void should_show_a_token() throws Exception {
        get("{token: topsecret}");

        assertThat(server.last().headers()).containsEntry("authorization", "Bearer topsecret");
        assertThat(server.last().headers()).containsEntry("user-agent", "gantry");
    }

    @Test
    void should_show_name_and_password() throws Exception {
        get("{username: alice, password: wonder}");

        assertThat(server.last().headers().get("authorization")).startsWith("Basic ");
    }

    @Test
    void should_act_for_somebody_else() throws Exception {
        get("{token: topsecret, as: bob, as-groups: [admins], as-user-extra: {reason: [tests]}}");

        assertThat(server.last().headers())
                .containsEntry("impersonate-user", "bob")
                .containsEntry("impersonate-group", "admins")
                .containsEntry("impersonate-extra-reason", "tests");
    }

    @Test
    void should_show_nothing_where_there_is_nothing_to_show() throws Exception {
        get("{}");

        assertThat(server.last().headers()).doesNotContainKey("authorization");
    }

    @Test
    void should_read_the_token_file_anew_when_the_server_refuses() throws Exception {
        Files.writeString(home.resolve("token"), "one\n");
        try (HttpCluster cluster = open("{tokenFile: token}")) {
            cluster.get(configMap("a"));
            assertThat(server.last().headers()).containsEntry("authorization", "Bearer one");
            Files.writeString(home.resolve("token"), "two\n");
            cluster.get(configMap("a"));
        }

        assertThat(server.last().headers()).containsEntry("authorization", "Bearer two");
    }

    @Test
    void should_take_the_token_that_has_come_into_the_kubeconfig_meanwhile() throws Exception {
        try (HttpCluster cluster = open("{token: one}")) {
            cluster.get(configMap("a"));
            reply = Reply.status(401, "Unauthorized", "Unauthorized");
            assertThat(catchThrowableOfType(ApiFailure.class, () -> cluster.get(configMap("a")))
                            .status())
                    .isEqualTo(401);
            assertThat(server.requests()).hasSize(2);
            write("{token: two}", "");
            assertThat(catchThrowableOfType(ApiFailure.class, () -> cluster.get(configMap("a")))
                            .message())
                    .doesNotContain("two");
        }

        assertThat(server.requests()).hasSize(4);
        assertThat(server.last().headers()).containsEntry("authorization", "Bearer two");
    }

    @Test
    void should_say_that_the_token_file_has_gone() throws Exception {
        Files.writeString(home.resolve("token"), "one\n");
        try (HttpCluster cluster = open("{tokenFile: token}")) {
            Files.delete(home.resolve("token"));
            ApiFailure failure = catchThrowableOfType(ApiFailure.class, () -> cluster.get(configMap("a")));

            assertThat(failure.reason()).isEqualTo(Reasons.NO_CREDENTIALS);
            assertThat(failure.kind()).isEqualTo(ApiFailure.Kind.NOT_SENT);
        }
    }

    @Test
    void should_leave_tokens_of_openid_connect_to_fabric8() throws Exception {
        get("{auth-provider: {name: oidc, config: {id-token: topsecret}}}");

        assertThat(server.last().headers()).containsEntry("authorization", "Bearer topsecret");
        assertThat(refusal("{auth-provider: {name: [a]}}"))
                .isEqualTo("a value of the kubeconfig " + home.resolve("config") + " is of the wrong type");
    }

    @Test
    void should_run_the_plugin_with_its_variables_and_show_its_token() throws Exception {
        Path plugin = script("""
                echo "complaint" >&2
                echo "{\\"kind\\":\\"ExecCredential\\",\\"apiVersion\\":\\"client.authentication.k8s.io/v1\\",
                  \\"status\\":{\\"token\\":\\"$1-$MODE\\"}}"
                """);

        get(exec(plugin, "args: [a b], env: [{name: MODE, value: test}]"));

        assertThat(server.last().headers()).containsEntry("authorization", "Bearer a b-test");
    }

    @Test
    void should_tell_the_plugin_of_the_cluster_where_it_wants_to_know() throws Exception {
        Path plugin = script("""
                echo "$KUBERNETES_EXEC_INFO" > "$(dirname "$0")/info"
                echo '{"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1","status":{"token":"t"}}'
                """);

        get(exec(plugin, "provideClusterInfo: true"));

        assertThat(Clusters.tree(Files.readString(home.resolve("info"))))
                .isEqualTo(Clusters.tree("""
                        {"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1",
                         "spec":{"interactive":false,"cluster":{"server":"%s"}}}""".formatted(server.url())));
    }

    @Test
    void should_run_the_plugin_once_more_when_many_requests_are_refused_at_once_and_then_stop() throws Exception {
        Path plugin = script("""
                echo x >> "$(dirname "$0")/runs"
                N=$(wc -l < "$(dirname "$0")/runs" | tr -d ' ')
                echo '{"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1","status":{"token":"t'$N'"}}'
                """);
        CountDownLatch together = new CountDownLatch(8);
        StubStore store = new StubStore().before((number, request) -> {
            if (number < 10) {
                return null;
            }
            together.countDown();
            try {
                together.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Reply.status(401, "Unauthorized", "Unauthorized");
        });
        try (StubServer refusing = StubServer.start(store);
                HttpCluster cluster = access(exec(plugin, ""), "server: " + refusing.url())
                        .open(Pace.of(Time.system(), 8, 0), Duration.ofSeconds(30), Time.system())) {
            IntStream.range(0, 9).forEach(i -> cluster.write(apply("c" + i)));
            ExecutorService threads = Executors.newFixedThreadPool(8);
            List<Future<ApiFailure>> failures = IntStream.range(0, 8)
                    .mapToObj(i -> threads.submit(
                            () -> catchThrowableOfType(ApiFailure.class, () -> cluster.write(apply("d" + i)))))
                    .toList();
            for (Future<ApiFailure> failure : failures) {
                assertThat(failure.get().status()).isEqualTo(401);
            }
            threads.shutdownNow();
        }

        assertThat(Files.readAllLines(home.resolve("runs"))).hasSize(2);
        assertThat(store.requests()).isEqualTo(9 + 16);
        assertThat(store.objects()).hasSize(9);
    }

    @Test
    void should_run_the_plugin_again_when_its_credentials_are_over() throws Exception {
        Path plugin = script("""
                echo x >> "$(dirname "$0")/runs"
                echo '{"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1",
                  "status":{"token":"t","expirationTimestamp":"2026-01-01T00:01:00Z"}}'
                """);
        FakeTime time = new FakeTime();
        try (HttpCluster cluster =
                access(exec(plugin, ""), null).open(Pace.of(time, 8, 0), Duration.ofSeconds(30), time)) {
            cluster.get(configMap("a"));
            cluster.get(configMap("a"));
            assertThat(Files.readAllLines(home.resolve("runs"))).hasSize(1);
            time.sleep(Duration.ofMinutes(1));
            cluster.get(configMap("a"));
        }

        assertThat(Files.readAllLines(home.resolve("runs"))).hasSize(2);
    }

    @Test
    void should_say_why_a_plugin_gives_no_credentials_without_showing_its_variables() throws Exception {
        Path failing = script("echo 'no session for topsecret, log in' >&2; echo stdout-secret; exit 3");
        Path silent = script("echo '{}'");
        Path wrong =
                script("echo '{\"kind\":\"ExecCredential\",\"apiVersion\":\"client.authentication.k8s.io/v1beta1\"}'");
        Path empty = script(
                "echo '{\"kind\":\"ExecCredential\",\"apiVersion\":\"client.authentication.k8s.io/v1\",\"status\":{}}'");

        assertThat(refusal(exec(failing, "env: [{name: MODE, value: topsecret}]")))
                .isEqualTo("the credential plugin " + failing + " failed with exit code 3: no session for ***, log in");
        assertThat(refusal(exec(silent, ""))).endsWith("prints something else than an ExecCredential");
        assertThat(refusal(exec(wrong, ""))).contains("answers in another version of its API than");
        assertThat(refusal(exec(empty, ""))).endsWith("gives neither a token nor a certificate");
        assertThat(refusal("{exec: {command: gantry-absent, apiVersion: a/v1, installHint: get it}}"))
                .isEqualTo("the credential plugin gantry-absent cannot be started; is it installed?: get it");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void should_go_through_the_proxy_that_the_caller_names() throws Exception {
        write("{token: topsecret}", "server: http://unknown.invalid:80");
        AccessOptions options = new AccessOptions(
                home.resolve("config"),
                null,
                List.of(),
                new ProxyServer("127.0.0.1", server.url().getPort(), null, null, List.of()));
        try (HttpCluster cluster = open(ClusterAccess.find(options, machine()))) {
            cluster.get(configMap("a"));
        }

        assertThat(server.last().path()).isEqualTo("http://unknown.invalid:80/api/v1/namespaces/shop/configmaps/a");
    }

    @Test
    void should_give_the_proxy_its_name_and_password() throws Exception {
        write("{token: topsecret}", "server: http://unknown.invalid:80");
        AccessOptions options = new AccessOptions(
                home.resolve("config"),
                null,
                List.of(),
                new ProxyServer("127.0.0.1", server.url().getPort(), "ada", "clear", List.of()));
        try (HttpCluster cluster = open(ClusterAccess.find(options, machine()))) {
            cluster.get(configMap("a"));
        }

        assertThat(server.last().headers()).containsEntry("proxy-authorization", "Basic YWRhOmNsZWFy");
    }

    @Test
    void should_say_that_the_proxy_refuses() throws Exception {
        reply = Reply.json(407, "").header("Proxy-Authenticate", "Basic realm=\"x\"");
        ApiFailure unknown = throughProxy();
        reply = Reply.json(403, "");
        ApiFailure forbidden = throughProxy();

        assertThat(List.of(unknown, forbidden)).allSatisfy(failure -> {
            assertThat(failure.kind()).isEqualTo(ApiFailure.Kind.NOT_SENT);
            assertThat(failure.reason()).isEqualTo(Reasons.PROXY);
        });
        assertThat(server.requests()).extracting(Received::method).containsOnly("CONNECT");
    }

    private ApiFailure throughProxy() throws IOException {
        write("{token: topsecret}", "server: https://unknown.invalid:443, proxy-url: " + server.url());
        try (HttpCluster cluster = open(find())) {
            return catchThrowableOfType(ApiFailure.class, () -> cluster.get(configMap("a")));
        }
    }

    @Test
    void should_not_be_led_elsewhere_by_the_environment() throws Exception {
        variables.put("KUBERNETES_MASTER", "http://elsewhere.invalid");
        System.setProperty("kubernetes.master", "http://elsewhere.invalid");
        try {
            get("{token: topsecret}");
        } finally {
            System.clearProperty("kubernetes.master");
        }

        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void should_say_that_a_host_is_not_known() throws Exception {
        ApiFailure failure = failure(URI.create("http://unknown.invalid"));

        assertThat(failure.kind()).isEqualTo(ApiFailure.Kind.NOT_SENT);
        assertThat(failure.reason()).isEqualTo(Reasons.UNKNOWN_HOST);
        assertThat(failure.message()).isEqualTo("the host of unknown.invalid:80 is not known");
    }

    @Test
    void should_say_that_a_server_speaks_no_tls() throws Exception {
        ApiFailure failure =
                failure(URI.create("https://127.0.0.1:" + server.url().getPort()));

        assertThat(failure.kind()).isEqualTo(ApiFailure.Kind.NOT_SENT);
        assertThat(failure.reason()).isEqualTo(Reasons.NO_TLS);
    }

    @Test
    void should_say_that_certificates_cannot_be_read_without_quoting_them() throws Exception {
        write("{client-certificate-data: dG9wc2VjcmV0, client-key-data: dG9wc2VjcmV0}", "server: https://127.0.0.1:1");

        AccessFailure failure = catchThrowableOfType(AccessFailure.class, () -> open(find()));

        assertThat(failure.message()).isEqualTo("a certificate or key of the context \"test\" cannot be read");
    }

    private ApiFailure failure(URI url) throws IOException {
        write("{token: topsecret}", "server: " + url);
        try (HttpCluster cluster = open(find())) {
            return catchThrowableOfType(ApiFailure.class, () -> cluster.get(configMap("a")));
        }
    }

    private void get(String user) throws IOException {
        try (HttpCluster cluster = open(user)) {
            cluster.get(configMap("a"));
        }
    }

    private String refusal(String user) {
        return catchThrowableOfType(AccessFailure.class, () -> open(user)).message();
    }

    private HttpCluster open(String user) throws IOException {
        return open(access(user, null));
    }

    private static HttpCluster open(ClusterAccess access) {
        return access.open(Pace.of(Time.system(), 8, 0), Duration.ofSeconds(10), Time.system());
    }

    private ClusterAccess access(String user, @Nullable String cluster) throws IOException {
        write(user, cluster == null ? "server: " + server.url() : cluster);
        return find();
    }

    private ClusterAccess find() {
        return ClusterAccess.find(new AccessOptions(home.resolve("config"), null, List.of(), null), machine());
    }

    private Machine machine() {
        return new Machine(variables::get, home, home);
    }

    private void write(String user, String cluster) throws IOException {
        Files.writeString(home.resolve("config"), """
                current-context: test
                contexts: [{name: test, context: {cluster: c, user: alice, namespace: shop}}]
                clusters: [{name: c, cluster: {%s}}]
                users: [{name: alice, user: %s}]
                """.formatted(cluster, user));
    }

    private static String exec(Path plugin, String more) {
        return "{exec: {command: " + plugin + ", apiVersion: client.authentication.k8s.io/v1"
                + (more.isEmpty() ? "" : ", " + more) + "}}";
    }

    private Path script(String text) throws IOException {
        Path script = Files.createTempFile(home, "plugin", ".sh");
        Files.writeString(script, "#!/bin/sh\n" + text);
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return script;
    }
}
