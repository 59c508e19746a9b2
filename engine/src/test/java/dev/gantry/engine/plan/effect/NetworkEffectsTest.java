package dev.gantry.engine.plan.effect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NetworkEffectsTest {

    private static String service(String before, String after) {
        return EffectsOf.spec("v1", "Service", before, after);
    }

    @Test
    void should_say_which_pods_answer_for_a_service_and_where() {
        assertThat(service("{selector: {app: web}}", "{selector: {app: web, track: canary}}"))
                .isEqualTo("traffic goes to the pods with app=web, track=canary instead of those with app=web");
        assertThat(service("{ports: [{name: http, port: 80}]}", "{ports: [{name: http, port: 8080, targetPort: 80}]}"))
                .isEqualTo("port http is 8080 instead of 80: clients have to follow");
        assertThat(service(
                        "{ports: [{name: http, port: 80, targetPort: 8080}]}",
                        "{ports: [{name: http, port: 80, targetPort: web}]}"))
                .isEqualTo("what comes to port http goes to port web of the pods instead of 8080");
        assertThat(service("{ports: [{port: 80}]}", "{ports: [{port: 81}]}")).isEqualTo("""
                answers at port 81 from now on
                answers no more at port 80""");
        assertThat(service("{ports: [{port: 80}], sessionAffinity: None}", "{ports: [{port: 80}]}"))
                .isEmpty();
    }

    @Test
    void should_say_from_where_a_service_can_be_reached() {
        assertThat(service("{}", "{type: LoadBalancer}"))
                .isEqualTo(
                        "is a LoadBalancer instead of a ClusterIP, and gets an address that can be reached from outside");
        assertThat(service("{type: LoadBalancer}", "{type: ClusterIP}"))
                .isEqualTo("is a ClusterIP instead of a LoadBalancer, and gives its external address up");
        assertThat(service("{type: ClusterIP}", "{type: NodePort}"))
                .isEqualTo("is a NodePort instead of a ClusterIP, and can be reached at a port of every node");
        assertThat(service("{}", "{type: ClusterIP}")).isEmpty();
    }

    private static String virtualService(String before, String after) {
        return EffectsOf.spec("networking.istio.io/v1", "VirtualService", before, after);
    }

    private static String split(int stable, int canary) {
        return "{http: [{route: [{destination: {host: web, subset: stable}, weight: %d},".formatted(stable)
                + " {destination: {host: web, subset: canary}, weight: %d}]}]}".formatted(canary);
    }

    @Test
    void should_say_how_much_traffic_moves() {
        assertThat(virtualService(split(90, 10), split(80, 20)))
                .isEqualTo("10 % of traffic moves from web/stable to web/canary");
        assertThat(virtualService(split(0, 100), split(100, 0)))
                .isEqualTo("100 % of traffic moves from web/canary to web/stable");
        assertThat(virtualService(split(90, 10), split(9, 1))).isEmpty();
        assertThat(virtualService("{http: [{route: [{destination: {host: web, subset: stable}}]}]}", split(95, 5)))
                .isEqualTo("5 % of traffic moves from web/stable to web/canary");
        assertThat(virtualService(
                        "{tcp: [{route: [{destination: {host: a}, weight: 1}, {destination: {host: b}, weight: 2}]}]}",
                        "{tcp: [{route: [{destination: {host: c}}]}]}"))
                .isEqualTo("""
                        33.3 % of traffic moves from a to c
                        66.7 % of traffic moves from b to c""");
    }

    @Test
    void should_name_the_route_where_there_are_several() {
        assertThat(
                        virtualService(
                                "{http: [{name: api, route: [{destination: {host: a}}]}, {name: old, route: []}]}",
                                "{http: [{name: all, route: [{destination: {host: c}}]}, {name: api, route: [{destination: {host: b}}]}]}"))
                .isEqualTo("""
                        route all is added
                        100 % of traffic moves from a to b (route api)
                        route old is removed""");
    }

    @Test
    void should_say_for_which_hosts_routes_hold() {
        assertThat(virtualService("{hosts: [a.example, b.example]}", "{hosts: [b.example, c.example, d.example]}"))
                .isEqualTo("""
                        holds for c.example and d.example from now on
                        holds no more for a.example""");
        assertThat(EffectsOf.spec(
                        "gateway.networking.k8s.io/v1",
                        "HTTPRoute",
                        "{hostnames: [a.example], rules: [{backendRefs: [{name: a}, {name: b}]}]}",
                        "{hostnames: [b.example], rules: [{backendRefs: [{name: a}, {name: b, weight: 3}]}]}"))
                .isEqualTo("""
                        holds for b.example from now on
                        holds no more for a.example
                        25 % of traffic moves from a to b""");
    }

    @Test
    void should_say_what_becomes_of_subsets_and_encryption() {
        assertThat(EffectsOf.spec(
                        "networking.istio.io/v1",
                        "DestinationRule",
                        "{subsets: [{name: a, labels: {v: '1'}}, {name: b}], trafficPolicy: {tls: {mode: ISTIO_MUTUAL}}}",
                        "{subsets: [{name: a, labels: {v: '2'}}, {name: c}], trafficPolicy: {tls: {mode: DISABLE}}}"))
                .isEqualTo("""
                        the subset c is there from now on
                        the subset b is gone: routes to it fail
                        the subset a is the pods with v=2 instead of those with v=1
                        clients speak to it with TLS mode DISABLE instead of ISTIO_MUTUAL""");
        assertThat(EffectsOf.spec("security.istio.io/v1", "PeerAuthentication", "{}", "{mtls: {mode: STRICT}}"))
                .isEqualTo("plain text is refused from now on");
        assertThat(EffectsOf.spec(
                        "security.istio.io/v1",
                        "PeerAuthentication",
                        "{mtls: {mode: STRICT}}",
                        "{mtls: {mode: PERMISSIVE}}"))
                .isEqualTo("plain text is let in from now on");
    }

    private static String rule(String host, String path, String service) {
        return "{host: " + host + ", http: {paths: [{path: " + path + ", backend: {service: {name: " + service
                + ", port: {number: 80}}}}]}}";
    }

    private static String ingress(String before, String after) {
        return EffectsOf.spec("networking.k8s.io/v1", "Ingress", before, after);
    }

    @Test
    void should_say_for_which_hosts_and_paths_an_ingress_answers() {
        assertThat(ingress(
                        "{rules: [" + rule("a.example", "/", "web") + "]}",
                        "{rules: [" + rule("b.example", "/", "web") + "]}"))
                .isEqualTo("""
                        answers for b.example from now on
                        answers no more for a.example""");
        assertThat(ingress(
                        "{rules: [" + rule("a.example", "/api", "web") + "]}",
                        "{rules: [" + rule("a.example", "/api", "api") + "]}"))
                .isEqualTo("a.example/api goes to api:80 instead of web:80");
        assertThat(ingress(
                        "{rules: [" + rule("a.example", "/api", "web") + "]}",
                        "{rules: [" + rule("a.example", "/v2", "web") + "], ingressClassName: nginx, tls: [{}]}"))
                .isEqualTo("""
                        a.example/v2 goes to web:80 from now on
                        a.example/api is answered no more
                        shows other certificates, or shows them for other hosts
                        is served by nginx instead of the default class: its address may be another one""");
    }

    private static String policy(String before, String after) {
        return EffectsOf.spec("networking.k8s.io/v1", "NetworkPolicy", before, after);
    }

    @Test
    void should_say_which_connections_a_policy_lets_through() {
        assertThat(policy(
                        "{podSelector: {}, ingress: [{from: [{podSelector: {matchLabels: {app: web}}}], ports: [{port: 80}]}]}",
                        "{podSelector: {}, ingress: [{from: [{namespaceSelector: {}}, {ipBlock: {cidr: 10.0.0.0/8, except: [10.1.0.0/16]}}],"
                                + " ports: [{port: 80, endPort: 90, protocol: UDP}]}]}"))
                .isEqualTo("""
                        lets incoming traffic through from now on: from all pods of all namespaces and 10.0.0.0/8 without 10.1.0.0/16 at 80-90/UDP
                        lets incoming traffic through no more: from pods with app=web at 80/TCP""");
        assertThat(policy("{policyTypes: [Ingress]}", "{policyTypes: [Ingress, Egress], egress: [{}]}"))
                .isEqualTo("outgoing traffic is restricted from now on: let through is only to everywhere");
        assertThat(policy("{policyTypes: [Ingress]}", "{policyTypes: [Ingress, Egress]}"))
                .isEqualTo("outgoing traffic is restricted from now on: nothing is let through");
        assertThat(policy("{ingress: [], egress: []}", "{ingress: []}"))
                .isEqualTo("outgoing traffic is restricted no more by this policy");
        assertThat(policy(
                        "{podSelector: {}}",
                        "{podSelector: {matchExpressions: [{key: app, operator: In, values: [a]}]}}"))
                .isEqualTo("holds for pods with app In [\"a\"] instead of all pods");
    }
}
