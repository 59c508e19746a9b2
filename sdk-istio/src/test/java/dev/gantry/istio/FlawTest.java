package dev.gantry.istio;

import static dev.gantry.TestRun.findings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.Port;
import dev.gantry.extension.Resource;
import dev.gantry.istio.security.AuthorizationPolicy;
import dev.gantry.istio.security.AuthorizationRule;
import dev.gantry.istio.security.MutualTlsMode;
import dev.gantry.istio.security.PeerAuthentication;
import dev.gantry.istio.telemetry.Telemetry;
import dev.gantry.istio.traffic.DestinationRule;
import dev.gantry.istio.traffic.IstioGateway;
import dev.gantry.istio.traffic.IstioProtocol;
import dev.gantry.istio.traffic.RouteDestination;
import dev.gantry.istio.traffic.ServiceEntry;
import dev.gantry.istio.traffic.Sidecar;
import dev.gantry.istio.traffic.StringMatch;
import dev.gantry.istio.traffic.VirtualService;
import dev.gantry.network.Service;
import dev.gantry.workload.Deployment;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Values that Istio does not take. */
class FlawTest {

    private static final RouteDestination WEB = RouteDestination.of(Service.existing("web"));

    @Test
    void should_reject_percentages_out_of_range() {
        assertThat(found(Telemetry.of("traces", t -> t.tracing(r -> r.randomSamplingPercentage(100.5)))))
                .containsExactly("GTY-VAL-007 spec.tracing[0].randomSamplingPercentage 100.5 is out of range.");
        assertThat(found(VirtualService.of(
                        "web", v -> v.host("a.example.com").http(r -> r.to(WEB).mirror(WEB, -1)))))
                .containsExactly("GTY-VAL-007 spec.http[0].mirrorPercentage.value -1 is out of range.");
        assertThat(found(DestinationRule.forHost(
                        "web",
                        "web",
                        d -> d.trafficPolicy(t -> t.loadBalancer(l -> l.warmup(Duration.ofSeconds(5), 10, 0.5))))))
                .containsExactly("GTY-VAL-007 spec.trafficPolicy.loadBalancer.warmup.aggression 0.5 is out of range.");
    }

    @Test
    void should_reject_pods_whose_labels_are_not_known() {
        Deployment pay = Deployment.existing("pay");
        String unknown = " The labels of the pods of Deployment pay are not known, so this stands for every pod.";
        assertThat(Stream.of(
                                AuthorizationPolicy.of("pay", a -> a.selects(pay)),
                                VirtualService.of(
                                        "web",
                                        v -> v.host("a.example.com")
                                                .http(r -> r.match(m -> m.source(pay))
                                                        .to(WEB))),
                                DestinationRule.forHost(
                                        "web", "web", d -> d.selects(pay).subset("v1", pay)),
                                IstioGateway.of("edge", g -> g.selects(pay)),
                                Sidecar.of("pay", s -> s.selects(pay)))
                        .flatMap(resource -> found(resource).stream())
                        .filter(found -> found.startsWith("GTY-VAL")))
                .containsExactly(
                        "GTY-VAL-012 spec.selector.matchLabels" + unknown,
                        "GTY-VAL-012 spec.http[0].match[0].sourceLabels" + unknown,
                        "GTY-VAL-012 spec.workloadSelector.matchLabels" + unknown,
                        "GTY-VAL-012 spec.subsets[0].labels" + unknown,
                        "GTY-VAL-012 spec.selector" + unknown,
                        "GTY-VAL-012 spec.workloadSelector.labels" + unknown);
    }

    @Test
    void should_write_whole_percentages_without_a_fraction() {
        assertThat(IstioNumber.percent(10).toJson()).hasToString("10");
        assertThat(IstioNumber.percent(0.25).toJson()).hasToString("0.25");
    }

    @Test
    void should_reject_durations_that_istio_does_not_take() {
        assertThat(found(VirtualService.of(
                        "web",
                        v -> v.host("a.example.com")
                                .http(r -> r.to(WEB)
                                        .timeout(Duration.ofNanos(1_500))
                                        .retries(1, t -> t.perTryTimeout(Duration.ZERO))))))
                .containsExactly(
                        "GTY-VAL-008 spec.http[0].timeout PT0.0000015S is not a whole number of milliseconds.",
                        "GTY-VAL-008 spec.http[0].retries.perTryTimeout PT0S is out of range.");
    }

