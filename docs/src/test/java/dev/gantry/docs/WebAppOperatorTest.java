package dev.gantry.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.FakeCluster;
import dev.gantry.fake.controller.Pace;
import dev.gantry.operator.Operator;
import dev.gantry.operator.OperatorBuilder;
import dev.gantry.operator.RunningOperator;
import dev.gantry.yaml.YamlPrinter;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator of {@code examples/webapp-operator}, compiled as its build would, on a cluster in memory that has its definition. */
final class WebAppOperatorTest {

    private static final String API = "example.com/v1";
    private static final String NAME = "my-webapp";

    private static final String MY_WEBAPP = """
            apiVersion: example.com/v1
            kind: WebApp
            metadata: {name: my-webapp, namespace: default}
            spec:
              image: "myapp:v1.0"
              replicas: 3
              database: {enabled: true, type: postgresql, size: "20Gi"}
              ingress: {enabled: true, host: "myapp.example.com", tls: true}
            """;

    private FakeCluster server;
    private URLClassLoader loader;
    private RunningOperator running;

    @BeforeEach
    void deployTheOperator(@TempDir Path folder) throws Exception {
        server = FakeCluster.start();
        server.controllers().workloads(Pace.atOnce()).claims(Pace.atOnce());
        ExampleRun run = ExampleRun.of(folder.resolve("example"), "webapp-operator", Map.of());
        assertThat(run.report()).isEqualTo("1 finding is suppressed\n");
        server.create(run.yaml("production/webapps/12-customresourcedefinition-webapps.example.com.yaml"));
        URL classes = run.module().resolve("target/classes").toUri().toURL();
        loader = new URLClassLoader(new URL[] {classes}, getClass().getClassLoader());
        Method operator =
                loader.loadClass("com.example.webapp.WebAppOperator").getDeclaredMethod("operator", Consumer.class);
        operator.setAccessible(true);
        Path kubeconfig = server.kubeconfig(folder.resolve("kubeconfig"));
        Consumer<OperatorBuilder<?>> here = o -> o.kubeconfig(kubeconfig)
                .leaderElection("webapp-operator", "default")
                .retry(Duration.ofMillis(50), Duration.ofMillis(500));
        running = ((Operator<?>) operator.invoke(null, here)).start();
    }

    @AfterEach
    void stopIt() throws Exception {
        running.close();
        loader.close();
        server.close();
    }

    @Test
    void should_show_on_the_page_what_the_example_is_and_does() throws Exception {
        server.create(MY_WEBAPP);
        awaitPhase("Running");
        ObjectNode status = (ObjectNode) object(API, "WebApp", NAME).path("status");
        ((ObjectNode) status.at("/conditions/0")).put("lastTransitionTime", "2026-05-04T10:20:55Z");
        ObjectNode seen = status.objectNode();
        seen.set("status", status);

        new Snippets()
                .is("class", source("WebApp", "@Group"))
                .is("spec", source("WebAppSpec", "public record"))
                .is("status", source("WebAppStatus", "public record"))
                .is("stack", source("WebAppStack", "final class"))
                .is("operator", source("WebAppOperator", "public final class"))
                .is("deployment", source("OperatorDeployment", "public final class"))
                .is("resource", MY_WEBAPP)
                .is("seen", YamlPrinter.print(seen))
                .check(ExampleRun.ROOT.resolve("docs/operators.md"));
    }

    /** Each test that the page names is there. */
    @Test
    void should_name_tests_on_the_page_that_exist() throws Exception {
        String page = Files.readString(ExampleRun.ROOT.resolve("docs/operators.md"));
        Path tests = ExampleRun.ROOT.resolve("sdk-operator/src/test/java/dev/gantry/operator");
        Matcher named = Pattern.compile("`(\\w+Test)\\.(should_\\w+)`").matcher(page);
        int count = 0;
        while (named.find()) {
            count++;
            assertThat(Files.readString(tests.resolve(named.group(1) + ".java")))
                    .contains("void " + named.group(2) + "(");
        }
        assertThat(count).isGreaterThan(5);
    }

    /** A class without what it imports. */
    private static String source(String type, String start) throws IOException {
        String all = Files.readString(
                ExampleRun.ROOT.resolve("examples/webapp-operator/src/main/java/com/example/webapp/" + type + ".java"));
        return all.substring(all.indexOf("\n" + start) + 1);
    }

