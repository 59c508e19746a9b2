package dev.gantry.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.App;
import dev.gantry.engine.cluster.ApiFailure;
import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.cluster.ClusterAccess;
import dev.gantry.engine.cluster.Pace;
import dev.gantry.engine.cluster.Patience;
import dev.gantry.engine.cluster.PatientCluster;
import dev.gantry.engine.desired.Release;
import dev.gantry.engine.kubeconfig.AccessOptions;
import dev.gantry.engine.problem.FailureFindings;
import dev.gantry.engine.progress.Progress;
import dev.gantry.fake.FakeCluster;
import dev.gantry.fake.RecordedRequest;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import dev.gantry.findings.Scene;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A cluster in memory, programs that are brought to it, and what is found meanwhile. */
public final class ExampleCluster implements Scene {

    private static final String SHOWN = "shop.example.com:6443";
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private final Path folder;
    private final FakeCluster server = FakeCluster.start();
    private final LeapingTime time = new LeapingTime();
    private final List<Finding> findings = new ArrayList<>();
    private EngineOptions options =
            EngineOptions.of(o -> o.parallel(1).by("ada").holder("ada@build-7/4711"));
    private String environment = Programs.ENVIRONMENT;
    private int bundles;
    private @Nullable Engine engine;

    /** A cluster with the usual namespaces. */
    public ExampleCluster(Path folder) {
        this.folder = folder;
        server.kubeconfig(folder.resolve("kubeconfig"));
    }

    /** Others have made these objects already. */
    void has(String manifests) {
        for (String manifest : manifests.split("(?m)^---\n", -1)) {
            server.create(manifest);
        }
    }

    /** Others have installed the definition of a kind of {@code example.com/v1}. */
    void defines(String kind, String plural) {
        String definition = """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: %2$s.example.com}
                spec:
                  group: example.com
                  scope: Namespaced
                  names: {kind: %1$s, plural: %2$s, singular: %3$s, listKind: %1$sList}
                  versions:
                  - name: v1
                    served: true
                    storage: true
                    schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
                """.formatted(kind, plural, kind.toLowerCase(Locale.ROOT));
        URI definitions = URI.create(server.url() + "/apis/apiextensions.k8s.io/v1/customresourcedefinitions");
        HttpRequest request = HttpRequest.newBuilder(definitions)
                .header("Content-Type", "application/yaml")
                .POST(HttpRequest.BodyPublishers.ofString(definition))
                .build();
        int status = HttpClient.newHttpClient()
                .sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .join()
                .statusCode();
        if (status != 201) {
            throw new AssertionError("The definition was answered with " + status);
        }
    }

    /** Somebody changes an object of the namespace {@code default}. */
    void edit(String apiVersion, String kind, String name, Consumer<ObjectNode> change) {
        server.change("kubectl-edit", apiVersion, kind, "default", name, change);
    }

    /** Somebody deletes an object of the namespace {@code default}. */
    void delete(String apiVersion, String kind, String name) {
        server.delete(apiVersion, kind, "default", name);
    }

    /** Somebody deletes a namespace. */
    void deleteNamespace(String name) {
        server.delete("v1", "Namespace", "", name);
    }

    /** Nobody may do this any more. */
    void forbid(String verb, String resource) {
        server.access().forbid(verb, resource);
    }

    /** Only who has a token is answered. */
    void wantsToken() {
        server.access().accept("the-token-of-ada");
    }

    /** The server refuses what matches. */
    void refuses(Predicate<RecordedRequest> what, int status, String reason, String message) {
        server.faults().on(what).forever().answer(status, reason, message);
    }

    /** Something happens just before the first request that matches is carried out. */
    void before(Predicate<RecordedRequest> request, Runnable event) {
        server.faults().on(request).after(event);
    }

    /** Something happens just after the first request that matches was carried out. */
    void after(Predicate<RecordedRequest> request, Runnable event) {
        server.faults().on(request).before(event);
    }

    /** A controller sets this status, as soon as an object is there. */
    void reports(String apiVersion, String kind, String name, Consumer<ObjectNode> status) {
        after(
                request ->
                        request.isApply() && request.isWrite() && request.path().endsWith("/" + name),
                () -> server.changeStatus(
                        "controller",
                        apiVersion,
                        kind,
                        "default",
                        name,
                        live -> status.accept(live.withObject("/status"))));
    }

