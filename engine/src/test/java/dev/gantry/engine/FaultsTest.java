package dev.gantry.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.bundle.BundleStack;
import dev.gantry.bundle.IndexEntry;
import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.cluster.ClusterAccess;
import dev.gantry.engine.cluster.Pace;
import dev.gantry.engine.cluster.Patience;
import dev.gantry.engine.cluster.PatientCluster;
import dev.gantry.engine.cluster.Time;
import dev.gantry.engine.desired.DesiredObject;
import dev.gantry.engine.desired.Release;
import dev.gantry.engine.desired.Selection;
import dev.gantry.engine.kubeconfig.AccessOptions;
import dev.gantry.engine.order.Ranks;
import dev.gantry.engine.progress.Event;
import dev.gantry.engine.release.history.Revision;
import dev.gantry.fake.FakeCluster;
import dev.gantry.fake.RecordedRequest;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import dev.gantry.finding.Origin;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs against a server that fails now and then: what is written is right, and nothing is deleted after a failure. */
class FaultsTest {

    private static final Duration DEADLINE = Duration.ofMinutes(2);

    private final List<Event> events = Collections.synchronizedList(new ArrayList<>());
    private final LeapingTime time = new LeapingTime();
    private FakeCluster server;
    private Cluster cluster;

    /** Goes on when it is waited for. */
    private static final class LeapingTime implements Time {
        private Duration leapt = Duration.ZERO;

        @Override
        public synchronized Instant now() {
            return Instant.now().plus(leapt);
        }

        @Override
        public synchronized void sleep(Duration duration) {
            leapt = leapt.plus(duration);
        }
    }

    @BeforeEach
    void start(@TempDir Path folder) {
        server = FakeCluster.start();
        cluster = ClusterAccess.find(
                        new AccessOptions(server.kubeconfig(folder.resolve("kubeconfig.yaml")), null, List.of(), null))
                .open(Pace.of(Time.system(), 8, 0), Duration.ofSeconds(2), Time.system());
    }

    @AfterEach
    void stop() {
        cluster.close();
        server.close();
    }

    @Test
    void should_wait_as_long_as_the_server_asks_three_times_in_a_row() {
        server.faults()
                .on(FaultsTest::writesAnObject)
                .nth(7)
                .times(3)
                .answer(429, "TooManyRequests", "slow down", Map.of("Retry-After", "4"));

        assertSucceeded(apply(twenty()));

        assertThat(retries())
                .hasSize(3)
                .allSatisfy(retry -> assertThat(retry.after()).isEqualTo(Duration.ofSeconds(4)));
        assertTwentyObjects();
    }

    @Test
    void should_succeed_after_a_server_that_was_not_available_twice() {
        server.faults().on(FaultsTest::writesAnObject).nth(5).times(2).answer(503, "ServiceUnavailable", "not now");

        assertSucceeded(apply(twenty()));

        assertThat(retries()).hasSize(2);
        assertTwentyObjects();
    }

    @Test
    void should_fail_at_the_deadline_with_what_was_applied_listed_and_nothing_deleted() {
        assertSucceeded(apply(release(configMap(0), configMap(99))));
        server.faults().on(FaultsTest::writesAnObject).nth(6).forever().answer(503, "ServiceUnavailable", "not now");
        events.clear();

        Outcome outcome = apply(options -> options.parallel(1), twenty());

        assertThat(outcome.succeeded()).isFalse();
        assertThat(codes(outcome)).containsExactly("GTY-CLU-011");
        assertThat(events.stream().filter(event -> event instanceof Event.Applied))
                .hasSize(5 + 1); // one is unchanged
        assertThat(configMaps()).as("nothing is pruned").contains("map-99");
    }

    @Test
    void should_make_one_object_each_though_connections_break_before_and_after() {
        server.faults().on(FaultsTest::writesAnObject).nth(3).times(1).resetBefore();
        server.faults().on(FaultsTest::writesAnObject).nth(9).times(1).resetAfterCommit();

        assertSucceeded(apply(twenty()));

        assertTwentyObjects();
    }

    @Test
    void should_apply_again_where_there_is_no_answer_or_a_gateway_gave_up() {
        server.faults().on(FaultsTest::writesAnObject).nth(2).times(1).hang(Duration.ofSeconds(60));
        server.faults()
                .on(FaultsTest::writesAnObject)
                .nth(4)
                .times(1)
                .answerAfterCommit(504, "Timeout", "the gateway gave up");

        assertSucceeded(apply(twenty()));

        assertTwentyObjects();
    }

