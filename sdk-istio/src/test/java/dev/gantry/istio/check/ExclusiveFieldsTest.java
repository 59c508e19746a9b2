package dev.gantry.istio.check;

import static dev.gantry.TestRun.findings;
import static dev.gantry.TestRun.report;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.gantry.App;
import dev.gantry.Lines;
import dev.gantry.Port;
import dev.gantry.Stack;
import dev.gantry.config.Secret;
import dev.gantry.extension.Resource;
import dev.gantry.istio.security.AuthorizationPolicy;
import dev.gantry.istio.security.RequestAuthentication;
import dev.gantry.istio.telemetry.Telemetry;
import dev.gantry.istio.traffic.DestinationRule;
import dev.gantry.istio.traffic.IstioGateway;
import dev.gantry.istio.traffic.IstioProtocol;
import dev.gantry.istio.traffic.LoadBalancerAlgorithm;
import dev.gantry.istio.traffic.ServerTlsMode;
import dev.gantry.istio.traffic.ServiceEntry;
import dev.gantry.istio.traffic.ServiceEntryResolution;
import dev.gantry.istio.traffic.Sidecar;
import dev.gantry.network.Service;
import dev.gantry.raw.Raw;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExclusiveFieldsTest {

    private static final Service WAYPOINT = Service.existing("waypoint");
    private static final Port SQL = Port.tcp("sql", 3306);

    @Test
    void should_reject_a_policy_for_pods_and_for_a_target() {
        assertThat(report(app -> app.stack("shop").add(AuthorizationPolicy.of("web", a -> {
                    a.selector("app", "web"); // @selector
                    a.targetRef(WAYPOINT); // @target
                    a.rule(r -> r.from(f -> f.ipBlocks("192.0.2.7")));
                }))))
                .isEqualTo(Lines.fill(ExclusiveFieldsTest.class, """
                        error GTY-IST-019 @target AuthorizationPolicy web spec.targetRefs
                          Only one of selector and targetRefs can be set.
                          hint: Leave all but one of them out, or make an object of each.
                          @selector: selector is set here
                        """));
        assertThat(found(RequestAuthentication.of(
                        "web", a -> a.selector("app", "web").targetRef(WAYPOINT))))
                .containsExactly("GTY-IST-019 spec.targetRefs Only one of selector and targetRefs can be set.");
        assertThat(found(Telemetry.of("web", t -> t.selector("app", "web").targetRef(WAYPOINT))))
                .containsExactly("GTY-IST-019 spec.targetRefs Only one of selector and targetRefs can be set.");
        assertThat(found(Telemetry.of("web", t -> t.targetRef(WAYPOINT)))).isEmpty();
    }

    @Test
    void should_reject_two_places_of_keys_and_of_certificates() {
        assertThat(found(RequestAuthentication.of(
                        "web",
                        a -> a.jwtRule("a", j -> j.jwks("{}"))
                                .jwtRule(
                                        "b",
                                        j -> j.jwksUri("https://b.example.com").jwks("{}")))))
                .containsExactly("GTY-IST-019 spec.jwtRules[1].jwks Only one of jwksUri and jwks can be set.");
        Secret one = Secret.existing("one");
        assertThat(found(IstioGateway.of(
                        "edge",
                        g -> g.server(
                                "tls",
                                443,
                                IstioProtocol.TLS,
                                s -> s.host("a.example.com")
                                        .tls(
                                                ServerTlsMode.SIMPLE,
                                                t -> t.credential(one).credentials(one, Secret.existing("two")))))))
                .contains("GTY-IST-019 spec.servers[0].tls.credentialNames Only one of credentialName and"
                        + " credentialNames can be set.");
        assertThat(found(Sidecar.of(
                        "web",
                        s -> s.ingress(
                                SQL,
                                IstioProtocol.TCP,
                                i -> i.defaultEndpoint("127.0.0.1:3306")
                                        .tls(
                                                ServerTlsMode.SIMPLE,
                                                t -> t.credential(one).tlsCertificate("/crt", "/key"))))))
                .contains("GTY-IST-019 spec.ingress[0].tls.tlsCertificates Only one of credentialName and"
                        + " tlsCertificates can be set.");
    }

    @Test
    void should_reject_two_ways_to_balance() {
        assertThat(found(DestinationRule.of(
                        "web",
                        WAYPOINT,
                        d -> d.trafficPolicy(p -> p.loadBalancer(l -> l.simple(LoadBalancerAlgorithm.RANDOM)
                                .consistentHash(h -> h.httpHeaderName("x-user").useSourceIp()))))))
                .containsExactly(
                        "GTY-IST-019 spec.trafficPolicy.loadBalancer.consistentHash Only one of simple and"
                                + " consistentHash can be set.",
                        "GTY-IST-019 spec.trafficPolicy.loadBalancer.consistentHash.useSourceIp Only one of"
                                + " httpHeaderName and useSourceIp can be set.");
        assertThat(found(DestinationRule.of(
                        "web",
                        WAYPOINT,
                        d -> d.trafficPolicy(
                                p -> p.loadBalancer(l -> l.consistentHash(h -> h.httpHeaderName("x-user")))))))
                .isEmpty();
    }

    @Test
    void should_look_into_maps_and_raw_objects() {
        assertThat(found(raw("""
                        apiVersion: networking.istio.io/v1
                        kind: VirtualService
                        metadata: {name: web}
                        spec:
                          hosts: [web]
                          http:
                          - match: [{headers: {x-user: {exact: a, prefix: b}, x-team: {exact: a}}}]
                            route: [{destination: {host: web}}]
                        """)))
                .containsExactly("GTY-IST-019 spec.http[0].match[0].headers.x-user.prefix Only one of exact and prefix"
                        + " can be set.");
    }

    @Test
    void should_compare_sides_of_several_fields() {
        assertThat(found(raw("""
                        apiVersion: security.istio.io/v1
                        kind: AuthorizationPolicy
                        metadata: {name: web}
                        spec:
                          rules:
                          - from:
                            - source: {principals: ["*/x"], notPrincipals: ["*/y"], namespaces: [a]}
                            - source: {serviceAccounts: ["a/b"], namespaces: [a]}
                        """)))
                .contains("GTY-IST-019 spec.rules[0].from[1].source.namespaces Only one of serviceAccounts and"
                        + " namespaces can be set.")
                .hasSize(1);
    }

    @Test
    void should_reject_endpoints_that_do_not_go_with_the_resolution() {
        assertThat(report(app -> {
                    Stack shop = app.stack("shop");
                    shop.add(ServiceEntry.of("db", "db.example.com", e -> {
                        e.port(SQL, IstioProtocol.TCP);
                        e.endpoint("192.0.2.7"); // @endpoint
                    }));
                }))
                .isEqualTo(Lines.fill(ExclusiveFieldsTest.class, """
                        error GTY-IST-020 @endpoint ServiceEntry db spec.endpoints
                          The resolution is NONE, the default, which has no endpoints.
                          hint: Call resolution(ServiceEntryResolution.STATIC), or DNS for names.
                        """));
        assertThat(entry(ServiceEntryResolution.STATIC, "192.0.2.7", "192.0.2.8"))
                .isEmpty();
        assertThat(entry(ServiceEntryResolution.DNS_ROUND_ROBIN, "a.example.com"))
                .isEmpty();
        assertThat(entry(ServiceEntryResolution.DNS_ROUND_ROBIN, "a.example.com", "b.example.com"))
                .containsExactly("GTY-IST-020 spec.endpoints[1] The resolution DNS_ROUND_ROBIN has one endpoint at"
                        + " most, and here are 2.");
    }

    @Test
    void should_reject_blocks_that_are_to_be_looked_up_and_ports_twice() {
        assertThat(found(ServiceEntry.of(
                        "db",
                        "db.example.com",
                        e -> e.resolution(ServiceEntryResolution.DNS)
                                .addresses("192.0.2.7", "192.0.2.0/24")
                                .port(SQL, IstioProtocol.TCP)
                                .port(Port.tcp("other", 3306), IstioProtocol.TCP))))
                .containsExactlyInAnyOrder(
                        "GTY-IST-020 spec.addresses[1] The block 192.0.2.0/24 does not go with the resolution DNS.",
                        "GTY-IST-020 spec.ports[1].number There is another port with the number 3306.");
        assertThat(found(ServiceEntry.of(
                        "db", "db.example.com", e -> e.addresses("192.0.2.0/24").port(SQL, IstioProtocol.TCP))))
                .isEmpty();
    }

    @Test
    void should_reject_sockets_with_ports_and_a_host_for_all() {
        assertThat(entry(ServiceEntryResolution.STATIC, "unix:///run/db.sock", "unix://@db"))
                .isEmpty();
        assertThat(entry(ServiceEntryResolution.STATIC, "unix://run/db.sock"))
                .containsExactly("GTY-IST-020 spec.endpoints[0].address The address unix://run/db.sock is not that of a"
                        + " socket.");
        assertThat(found(raw("""
                        apiVersion: networking.istio.io/v1
                        kind: ServiceEntry
                        metadata: {name: web}
                        spec:
                          hosts: ["*"]
                          resolution: STATIC
                          endpoints: [{address: "unix:///a", ports: {sql: 1}}]
                        """)))
                .containsExactlyInAnyOrder(
                        "GTY-IST-020 spec.hosts[0] The host * stands for all hosts there are.",
                        "GTY-IST-020 spec.endpoints[0].ports The endpoint is a socket, which has no ports.");
    }

    @Test
    void should_reject_a_place_of_keys_and_a_header_that_are_none() {
        assertThat(found(RequestAuthentication.of(
                        "web",
                        a -> a.jwtRule(
                                "a", j -> j.jwksUri("issuer.example.com/keys").outputClaimToHeader("sub", "x user")))))
                .containsExactlyInAnyOrder(
                        "GTY-VAL-009 spec.jwtRules[0].jwksUri \"issuer.example.com/keys\" is not a URL of http or"
                                + " https.",
                        "GTY-VAL-009 spec.jwtRules[0].outputClaimToHeaders[0].header \"x user\" is not the name of a"
                                + " header.");
    }

    private static Resource raw(String yaml) {
        try {
            return Raw.of(new YAMLMapper().readValue(yaml, GenericKubernetesResource.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> entry(ServiceEntryResolution resolution, String... endpoints) {
        return found(ServiceEntry.of("db", "db.example.com", e -> {
            e.port(SQL, IstioProtocol.TCP).resolution(resolution);
            for (String endpoint : endpoints) {
                e.endpoint(endpoint);
            }
        }));
    }

    private static List<String> found(Resource resource) {
        return findings((App app) -> app.stack("shop").add(resource)).stream()
                .filter(finding -> finding.code().matches("GTY-(VAL|IST)-.*"))
                .map(finding -> finding.code() + " " + finding.field() + " " + finding.message())
                .toList();
    }
}
