package dev.gantry.operator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.FakeCluster;
import dev.gantry.fake.RecordedRequest;
import dev.gantry.fake.controller.Pace;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How many reconciliations and requests so many custom resources take, and how long: made at once, changed at once, looked at again, after a restart,
 * and deleted. On the server in memory, whose time is in the figures. The number is in the property {@code shops}.
 */
class OperatorFigures {

    private static final int SHOPS = Integer.getInteger("shops", 200);

    private FakeCluster server;
    private SimpleMeterRegistry registry;

    @Test
    void measure(@TempDir Path folder) {
        System.out.println("| " + SHOPS + " custom resources | time | reconciliations | requests | writes of them |");
        System.out.println("|---|---|---|---|---|");
        server = FakeCluster.start();
        server.controllers().workloads(Pace.atOnce()).claims(Pace.atOnce());
        registry = new SimpleMeterRegistry();
        try (Life life = new Life(server.kubeconfig(folder.resolve("kubeconfig")), "shops", false)) {
            RunningOperator first = life.operator(o -> o.metrics(registry).resync(Duration.ofSeconds(1)));
            row("made", 1, () -> {
                for (int i = 0; i < SHOPS; i++) {
                    server.create(
                            "{apiVersion: example.com/v1, kind: Shop, metadata: {name: shop-" + i
                                    + ", namespace: shops}, spec: {image: 'registry.k8s.io/pause:3.10', replicas: 2, storage: true}}");
                }
            });
            row("scaled", 2, () -> each(spec -> spec.put("replicas", 3)));
            double before = reconciliations();
            row(
                    "looked at again, each three times",
                    2,
                    () -> Await.until("all are looked at", () -> "", () -> reconciliations() >= before + 3 * SHOPS));
            first.close();
            registry = new SimpleMeterRegistry();
            row("after a restart", 2, () -> {
                life.operator(o -> o.metrics(registry));
                Await.until(
                        "all are applied",
                        () -> "",
                        () -> server.requests(RecordedRequest::isApply).size() >= 3 * SHOPS);
            });
        } finally {
            server.close();
        }
    }

    private void each(java.util.function.Consumer<ObjectNode> change) {
        for (int i = 0; i < SHOPS; i++) {
            server.change(
                    "test",
                    "example.com/v1",
                    "Shop",
                    "shops",
                    "shop-" + i,
                    shop -> change.accept(shop.withObject("/spec")));
        }
    }

    private void row(String what, int generation, Runnable cause) {
        server.forgetRequests();
        double before = reconciliations();
        SimpleMeterRegistry begun = registry;
        long begin = System.nanoTime();
        cause.run();
        Await.until(
                "all run",
                () -> "",
                () -> server.objects("example.com/v1", "Shop").stream()
                        .allMatch(shop -> shop.at("/status/phase").asText().equals("Running")
                                && shop.at("/status/observedGeneration").asInt() == generation));
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "| %s | %.1f s | %d | %d | %d |%n",
                what,
                seconds,
                Math.round(reconciliations() - (registry == begun ? before : 0)),
                server.requests().size(),
                server.requests(RecordedRequest::isWrite).size());
    }

    private double reconciliations() {
        return registry.find("operator.sdk.reconciliations.started").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }
}