    @Test
    void should_reject_texts_of_another_form() {
        assertThat(found(VirtualService.of(
                        "web",
                        v -> v.host("Shop_1")
                                .http(r -> r.match(m -> m.uri(StringMatch.exact("")))
                                        .redirect(t -> t.scheme("ftp").redirectCode(200))))))
                .containsExactly(
                        "GTY-VAL-009 spec.hosts[0] \"Shop_1\" has upper-case letters.",
                        "GTY-VAL-009 spec.http[0].match[0].uri.exact \"\" is empty.",
                        "GTY-VAL-009 spec.http[0].redirect.scheme \"ftp\" is not a scheme.",
                        "GTY-VAL-007 spec.http[0].redirect.redirectCode 200 is out of range.");
        assertThat(found(DestinationRule.forHost("web", "web", d -> d.subset("v1.2", s -> s.label("a", "b")))))
                .containsExactly("GTY-VAL-009 spec.subsets[0].name \"v1.2\" has the character '.'.");
    }

    @Test
    void should_reject_places_as_priorities_of_zone_aware_load_balancing() {
        assertThat(found(DestinationRule.forHost(
                        "web",
                        "web",
                        d -> d.trafficPolicy(t -> t.loadBalancer(l ->
                                        l.zoneAware(z -> z.failoverPriority("topology.kubernetes.io/zone", "version")))
                                .outlierDetection(o -> o.outlierDetectionHttpErrorCodes(99))))))
                .containsExactly(
                        "GTY-VAL-009 spec.trafficPolicy.loadBalancer.zoneAwareLbSetting.failoverPriority"
                                + " \"topology.kubernetes.io/zone\" is a place, which zone-aware load balancing looks at by"
                                + " itself.",
                        "GTY-VAL-007 spec.trafficPolicy.outlierDetection.outlierDetectionHttpErrorCodes[0] 99 is out of range.");
    }

    @Test
    void should_reject_paths_and_methods_that_no_request_has() {
        assertThat(found(policy(r -> r.to(o -> o.paths("api/*", "/api/*/users", "/api/.*", "/a/{*}/b*")
                        .notPaths("/a", "*/b", "/c/*", "*", "/d/{*}/e/{**}", "/index.*", "/.*")
                        .methods("get", "GTE", "G*T")
                        .notMethods("GET", "PROPFIND", "P*", "*")))))
                .containsExactly(
                        "GTY-VAL-009 spec.rules[0].to[0].operation.paths[0] \"api/*\" does not begin with /, as every path"
                                + " does.",
                        "GTY-VAL-009 spec.rules[0].to[0].operation.paths[1] \"/api/*/users\" has '*' at another place than"
                                + " one end, where it stands for itself.",
                        "GTY-VAL-009 spec.rules[0].to[0].operation.paths[2] \"/api/.*\" looks like a regular expression,"
                                + " which is not known here.",
                        "GTY-VAL-009 spec.rules[0].to[0].operation.paths[3] \"/a/{*}/b*\" has '*' beside {*} or {**}.",
                        "GTY-VAL-009 spec.rules[0].to[0].operation.methods[0] \"get\" has lower-case letters, but methods"
                                + " are compared with their case.",
                        "GTY-VAL-009 spec.rules[0].to[0].operation.methods[1] \"GTE\" is no HTTP method.",
                        "GTY-VAL-009 spec.rules[0].to[0].operation.methods[2] \"G*T\" has '*' at another place than one"
                                + " end, where it stands for itself.");
    }

    @Test
    void should_reject_principals_and_blocks_of_another_form() {
        assertThat(found(policy(r -> r.from(f -> f.principals(
                                "spiffe://cluster.local/ns/shop/sa/web",
                                "cluster.local/ns/shop/web",
                                "shop/web",
                                "*/ns/shop/*")
                        .notPrincipals("*", "cluster.local/ns/shop/*", "*/sa/web", "example.org/client")
                        .ipBlocks("10.0.0.0/33", "10.0.0.0/8", "10.0.0.300")))))
                .containsExactly(
                        "GTY-VAL-009 spec.rules[0].from[0].source.principals[0] \"spiffe://cluster.local/ns/shop/sa/web\""
                                + " begins with spiffe://, which Istio writes before it itself.",
                        "GTY-VAL-009 spec.rules[0].from[0].source.principals[1] \"cluster.local/ns/shop/web\" is not the"
                                + " principal of a ServiceAccount.",
                        "GTY-VAL-009 spec.rules[0].from[0].source.principals[2] \"shop/web\" is not the principal of a"
                                + " ServiceAccount.",
                        "GTY-VAL-009 spec.rules[0].from[0].source.principals[3] \"*/ns/shop/*\" has '*' at another place"
                                + " than one end, where it stands for itself.",
                        "GTY-VAL-009 spec.rules[0].from[0].source.ipBlocks[0] \"10.0.0.0/33\" is not a block of IP"
                                + " addresses.",
                        "GTY-VAL-009 spec.rules[0].from[0].source.ipBlocks[2] \"10.0.0.300\" is not an IP address.");
    }