    @Test
    void should_stop_without_pruning_where_credentials_are_refused_and_go_on_with_the_next_run() {
        assertSucceeded(apply(release(configMap(0), configMap(99))));
        var fault = server.faults().on(FaultsTest::writesAnObject).nth(10).forever();
        fault.answer(401, "Unauthorized", "Unauthorized");

        Outcome outcome = apply(options -> options.parallel(1), twenty());
        server.faults().clear();

        assertThat(outcome.succeeded()).isFalse();
        assertThat(codes(outcome)).containsExactly("GTY-CLU-010");
        assertThat(configMaps()).contains("map-99").hasSizeLessThan(20);
        assertSucceeded(apply(twenty()));
        assertTwentyObjects();
    }

    @Test
    void should_write_down_how_it_ended_though_the_server_is_not_available_for_a_moment() {
        server.faults()
                .on(request -> request.method().equals("PATCH") && !request.isApply() && request.isAbout("secrets"))
                .times(2)
                .answer(503, "ServiceUnavailable", "not now");

        assertSucceeded(apply(twenty()));

        Engine engine = engine(options -> {});
        assertThat(engine.history(engine.home("shop")))
                .singleElement()
                .satisfies(revision -> assertThat(revision.state()).isEqualTo(Revision.State.SUCCEEDED));
    }

    @Test
    void should_take_nothing_back_because_old_revisions_cannot_be_deleted() {
        assertSucceeded(apply(release(configMap(0))));
        server.access().forbid("delete", "secrets");

        Outcome outcome = apply(options -> options.atomic(true).historyLimit(1), release(configMap(0), configMap(1)));

        assertSucceeded(outcome);
        assertThat(outcome.findings()).isNotEmpty().noneMatch(Finding::isError);
        assertThat(configMaps()).contains("map-1");
    }

    @Test
    void should_restore_a_job_that_could_not_be_made_anew() {
        assertSucceeded(apply(release(job("one"))));
        String before = job().at("/spec/template/spec/containers/0/image").asText();
        server.faults()
                .on(request -> request.isWrite() && !request.isDryRun() && request.isAbout("jobs") && request.isApply())
                .forever()
                .answer(500, "InternalError", "no");

        Outcome outcome = apply(options -> options.recreate(Selection.ALL), release(job("two")));

        assertThat(outcome.succeeded()).isFalse();
        assertThat(codes(outcome)).containsExactly("GTY-APY-007");
        assertThat(job().at("/spec/template/spec/containers/0/image").asText()).isEqualTo(before);
        server.faults().clear();
        assertSucceeded(apply(options -> options.recreate(Selection.ALL), release(job("two"))));
    }

    @Test
    void should_say_what_is_lost_where_neither_the_new_nor_the_old_can_be_made() {
        assertSucceeded(apply(release(job("one"))));
        server.faults()
                .on(request -> request.isWrite()
                        && !request.isDryRun()
                        && request.isAbout("jobs")
                        && !request.method().equals("DELETE"))
                .forever()
                .answer(500, "InternalError", "no");

        Outcome outcome = apply(options -> options.recreate(Selection.ALL), release(job("two")));

        assertThat(codes(outcome)).containsExactly("GTY-APY-008");
        assertThat(server.object("batch/v1", "Job", "default", "once")).isEmpty();
    }

    @Test
    void should_say_once_that_credentials_are_refused_however_many_objects_there_are() {
        server.faults().on(request -> request.isDryRun()).forever().answer(401, "Unauthorized", "Unauthorized");

        List<Finding> findings = findings(() -> apply(twenty()));

        assertThat(findings).extracting(Finding::code).containsExactly("GTY-CLU-010");
    }

    @Test
    void should_destroy_a_stack_that_lives_in_a_namespace_of_its_own() {
        Release shop = release("""
                {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "shop"}}""", """
                {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "web", "namespace": "shop"}}""");
        Release own = new Release(
                shop.blueprint(),
                shop.environment(),
                new BundleStack("shop", "shop", List.of(), List.of()),
                shop.objects());
        assertSucceeded(apply(own));
        Engine engine = engine(options -> {});

        assertSucceeded(engine.destroy(List.of(engine.home(own))));

        assertThat(server.objects("v1", "Namespace"))
                .noneMatch(namespace -> namespace.at("/metadata/name").asText().equals("shop"));
        assertThat(engine.history(engine.home(own))).isEmpty();
    }

    @Test
    void should_not_prune_where_what_is_there_cannot_be_listed() {
        for (int status : new int[] {500, 403}) {
            assertSucceeded(apply(release(configMap(0), configMap(99))));
            server.faults()
                    .on(request -> request.method().equals("GET")
                            && request.isAbout("configmaps")
                            && request.parameter("labelSelector") != null)
                    .forever()
                    .answer(status, status == 403 ? "Forbidden" : "InternalError", "no");

            List<Finding> findings = findings(() -> apply(release(configMap(0))));
            server.faults().clear();

            assertThat(findings).anyMatch(Finding::isError);
            assertThat(configMaps()).contains("map-99");
            assertThat(groupKinds()).contains("ConfigMap");
        }
    }

