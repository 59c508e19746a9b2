package dev.gantry.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.RecordedRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Many custom resources at once. */
class ManyShopsTest extends OnMemoryCluster {

    private static final int SHOPS = 200;

    @Test
    void should_make_two_hundred_at_once_with_few_requests_each() {
        try (Life life = new Life(kubeconfig, "shops", false)) {
            life.operator();
            server.forgetRequests();
            for (int i = 0; i < SHOPS; i++) {
                server.create(
                        "{apiVersion: example.com/v1, kind: Shop, metadata: {name: shop-" + i
                                + ", namespace: shops}, spec: {image: 'registry.k8s.io/pause:3.10', replicas: 2, storage: true}}");
            }

            Await.until("all run", this::phases, () -> phases().stream().allMatch(phase -> phase.equals("Running")));

            assertThat(server.objects("apps/v1", "Deployment")).hasSize(SHOPS);
            // Each object once, and a claim once more when its controller has written into its specification.
            assertThat(server.requests(RecordedRequest::isApply).stream()
                            .filter(request -> !request.path().endsWith("/status")))
                    .hasSizeBetween(4 * SHOPS, 5 * SHOPS + SHOPS / 10);
            assertThat(server.requests(request -> request.path().endsWith("/status")))
                    .hasSizeBetween(SHOPS, 3 * SHOPS);
            assertThat(server.requests().size()).isLessThan(20 * SHOPS);
        }
    }

    private List<String> phases() {
        List<String> phases = server.objects("example.com/v1", "Shop").stream()
                .map((ObjectNode shop) -> shop.at("/status/phase").asText())
                .toList();
        assertThat(phases).hasSize(SHOPS);
        return phases;
    }
}