    @Test
    void should_reject_conditions_that_istio_does_not_know() {
        assertThat(findings(app -> app.stack("shop", s -> s.namespace("shop"))
                        .add(policy(r -> r.when("request.header[x-token]", "a")
                                .when("request.headers", "a")
                                .when("source.ns", "shop")
                                .when("destination.port", "80x")
                                .whenNot("source.ip", "10.0.0.300")
                                .when("request.auth.claims[a][b]", "c")
                                .when("source.trustDomain", "cluster.local")
                                .when("experimental.envoy.filters.network.mysql_proxy[db.table]", "[update]")
                                .when("destination.port", "8080")))))
                .extracting(f -> f.field() + " " + f.message() + " " + f.hint())
                .containsExactly(
                        "spec.rules[0].when[0].key \"request.header[x-token]\" is not an attribute that Istio knows. Did"
                                + " you mean \"request.headers[x-token]\"?",
                        "spec.rules[0].when[1].key \"request.headers\" is not an attribute that Istio knows. Did you mean"
                                + " \"request.headers[name]\"?",
                        "spec.rules[0].when[2].key \"source.ns\" is not an attribute that Istio knows. Did you mean"
                                + " \"source.namespace\"?",
                        "spec.rules[0].when[3].values[0] \"80x\" is not the number of a port. Give the number of a port: 1"
                                + " to 65535.",
                        "spec.rules[0].when[4].notValues[0] \"10.0.0.300\" is not an IP address. Give an address such as"
                                + " 192.0.2.7, or a block such as 192.0.2.0/24.");
    }

    @Test
    void should_reject_expressions_that_are_none_to_java_and_re2() {
        assertThat(found(VirtualService.of(
                        "web",
                        v -> v.host("a.example.com")
                                .http(r -> r.match(m -> m.uri(StringMatch.regex("/a(b")))
                                        .match(m -> m.uri(StringMatch.regex("*")))
                                        .match(m -> m.uri(StringMatch.regex("/(?P<id>a{)[[]")))
                                        .match(m -> m.uri(StringMatch.regex("/a/{id}")))
                                        .to(WEB)))))
                .containsExactly(
                        "GTY-VAL-009 spec.http[0].match[0].uri.regex \"/a(b\" is not a regular expression: Unclosed"
                                + " group.",
                        "GTY-VAL-009 spec.http[0].match[1].uri.regex \"*\" is not a regular expression: Dangling meta"
                                + " character '*'.");
    }

    @Test
    void should_reject_ports_that_are_not_there_or_are_none() {
        ServiceEntry outside =
                ServiceEntry.of("outside", "a.example.org", e -> e.port(Port.http(80), IstioProtocol.HTTP));
        assertThat(findings(app -> {
                    var shop = app.stack("shop", s -> s.namespace("shop"));
                    shop.add(outside);
                    shop.add(VirtualService.of(
                            "web", v -> v.host(outside).http(r -> r.to(outside, Port.tcp("admin", 9000)))));
                }))
                .extracting(f -> f.code() + " " + f.message())
                .containsExactly("GTY-VAL-006 ServiceEntry outside has no port admin (9000/TCP).");
        assertThat(found(PeerAuthentication.of(
                        "web", p -> p.selector("app", "web").portLevelMtls(Port.http(0), MutualTlsMode.STRICT))))
                .containsExactly("GTY-VAL-006 spec.portLevelMtls.0 The port number 0 is out of range.");
    }

    @Test
    void should_find_null_instead_of_throwing() {
        assertThat(found(VirtualService.of("web", v -> v.host((Service) null).http(r -> r.to(WEB)))))
                .containsExactly("GTY-VAL-001 spec.hosts A value is needed here, but null was given.");
        assertThat(found(DestinationRule.of("web", null, d -> {})))
                .contains("GTY-VAL-001 spec.host A value is needed here, but null was given.");
        assertThat(found(Telemetry.of("traces", t -> t.tracing(r -> r.providers(ExtensionProvider.existing(null))))))
                .contains("GTY-VAL-001 spec.tracing[0].providers[0].name A value is needed here, but null was given.");
    }

    private static AuthorizationPolicy policy(Consumer<AuthorizationRule> rule) {
        return AuthorizationPolicy.of("web", a -> a.rule(rule));
    }

    private static List<String> found(Resource resource) {
        return findings(app -> app.stack("shop", s -> s.namespace("shop")).add(resource)).stream()
                .map(f -> f.code() + " " + f.field() + " " + f.message())
                .toList();
    }
}