    /** Another run works on the stack {@code shop}, and renews its lock whenever somebody looks. */
    void isDeployedBy(String holder) {
        has("""
                apiVersion: coordination.k8s.io/v1
                kind: Lease
                metadata: {name: gantry-shop, namespace: default}
                spec:
                  holderIdentity: %s
                  leaseDurationSeconds: 30
                  acquireTime: "2026-05-04T10:20:55.000000Z"
                  renewTime: "2026-05-04T10:21:05.000000Z"
                """.formatted(holder));
        server.faults()
                .on(request -> request.isAbout("leases"))
                .forever()
                .before(() -> edit(
                        "coordination.k8s.io/v1",
                        "Lease",
                        "gantry-shop",
                        lease -> lease.withObject("/spec")
                                .put("renewTime", time.now().toString().replace("Z", ".000000Z"))));
    }

    /** Time passes. */
    void pass(Duration duration) {
        time.leap(duration);
    }

    /** The cluster is switched off. */
    void stop() {
        server.close();
    }

    /** Somebody presses Ctrl+C. */
    void interrupt() {
        if (engine != null) {
            engine.stop();
        }
    }

    /** With these options. */
    ExampleCluster with(Consumer<EngineOptions.Builder> choices) {
        options = options.with(choices);
        return this;
    }

    /** For this environment. */
    ExampleCluster in(String name) {
        environment = name;
        return this;
    }

    /** The program was applied before, and all went well. It is not waited for, since the cluster has no controllers. */
    void deployed(Consumer<App> program) {
        EngineOptions chosen = options;
        options = chosen.with(o -> o.waits(false));
        List<Finding> found = run(engine -> engine.apply(releases(program)).findings());
        options = chosen;
        if (found.stream().anyMatch(Finding::isError)) {
            throw new AssertionError(found);
        }
    }

    /** Applies a program. */
    void apply(Consumer<App> program) {
        findings.addAll(run(engine -> engine.apply(releases(program)).findings()));
    }

    /** Applies the manifests of a bundle that somebody has edited. */
    void applyEdited(String manifests) {
        findings.addAll(
                run(engine -> engine.apply(List.of(Programs.edited(manifests))).findings()));
    }

    /** Goes back to a revision of the stack {@code shop}. */
    void rollback(int revision) {
        findings.addAll(
                run(engine -> engine.rollback(engine.home("shop"), revision).findings()));
    }

    private List<Release> releases(Consumer<App> program) {
        bundles++;
        return Programs.releases(folder.resolve("bundle-" + bundles), program).stream()
                .map(release -> new Release(release.blueprint(), environment, release.stack(), release.objects()))
                .toList();
    }

    private List<Finding> run(Function<Engine, List<Finding>> work) {
        AccessOptions access = new AccessOptions(folder.resolve("kubeconfig"), null, List.of(), null);
        Patience patience = new Patience(time, time.now().plus(TIMEOUT), () -> 0.5, (action, why, wait) -> {});
        try (Cluster cluster = new PatientCluster(
                ClusterAccess.find(access).open(Pace.of(time, 8, 0), ClusterAccess.REQUEST_LIMIT, time), patience)) {
            Engine made = new Engine(cluster, options, Progress.silent(), time);
            engine = made;
            return work.apply(made);
        } catch (FindingsException e) {
            return e.findings();
        } catch (ApiFailure e) {
            return FailureFindings.of(e);
        }
    }

    /** As they are shown, without where the server happens to listen. */
    @Override
    public List<Finding> findings() {
        String address = server.url().substring("http://".length());
        return findings.stream()
                .map(finding -> new Finding(
                        finding.code(),
                        finding.severity(),
                        finding.environment(),
                        finding.stack(),
                        finding.resource(),
                        finding.field(),
                        finding.origin(),
                        finding.message().replace(address, SHOWN),
                        finding.hint().replace(address, SHOWN),
                        finding.related(),
                        finding.reason()))
                .toList();
    }

    @Override
    public void close() {
        server.close();
    }
}