    @Test
    void should_run_the_web_app_of_the_document() throws Exception {
        server.create(MY_WEBAPP);
        awaitPhase("Running");

        assertThat(object("apps/v1", "Deployment", NAME).at("/spec/replicas").asInt())
                .isEqualTo(3);
        assertThat(object("v1", "Service", NAME + "-service")
                        .at("/spec/ports/0/port")
                        .asInt())
                .isEqualTo(80);
        assertThat(object("apps/v1", "StatefulSet", NAME + "-postgresql")).isNotNull();
        assertThat(object("v1", "PersistentVolumeClaim", NAME + "-postgresql")
                        .at("/spec/resources/requests/storage")
                        .asText())
                .isEqualTo("20Gi");
        assertThat(object("v1", "Secret", NAME + "-postgresql")
                        .at("/data/password")
                        .asText())
                .isNotEmpty();
        assertThat(object("networking.k8s.io/v1", "Ingress", NAME)
                        .at("/spec/tls/0/hosts/0")
                        .asText())
                .isEqualTo("myapp.example.com");
        ObjectNode app = object(API, "WebApp", NAME);
        assertThat(app.at("/status/readyReplicas").asInt()).isEqualTo(3);
        assertThat(app.at("/status/observedGeneration").asInt()).isEqualTo(1);
        assertThat(app.at("/status/conditions/0/type").asText()).isEqualTo("Ready");
        assertThat(columns()).containsExactly("Name", "Image", "Replicas", "Phase", "Ready");
    }

    @Test
    void should_keep_the_data_of_a_database_that_is_switched_off_unless_the_web_app_says_otherwise() {
        server.create(MY_WEBAPP);
        awaitPhase("Running");
        String password =
                object("v1", "Secret", NAME + "-postgresql").path("data").toString();

        database(database -> database.put("enabled", false));
        await(() -> find("apps/v1", "StatefulSet", NAME + "-postgresql").isEmpty());
        assertThat(object("v1", "Secret", NAME + "-postgresql").path("data").toString())
                .isEqualTo(password);
        assertThat(find("v1", "PersistentVolumeClaim", NAME + "-postgresql")).isPresent();

        database(database -> database.put("keepData", false));
        await(() -> find("v1", "Secret", NAME + "-postgresql").isEmpty()
                && find("v1", "PersistentVolumeClaim", NAME + "-postgresql")
                        // A finalizer keeps it, until no pod has it any more.
                        .filter(claim -> !claim.path("metadata").has("deletionTimestamp"))
                        .isEmpty());
        assertThat(find("apps/v1", "Deployment", NAME)).isPresent();
    }

    @Test
    void should_scale_and_correct_and_go_with_the_web_app() {
        server.create(MY_WEBAPP);
        awaitPhase("Running");

        server.change(
                "kubectl",
                API,
                "WebApp",
                "default",
                NAME,
                app -> app.withObject("/spec").put("replicas", 5));
        await(() -> object(API, "WebApp", NAME).at("/status/readyReplicas").asInt() == 5);
        server.change(
                "kubectl",
                "apps/v1",
                "Deployment",
                "default",
                NAME,
                live -> live.withObject("/spec").put("replicas", 1));
        await(() -> object("apps/v1", "Deployment", NAME).at("/spec/replicas").asInt() == 5);
        server.delete(API, "WebApp", "default", NAME);

        await(() -> find("apps/v1", "Deployment", NAME).isEmpty()
                && find("networking.k8s.io/v1", "Ingress", NAME).isEmpty());
        assertThat(find("v1", "Secret", NAME + "-postgresql")).isPresent();
    }

    @Test
    void should_fail_a_web_app_that_asks_for_what_is_not_possible() {
        server.create(MY_WEBAPP.replace("myapp:v1.0", "my app"));

        awaitPhase("Failed");

        assertThat(object(API, "WebApp", NAME)
                        .at("/status/conditions/0/message")
                        .asText())
                .contains("The image \"my app\"");
        assertThat(find("apps/v1", "Deployment", NAME)).isEmpty();
    }

    private void database(Consumer<ObjectNode> change) {
        server.change(
                "kubectl", API, "WebApp", "default", NAME, app -> change.accept(app.withObject("/spec/database")));
    }

    private List<String> columns() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(server.url() + "/apis/example.com/v1/namespaces/default/webapps"))
                .header("Accept", "application/json;as=Table;v=v1;g=meta.k8s.io")
                .build();
        String table = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
        return StreamSupport.stream(
                        new ObjectMapper()
                                .readTree(table)
                                .path("columnDefinitions")
                                .spliterator(),
                        false)
                .map(column -> column.path("name").asText())
                .toList();
    }

    private void awaitPhase(String phase) {
        await(() -> find(API, "WebApp", NAME)
                .filter(app -> app.at("/status/phase").asText().equals(phase))
                .isPresent());
    }

    private void await(BooleanSupplier holds) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("%s", find(API, "WebApp", NAME)).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private ObjectNode object(String apiVersion, String kind, String name) {
        return find(apiVersion, kind, name).orElseThrow(() -> new AssertionError("There is no " + kind + " " + name));
    }

    private Optional<ObjectNode> find(String apiVersion, String kind, String name) {
        return server.object(apiVersion, kind, "default", name);
    }
}