    @Test
    void should_never_show_the_values_of_secrets_whatever_goes_wrong() {
        String secret = """
                {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "login", "namespace": "default"},
                "type": 7, "stringData": {"password": "hunter2"}}""";

        Outcome outcome = apply(release(secret));

        assertThat(outcome.succeeded()).isFalse();
        assertThat(outcome.toString() + events).doesNotContain("hunter2").doesNotContain("aHVudGVyMg");
        assertThatThrownBy(() -> {
                    throw new FindingsException(outcome.findings());
                })
                .hasMessageNotContaining("hunter2");
    }

    // ---- programs

    private static Release twenty() {
        return release(IntStream.range(0, 20).mapToObj(FaultsTest::configMap).toArray(String[]::new));
    }

    private static String configMap(int number) {
        return """
                {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "map-%d", "namespace": "default"},
                "data": {"number": "%d"}}""".formatted(number, number);
    }

    private static String job(String image) {
        return """
                {"apiVersion": "batch/v1", "kind": "Job", "metadata": {"name": "once", "namespace": "default"}, "spec": {"template":
                {"spec": {"restartPolicy": "Never", "containers": [{"name": "work", "image": "example.com/%s"}]}}}}""".formatted(image);
    }

    private static Release release(String... manifests) {
        List<DesiredObject> objects = new ArrayList<>();
        for (String manifest : manifests) {
            ObjectNode tree;
            try {
                tree = (ObjectNode) new ObjectMapper().readTree(manifest);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            ResourceId id = new ResourceId(
                    tree.path("apiVersion").asText(),
                    tree.path("kind").asText(),
                    tree.at("/metadata/namespace").asText(null),
                    tree.at("/metadata/name").asText());
            objects.add(new DesiredObject(
                    new IndexEntry(
                            id,
                            Ranks.of(id),
                            "shop",
                            "yaml/shop.yaml",
                            0,
                            "sha256:0",
                            Origin.source("com/acme/Shop.java", 31),
                            List.of(),
                            List.of()),
                    tree));
        }
        return new Release(
                "com.acme.Shop", "production", new BundleStack("shop", "default", List.of(), List.of()), objects);
    }

    // ---- runs

    private Outcome apply(Release release) {
        return apply(options -> {}, release);
    }

    private Outcome apply(Consumer<EngineOptions.Builder> options, Release release) {
        return engine(options).apply(List.of(release));
    }

    private Engine engine(Consumer<EngineOptions.Builder> options) {
        Patience patience = Patience.until(
                time.now().plus(DEADLINE),
                time,
                (action, why, after) -> events.add(new Event.Retrying(action, why, after)));
        EngineOptions chosen = EngineOptions.of(builder -> {
            builder.waits(false).tool("gantry/0.1.0").by("Ada").holder("ada@test/1");
            options.accept(builder);
        });
        return new Engine(new PatientCluster(cluster, patience), chosen, events::add, time);
    }

    private static List<Finding> findings(Supplier<Outcome> run) {
        try {
            return run.get().findings();
        } catch (FindingsException e) {
            return e.findings();
        }
    }

    private static boolean writesAnObject(RecordedRequest request) {
        return request.isApply() && !request.isDryRun() && request.isAbout("configmaps");
    }

    // ---- what came of it

    private List<Event.Retrying> retries() {
        return events.stream()
                .filter(event -> event instanceof Event.Retrying)
                .map(Event.Retrying.class::cast)
                .toList();
    }

    private ObjectNode job() {
        return server.object("batch/v1", "Job", "default", "once").orElseThrow();
    }

    private List<String> configMaps() {
        return server.objects("v1", "ConfigMap").stream()
                .map(map -> map.at("/metadata/name").asText())
                .filter(name -> name.startsWith("map-"))
                .toList();
    }

    private String groupKinds() {
        return server.object("v1", "Secret", "default", "gantry-shop")
                .orElseThrow()
                .at("/metadata/annotations/applyset.kubernetes.io~1contains-group-kinds")
                .asText();
    }

    private void assertTwentyObjects() {
        assertThat(server.objects("v1", "ConfigMap").stream()
                        .filter(map -> map.at("/metadata/name").asText().startsWith("map-"))
                        .map(map -> map.at("/metadata/name").asText() + "="
                                + map.at("/data/number").asText()))
                .containsExactlyInAnyOrder(IntStream.range(0, 20)
                        .mapToObj(i -> "map-" + i + "=" + i)
                        .toArray(String[]::new));
    }

    private static void assertSucceeded(Outcome outcome) {
        assertThat(outcome.findings()).noneMatch(Finding::isError);
        assertThat(outcome.succeeded()).isTrue();
    }

    private static List<String> codes(Outcome outcome) {
        return outcome.findings().stream().map(Finding::code).toList();
    }
}
