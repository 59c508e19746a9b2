package dev.gantry.engine;

import static org.assertj.core.api.Assertions.assertThat;

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
import dev.gantry.engine.kubeconfig.AccessOptions;
import dev.gantry.engine.order.Ranks;
import dev.gantry.engine.progress.Event;
import dev.gantry.engine.progress.Progress;
import dev.gantry.fake.FakeCluster;
import dev.gantry.fake.RecordedRequest;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import dev.gantry.finding.Origin;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * What all tests of faults share: a server that fails as it is told to, a clock that nobody waits for, and programs for the stack
 * {@code shop} in the namespace {@code default}.
 */
abstract class Faults {

    private static final Duration DEADLINE = Duration.ofMinutes(2);

    final List<Event> events = Collections.synchronizedList(new ArrayList<>());
    final LeapingTime time = new LeapingTime();
    FakeCluster server;
    private Cluster cluster;

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

    // ---- programs

    static Release twenty() {
        return release(IntStream.range(0, 20).mapToObj(Faults::configMap).toArray(String[]::new));
    }

    static String configMap(int number) {
        return """
                {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "map-%d", "namespace": "default"},
                "data": {"number": "%d"}}""".formatted(number, number);
    }

    static String job(String image) {
        return """
                {"apiVersion": "batch/v1", "kind": "Job", "metadata": {"name": "once", "namespace": "default"}, "spec": {"template":
                {"spec": {"restartPolicy": "Never", "containers": [{"name": "work", "image": "example.com/%s"}]}}}}""".formatted(image);
    }

    static Release release(String... manifests) {
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

    final Outcome apply(Release release) {
        return apply(options -> {}, release);
    }

    final Outcome apply(Consumer<EngineOptions.Builder> options, Release release) {
        return engine(options).apply(List.of(release));
    }

    final Engine engine(Consumer<EngineOptions.Builder> options) {
        return engine(options, events::add);
    }

    final Engine engine(Consumer<EngineOptions.Builder> options, Progress progress) {
        Patience patience = Patience.until(
                time.now().plus(DEADLINE),
                time,
                (action, why, after) -> events.add(new Event.Retrying(action, why, after)));
        EngineOptions chosen = EngineOptions.of(builder -> {
            builder.waits(false).tool("gantry/0.1.0").by("Ada").holder("ada@test/1");
            options.accept(builder);
        });
        return new Engine(new PatientCluster(cluster, patience), chosen, progress, time);
    }

    static List<Finding> findings(Supplier<Outcome> run) {
        try {
            return run.get().findings();
        } catch (FindingsException e) {
            return e.findings();
        }
    }

    static boolean writesAnObject(RecordedRequest request) {
        return request.isApply() && !request.isDryRun() && request.isAbout("configmaps");
    }

    // ---- what came of it

    final List<Event.Retrying> retries() {
        return events.stream()
                .filter(event -> event instanceof Event.Retrying)
                .map(Event.Retrying.class::cast)
                .toList();
    }

    final ObjectNode job() {
        return server.object("batch/v1", "Job", "default", "once").orElseThrow();
    }

    final List<String> configMaps() {
        return server.objects("v1", "ConfigMap").stream()
                .map(map -> map.at("/metadata/name").asText())
                .filter(name -> name.startsWith("map-"))
                .toList();
    }

    final String groupKinds() {
        return server.object("v1", "Secret", "default", "gantry-shop")
                .orElseThrow()
                .at("/metadata/annotations/applyset.kubernetes.io~1contains-group-kinds")
                .asText();
    }

    final void assertTwentyObjects() {
        assertThat(server.objects("v1", "ConfigMap").stream()
                        .filter(map -> map.at("/metadata/name").asText().startsWith("map-"))
                        .map(map -> map.at("/metadata/name").asText() + "="
                                + map.at("/data/number").asText()))
                .containsExactlyInAnyOrder(IntStream.range(0, 20)
                        .mapToObj(i -> "map-" + i + "=" + i)
                        .toArray(String[]::new));
    }

    static void assertSucceeded(Outcome outcome) {
        assertThat(outcome.findings()).noneMatch(Finding::isError);
        assertThat(outcome.succeeded()).isTrue();
    }

    static List<String> codes(Outcome outcome) {
        return outcome.findings().stream().map(Finding::code).toList();
    }
}
