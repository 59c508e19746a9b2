package dev.gantry.findings;

import dev.gantry.App;
import dev.gantry.Image;
import dev.gantry.Port;
import dev.gantry.Stack;
import dev.gantry.access.ServiceAccount;
import dev.gantry.config.ConfigMap;
import dev.gantry.istio.ExtensionProvider;
import dev.gantry.istio.security.AuthorizationAction;
import dev.gantry.istio.security.AuthorizationPolicy;
import dev.gantry.istio.security.MutualTlsMode;
import dev.gantry.istio.security.PeerAuthentication;
import dev.gantry.istio.telemetry.Telemetry;
import dev.gantry.istio.traffic.ClientTlsMode;
import dev.gantry.istio.traffic.DestinationRule;
import dev.gantry.network.Service;
import dev.gantry.raw.Raw;
import dev.gantry.workload.Deployment;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.List;
import java.util.Map;

/** What the rules for policies of the mesh are for. */
final class MeshExamples {

    private static final Port HTTP = Port.http(8080);

    private MeshExamples() {}

    @Example(
            value = "GTY-MSH-001",
            why =
                    "Nobody has such an identity, so the rule matches nobody. A ServiceAccount that is passed is never misspelt.")
    static void noAccount(App app) {
        Stack shop = app.stack("shop", s -> s.namespace("shop"));
        shop.add(ServiceAccount.of("orders", s -> {}));
        shop.add(AuthorizationPolicy.of(
                "web", a -> a.rule(r -> r.from(f -> f.principals("cluster.local/ns/shop/sa/order")))));
    }

    @Example(
            value = "GTY-MSH-002",
            why =
                    "A policy without rules is good as the default of a namespace from which others make exceptions. There are"
                            + " none here.")
    static void allowsNothing(App app) {
        Stack shop = app.stack("shop");
        Deployment web = web(shop);
        shop.add(AuthorizationPolicy.of("web", a -> a.selects(web)));
    }

    @Example(value = "GTY-MSH-003", why = "Istio rejects it: a policy that never matches has no effect.")
    static void neverMatches(App app) {
        app.stack("shop").add(AuthorizationPolicy.of("web", a -> a.action(AuthorizationAction.DENY)));
    }

    @Example(
            value = "GTY-MSH-004",
            why = "A rule without conditions is easily written by mistake, and opens or closes everything.")
    static void matchesEverything(App app) {
        app.stack("shop")
                .add(AuthorizationPolicy.of(
                        "web", a -> a.rule(r -> r.to(o -> o.methods("GET"))).rule(r -> {})));
    }

    @Example(value = "GTY-MSH-005", why = "Istio rejects a source or an operation without content.")
    static void emptyPart(App app) {
        app.stack("shop").add(AuthorizationPolicy.of("web", a -> a.rule(r -> r.from(f -> {}))));
    }

    @Example(
            value = "GTY-MSH-006",
            why = "Istio rejects a provider with another action, and CUSTOM without a provider.")
    static void provider(App app) {
        app.stack("shop")
                .add(AuthorizationPolicy.of(
                        "web",
                        a -> a.custom(ExtensionProvider.existing("oauth"))
                                .action(AuthorizationAction.DENY)
                                .rule(r -> r.to(o -> o.paths("/admin")))));
    }

    @Example(
            value = "GTY-MSH-007",
            why = "The policy has no effect: what it was to protect stays open. Most often a label has a typing error.")
    static void selectsNothing(App app) {
        Stack shop = app.stack("shop");
        web(shop);
        shop.add(PeerAuthentication.of("web", p -> p.selector("app", "wbe").mtls(MutualTlsMode.STRICT)));
    }

    @Example(value = "GTY-MSH-008", why = "Istio takes one of them, the older one in most cases.")
    static void sameScope(App app) {
        Stack shop = app.stack("shop");
        shop.add(PeerAuthentication.of("default", p -> p.mtls(MutualTlsMode.STRICT)));
        shop.add(PeerAuthentication.of("other", p -> p.mtls(MutualTlsMode.PERMISSIVE)));
    }

    @Example(value = "GTY-MSH-009", why = "Istio rejects ports in a policy for a namespace or the mesh.")
    static void portLevel(App app) {
        app.stack("shop").add(PeerAuthentication.of("default", p -> p.portLevelMtls(HTTP, MutualTlsMode.PERMISSIVE)));
    }

