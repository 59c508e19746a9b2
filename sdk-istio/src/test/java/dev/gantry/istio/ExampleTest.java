package dev.gantry.istio;

import static dev.gantry.TestRun.manifest;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.Image;
import dev.gantry.Port;
import dev.gantry.Stack;
import dev.gantry.Synthesis;
import dev.gantry.TestRun;
import dev.gantry.istio.traffic.DestinationRule;
import dev.gantry.istio.traffic.IstioGateway;
import dev.gantry.istio.traffic.VirtualService;
import dev.gantry.network.Service;
import dev.gantry.workload.Deployment;
import org.junit.jupiter.api.Test;

/** A program as users write theirs. */
class ExampleTest {

    private static final Port HTTP = Port.http(8080);
    private static final Port METRICS = Port.tcp("metrics", 9090);

    @Test
    void should_lead_a_part_of_the_traffic_to_the_canary() {
        Synthesis made = TestRun.of(app -> {
            Stack shop = app.stack("shop", s -> s.namespace("shop"));
            Deployment stable = shop.add(web("stable"));
            Deployment canary = shop.add(web("canary"));
            Service service = shop.add(Service.of(
                    "web", s -> s.selects(stable, canary).port(HTTP, 80).port(METRICS)));

            DestinationRule tracks = shop.add(DestinationRule.of(
                    "web", service, d -> d.subset("stable", stable).subset("canary", canary)));
            shop.add(VirtualService.of(
                    "web",
                    v -> v.host("shop.example.com")
                            .gateway(IstioGateway.existing("public").in("istio-system"))
                            .http(r -> r.to(tracks.subset(stable).port(HTTP), 90)
                                    .to(tracks.subset(canary).port(HTTP), 10)
                                    .timeout(ofSeconds(5)))));
        });

        assertThat(made.findings()).isEmpty();
        assertThat(manifest(made, "DestinationRule", "web").tree().path("spec")).hasToString("""
                {"host":"web","subsets":[{"name":"stable","labels":{"track":"stable"}},\
                {"name":"canary","labels":{"track":"canary"}}]}""");
        assertThat(manifest(made, "VirtualService", "web").tree()).hasToString("""
                {"apiVersion":"networking.istio.io/v1","kind":"VirtualService",\
                "metadata":{"name":"web","namespace":"shop"},\
                "spec":{"hosts":["shop.example.com"],"gateways":["istio-system/public"],"http":[{"route":[\
                {"destination":{"host":"web","subset":"stable","port":{"number":80}},"weight":90},\
                {"destination":{"host":"web","subset":"canary","port":{"number":80}},"weight":10}],\
                "timeout":"5s"}]}}""");
    }

    private static Deployment web(String track) {
        return Deployment.of(
                "web-" + track,
                d -> d.selector("app.kubernetes.io/name", "web")
                        .selector("track", track)
                        .container("web", Image.of("registry.example.com/web:1.4.2"), c -> c.ports(HTTP, METRICS)));
    }
}
