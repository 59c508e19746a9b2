package dev.gantry.istio.component;

import static dev.gantry.TestRun.manifest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.Image;
import dev.gantry.Lines;
import dev.gantry.Port;
import dev.gantry.Stack;
import dev.gantry.Synthesis;
import dev.gantry.TestRun;
import dev.gantry.istio.traffic.IstioGateway;
import dev.gantry.network.Service;
import dev.gantry.workload.Deployment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CanaryTest {

    private static final Port HTTP = Port.http(8080);
    private static final Port ADMIN = Port.tcp("admin", 9000);

    @Test
    void should_lead_a_part_of_the_requests_and_those_with_a_header_to_the_new_version() {
        Synthesis made = TestRun.of(app -> shop(
                app.stack("shop", s -> s.namespace("shop")),
                10,
                c -> c.port(HTTP).header("canary", "true")));

        assertThat(made.findings()).isEmpty();
        assertThat(spec(made, "DestinationRule")).isEqualTo("""
                {"host":"web","subsets":[{"name":"stable","labels":{"track":"stable"}},\
                {"name":"canary","labels":{"track":"canary"}}]}""");
        assertThat(spec(made, "VirtualService")).isEqualTo("""
                {"hosts":["web"],"http":[{"name":"canary","match":[{"headers":{"canary":{"exact":"true"}}}],\
                "route":[{"destination":{"host":"web","subset":"canary","port":{"number":80}}}]},\
                {"route":[{"destination":{"host":"web","subset":"stable","port":{"number":80}},"weight":90},\
                {"destination":{"host":"web","subset":"canary","port":{"number":80}},"weight":10}]}]}""");
    }

    @Test
    void should_take_hosts_gateways_and_options_of_its_routes() {
        Synthesis made = TestRun.of(app -> shop(
                app.stack("shop", s -> s.namespace("shop")),
                0,
                c -> c.port(ADMIN)
                        .host("shop.example.com")
                        .gateway(IstioGateway.existing("public").in("istio-system"))
                        .virtualService(v -> v.mesh())
                        .route(r -> r.timeout(Duration.ofSeconds(3)))));

        assertThat(made.findings()).isEmpty();
        assertThat(spec(made, "VirtualService")).isEqualTo("""
                {"hosts":["shop.example.com"],"gateways":["istio-system/public","mesh"],"http":[{"route":[\
                {"destination":{"host":"web","subset":"stable","port":{"number":9000}},"weight":100},\
                {"destination":{"host":"web","subset":"canary","port":{"number":9000}},"weight":0}],\
                "timeout":"3s"}]}""");
    }

    @Test
    void should_name_the_line_of_the_author_and_that_of_the_component() {
        assertThat(TestRun.of(app -> shop(app.stack("shop", s -> s.namespace("shop")), 120, c -> {}))
                        .findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("GTY-VAL-007");
                    assertThat(finding.origin()).hasToString(Lines.fill(CanaryTest.class, "@canary"));
                    assertThat(finding.related())
                            .anySatisfy(line -> assertThat(line.origin().path())
                                    .isEqualTo("dev/gantry/istio/component/Canary.java"));
                });
    }

    @Test
    void should_find_null_and_a_builder_that_is_used_after_its_block() {
        assertThat(TestRun.of(app -> {
                            List<Canary.Builder> kept = new ArrayList<>();
                            shop(app.stack("shop", s -> s.namespace("shop")), 10, c -> kept.add(c.port(null)));
                            kept.get(0).header("canary", "true");
                        })
                        .findings())
                .extracting(finding -> finding.code())
                .containsExactly("GTY-VAL-001", "GTY-PRG-001");
    }

    private static void shop(Stack stack, int percentage, Consumer<Canary.Builder> options) {
        Deployment stable = stack.add(web("stable"));
        Deployment canary = stack.add(web("canary"));
        Service service = stack.add(
                Service.of("web", s -> s.selects(stable, canary).port(HTTP, 80).port(ADMIN)));
        stack.add(Canary.of("web", service, stable, canary, percentage, options)); // @canary
    }

    private static Deployment web(String track) {
        return Deployment.of(
                "web-" + track,
                d -> d.selector("app", "web")
                        .selector("track", track)
                        .container("web", Image.of("registry.example.com/web:1"), c -> c.ports(HTTP, ADMIN)));
    }

    private static String spec(Synthesis made, String kind) {
        return manifest(made, kind, "web").tree().path("spec").toString();
    }
}