    @Example(
            value = "GTY-MSH-010",
            why =
                    "Policies of workloads name the container's port. With the number that clients of a Service connect to, they"
                            + " have no effect.")
    static void unknownPort(App app) {
        Stack shop = app.stack("shop");
        Deployment web = web(shop);
        shop.add(PeerAuthentication.of(
                "web", p -> p.selects(web).portLevelMtls(Port.http(80), MutualTlsMode.PERMISSIVE)));
    }

    @Example(
            value = "GTY-MSH-011",
            why =
                    "Every connection by this rule fails: the proxy of the workload closes it, as it is not encrypted. Pods that"
                            + " the program gives no proxy are not looked at.")
    static void strictAgainstDisable(App app) {
        Stack shop = app.stack("shop");
        Deployment web = web(shop);
        Service service = shop.add(Service.of("web", s -> s.selects(web).port(HTTP, 80)));
        shop.add(PeerAuthentication.of("web", p -> p.selects(web).mtls(MutualTlsMode.STRICT)));
        shop.add(DestinationRule.of("web", service, d -> d.trafficPolicy(t -> t.tls(ClientTlsMode.DISABLE))));
    }

    @Example(
            value = "GTY-MSH-012",
            why =
                    "The proxy closes the connection, and the target is down for Prometheus. Let the port of the metrics take"
                            + " plain text, or give Prometheus a certificate of the mesh.")
    static void strictScrape(App app) {
        Stack shop = app.stack("shop", s -> s.namespace("shop"));
        Deployment web = web(shop);
        shop.add(Raw.of(podMonitor()));
        shop.add(PeerAuthentication.of("web", p -> p.selects(web).mtls(MutualTlsMode.STRICT)));
    }

    @Example(
            value = "GTY-MSH-013",
            why =
                    "The scrape gets the status 403. Probes need no rule, as Istio leads them by its agent, but Prometheus does.")
    static void scraperShutOut(App app) {
        Stack shop = app.stack("shop", s -> s.namespace("shop"));
        Deployment web = web(shop);
        shop.add(Raw.of(podMonitor()));
        shop.add(AuthorizationPolicy.of("web", a -> a.selects(web).rule(r -> r.to(o -> o.paths("/api/*")))));
    }

    @Example(value = "GTY-MSH-014", why = "Istio leaves out what goes to a provider that it does not know.")
    static void noProvider(App app) {
        Stack mesh = app.stack("mesh", s -> s.namespace("istio-system"));
        mesh.add(ConfigMap.of("istio", c -> c.text("mesh", "extensionProviders:\n- name: zipkin\n")));
        mesh.add(Telemetry.of("traces", t -> t.tracing(r -> r.providers(ExtensionProvider.existing("jaeger")))));
    }

    @Example(
            value = "GTY-MSH-015",
            why =
                    "Istio compares the text with requests that never look so, or rejects the policy. Builders tell it where the"
                            + " text is written; this is about raw objects and edits.")
    static void policyText(App app) {
        app.stack("shop")
                .add(AuthorizationPolicy.of(
                        "web",
                        a -> a.rule(r -> r.to(o -> o.paths("/admin")))
                                .rawFields(f -> f.add("spec.rules[0].to[0].operation.methods", "get"))));
    }

    private static Deployment web(Stack shop) {
        return shop.add(Deployment.of(
                "web", d -> d.selector("app", "web").container("web", Image.of("web:1"), c -> c.ports(HTTP))));
    }

    private static GenericKubernetesResource podMonitor() {
        GenericKubernetesResource monitor = new GenericKubernetesResource();
        monitor.setApiVersion("monitoring.coreos.com/v1");
        monitor.setKind("PodMonitor");
        monitor.setMetadata(new io.fabric8.kubernetes.api.model.ObjectMetaBuilder()
                .withName("web")
                .build());
        monitor.setAdditionalProperties(Map.of(
                "spec",
                Map.of(
                        "selector",
                        Map.of("matchLabels", Map.of("app", "web")),
                        "podMetricsEndpoints",
                        List.of(Map.of("port", "http")))));
        return monitor;
    }
}
