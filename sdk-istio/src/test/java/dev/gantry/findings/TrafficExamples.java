package dev.gantry.findings;

import static dev.gantry.istio.traffic.StringMatch.exact;
import static dev.gantry.istio.traffic.StringMatch.prefix;

import dev.gantry.App;
import dev.gantry.Image;
import dev.gantry.Port;
import dev.gantry.Stack;
import dev.gantry.config.Secret;
import dev.gantry.istio.security.RequestAuthentication;
import dev.gantry.istio.traffic.ClientTlsMode;
import dev.gantry.istio.traffic.DestinationRule;
import dev.gantry.istio.traffic.IstioGateway;
import dev.gantry.istio.traffic.IstioProtocol;
import dev.gantry.istio.traffic.RouteDestination;
import dev.gantry.istio.traffic.ServerTlsMode;
import dev.gantry.istio.traffic.ServiceEntry;
import dev.gantry.istio.traffic.VirtualService;
import dev.gantry.network.Service;
import dev.gantry.workload.Deployment;
import java.time.Duration;

/** What the rules for routes, destinations and gateways are for. */
final class TrafficExamples {

    private static final Port HTTP = Port.http(8080);
    private static final Service WEB = Service.existing("web");
    private static final RouteDestination OLD = RouteDestination.of(WEB);
    private static final RouteDestination NEW = RouteDestination.of(Service.existing("web2"));

    private TrafficExamples() {}

    @Example(
            value = "GTY-IST-001",
            why =
                    "Requests that the route takes get the status 503. Pass what rule.subset(workload) answers: then javac and"
                            + " the rule itself tell.")
    static void noSubset(App app) {
        Stack shop = app.stack("shop");
        shop.add(DestinationRule.of("web", WEB, d -> d.subset("v1", s -> s.label("version", "1"))));
        shop.add(VirtualService.of("web", v -> v.host(WEB).http(r -> r.to(OLD.subset("v2")))));
    }

    @Example(value = "GTY-IST-002", why = "Requests for the subset get the status 503: there is nobody to answer them.")
    static void emptySubset(App app) {
        Stack shop = app.stack("shop");
        Deployment pods = shop.add(Deployment.of(
                "web", d -> d.selector("app", "web").container("web", Image.of("web:1"), c -> c.ports(HTTP))));
        Service web = shop.add(Service.of("web", s -> s.selects(pods).port(HTTP, 80)));
        shop.add(DestinationRule.of("web", web, d -> d.subset("v1", s -> s.label("version", "1"))));
    }

    @Example(
            value = "GTY-IST-003",
            why =
                    "The pods of the subset run, and get nothing to do. Often a route was forgotten, or named another subset.")
    static void unusedSubset(App app) {
        Stack shop = app.stack("shop");
        DestinationRule rule = shop.add(DestinationRule.of(
                "web",
                WEB,
                d -> d.subset("v1", s -> s.label("version", "1")).subset("v2", s -> s.label("version", "2"))));
        shop.add(VirtualService.of("web", v -> v.host(WEB).http(r -> r.to(rule.subset("v1")))));
    }

    @Example(
            value = "GTY-IST-004",
            why =
                    "Istio takes weights for parts of their sum, so that 90 and 20 mean 82 and 18 percent. Weights that add up"
                            + " to 100 say what is meant.")
    static void weightSum(App app) {
        app.stack("shop")
                .add(VirtualService.of(
                        "web", v -> v.host(WEB).http(r -> r.to(OLD, 90).to(NEW, 20))));
    }

    @Example(
            value = "GTY-IST-005",
            why = "Istio rejects a route whose weights are all 0, and sends everything to a destination that is alone.")
    static void noWeight(App app) {
        app.stack("shop")
                .add(VirtualService.of(
                        "web", v -> v.host(WEB).http(r -> r.to(OLD, 0).to(NEW, 0))));
    }

    @Example(
            value = "GTY-IST-006",
            why = "The first route that matches a request is taken, so the narrower ones have to come first.")
    static void unreachableRoute(App app) {
        app.stack("shop")
                .add(VirtualService.of(
                        "web",
                        v -> v.host(WEB)
                                .http(r -> r.match(m -> m.uri(prefix("/api"))).to(OLD))
                                .http(r -> r.match(m -> m.uri(exact("/api/orders")))
                                        .to(NEW))));
    }

    @Example(
            value = "GTY-IST-007",
            why =
                    "The route is taken for its other conditions only. Most often the earlier route matches more than was meant.")
    static void unreachableMatch(App app) {
        app.stack("shop")
                .add(VirtualService.of(
                        "web",
                        v -> v.host(WEB)
                                .http(r -> r.match(m -> m.uri(prefix("/api"))).to(OLD))
                                .http(r -> r.match(m -> m.uri(exact("/api/orders")))
                                        .match(m -> m.uri(prefix("/orders")))
                                        .to(NEW))));
    }

    @Example(
            value = "GTY-IST-008",
            why = "A sidecar takes one of them, in most cases the older one, and the routes of the other never hold.")
    static void sameHost(App app) {
        Stack shop = app.stack("shop");
        shop.add(VirtualService.of("web", v -> v.host(WEB).http(r -> r.to(OLD))));
        shop.add(VirtualService.of(
                "orders",
                v -> v.host(WEB)
                        .http(r -> r.match(m -> m.uri(prefix("/orders"))).to(NEW))));
    }

    @Example(
            value = "GTY-IST-009",
            why =
                    "A gateway puts the routes of all VirtualServices for a host together, the older ones first. Which of two"
                            + " that match the same counts then depends on when they were made.")
    static void sameGatewayHost(App app) {
        Stack shop = app.stack("shop");
        IstioGateway gateway = IstioGateway.existing("public");
        shop.add(VirtualService.of(
                "web", v -> v.host("shop.example.com").gateway(gateway).http(r -> r.to(OLD))));
        shop.add(VirtualService.of(
                "web2", v -> v.host("shop.example.com").gateway(gateway).http(r -> r.to(NEW))));
    }

    @Example(
            value = "GTY-IST-010",
            why = "Requests for a host that the mesh does not know get the status 503. A Service that is passed has the"
                    + " right name by itself.")
    static void host(App app) {
        Stack shop = app.stack("shop");
        shop.add(Service.of("orders", s -> s.headless().port(HTTP, 80)));
        shop.add(VirtualService.of(
                "web", v -> v.host("shop.example.com").http(r -> r.to(RouteDestination.host("order")))));
    }

    @Example(
            value = "GTY-IST-011",
            why =
                    "Requests get the status 503. A route names the number that clients of the Service connect to, not the"
                            + " container's.")
    static void noPort(App app) {
        Stack shop = app.stack("shop");
        Service web = shop.add(Service.of("web", s -> s.headless().port(HTTP, 80)));
        shop.add(VirtualService.of(
                "web", v -> v.host(web).http(r -> r.to(RouteDestination.of(web).port(8080)))));
    }

    @Example(
            value = "GTY-IST-012",
            why =
                    "Of a Service with several ports, a gateway takes the one with the number of its own, such as 443, and"
                            + " answers with an error if there is none.")
    static void openPort(App app) {
        Stack shop = app.stack("shop");
        Service web =
                shop.add(Service.of("web", s -> s.headless().port(HTTP, 80).port(Port.tcp("admin", 9000))));
        shop.add(VirtualService.of(
                "web",
                v -> v.host("shop.example.com")
                        .gateway(IstioGateway.existing("public"))
                        .http(r -> r.to(web))));
    }

    @Example(
            value = "GTY-IST-013",
            why = "The timeout holds for all tries together, so the last ones never get their time.")
    static void retries(App app) {
        app.stack("shop")
                .add(VirtualService.of(
                        "web",
                        v -> v.host(WEB)
                                .http(r -> r.to(OLD)
                                        .timeout(Duration.ofSeconds(5))
                                        .retries(3, t -> t.perTryTimeout(Duration.ofSeconds(2))))));
    }

    @Example(
            value = "GTY-IST-014",
            why =
                    "Istio rejects the VirtualService: a route leads somewhere, sends clients away, or answers by itself.")
    static void route(App app) {
        app.stack("shop").add(VirtualService.of("web", v -> v.host(WEB).http(r -> r.name("nowhere"))));
    }

    @Example(value = "GTY-IST-015", why = "Istio rejects the Gateway, or the port does not open.")
    static void gatewayServer(App app) {
        app.stack("edge")
                .add(IstioGateway.of(
                        "public", g -> g.server("https", 443, IstioProtocol.HTTPS, s -> s.host("shop.example.com"))));
    }

    @Example(
            value = "GTY-IST-016",
            why =
                    "The gateway reads the Secret in the namespace of its own pods. Without a certificate the port does not open.")
    static void gatewaySecret(App app) {
        Stack edge = app.stack("edge");
        Secret certificate = edge.add(Secret.of("shop-tls", s -> {}));
        edge.add(IstioGateway.of(
                "public",
                g -> g.server(
                        "https",
                        443,
                        IstioProtocol.HTTPS,
                        s -> s.host("shop.example.com").tls(ServerTlsMode.SIMPLE, certificate))));
    }

    @Example(
            value = "GTY-IST-017",
            why = "Requests for the host get the status 404. Most often a name has a typing error, in one of the two.")
    static void gatewayHost(App app) {
        Stack edge = app.stack("edge");
        IstioGateway gateway = edge.add(IstioGateway.of(
                "public",
                g -> g.server(
                        "http",
                        80,
                        IstioProtocol.HTTP,
                        s -> s.host("shop.example.com").host("api.example.com"))));
        edge.add(VirtualService.of(
                "shop", v -> v.host("shop.example.com").gateway(gateway).http(r -> r.to(OLD))));
    }

    @Example(value = "GTY-IST-018", why = "A gateway takes only routes whose hosts it has, so these never hold there.")
    static void hostNotAtGateway(App app) {
        Stack edge = app.stack("edge");
        IstioGateway gateway = edge.add(IstioGateway.of(
                "public", g -> g.server("http", 80, IstioProtocol.HTTP, s -> s.host("shop.example.com"))));
        edge.add(VirtualService.of(
                "shop", v -> v.host("shop.example.com").gateway(gateway).http(r -> r.to(OLD))));
        edge.add(VirtualService.of(
                "api", v -> v.host("api.example.com").gateway(gateway).http(r -> r.to(NEW))));
    }

    @Example(
            value = "GTY-IST-019",
            why =
                    "Of such fields Istio takes one, or none. An API server that has the definitions of its kinds turns the object away.")
    static void exclusiveFields(App app) {
        Stack shop = app.stack("shop");
        shop.add(RequestAuthentication.of(
                "tokens",
                a -> a.jwtRule(
                        "https://issuer.example.com",
                        j -> j.jwksUri("https://issuer.example.com/keys").jwks("{\"keys\":[]}"))));
    }

    @Example(
            value = "GTY-IST-020",
            why =
                    "Without a resolution, connections go to the address that the client asked for, so endpoints are for nothing. An API server that has the definitions of Istio's kinds turns the object away.")
    static void serviceEntry(App app) {
        Stack shop = app.stack("shop");
        shop.add(ServiceEntry.of(
                "bank",
                "bank.example.com",
                e -> e.port(Port.tcp("tls", 443), IstioProtocol.TLS).endpoint("192.0.2.7")));
    }

    @Example(
            value = "GTY-IST-021",
            why =
                    "Requests that come in by the gateway get the status 404. Without gateway(...), routes hold for clients of the mesh.")
    static void gatewayNotNamed(App app) {
        Stack edge = app.stack("edge");
        edge.add(IstioGateway.of(
                "public", g -> g.server("http", 80, IstioProtocol.HTTP, s -> s.host("shop.example.com"))));
        edge.add(VirtualService.of("shop", v -> v.host("shop.example.com").http(r -> r.to(OLD))));
    }

    @Example(
            value = "GTY-IST-022",
            why =
                    "A name alone means a Gateway of the VirtualService's own namespace. There is none of that name, so the routes hold nowhere.")
    static void gatewayElsewhere(App app) {
        app.stack("edge", s -> s.namespace("edge"))
                .add(IstioGateway.of(
                        "public", g -> g.server("http", 80, IstioProtocol.HTTP, s -> s.host("shop.example.com"))));
        app.stack("shop", s -> s.namespace("shop"))
                .add(VirtualService.of(
                        "shop",
                        v -> v.host("shop.example.com")
                                .gateway(IstioGateway.existing("public"))
                                .http(r -> r.to(OLD))));
    }

    @Example(
            value = "GTY-IST-023",
            why = "Istio rejects the rule, or leaves out the second subset if two rules have one each.")
    static void sameSubset(App app) {
        app.stack("shop")
                .add(DestinationRule.of(
                        "web",
                        WEB,
                        d -> d.subset("v1", s -> s.label("version", "1")).subset("v1", s -> s.label("version", "2"))));
    }

    @Example(
            value = "GTY-IST-024",
            why =
                    "Istio makes one of all rules of a namespace for a host. Their subsets add up, but it takes one traffic policy, of the older rule in most cases.")
    static void sameRuleHost(App app) {
        Stack shop = app.stack("shop");
        shop.add(DestinationRule.of("tls", WEB, d -> d.trafficPolicy(t -> t.tls(ClientTlsMode.ISTIO_MUTUAL))));
        shop.add(DestinationRule.of(
                "limits", WEB, d -> d.trafficPolicy(t -> t.connectionPool(p -> p.tcp(c -> c.maxConnections(100))))));
    }

    @Example(
            value = "GTY-IST-025",
            why =
                    "The route is never taken. Paths begin with /, methods are written in upper case, and a query is not part of the path.")
    static void impossibleMatch(App app) {
        app.stack("shop")
                .add(VirtualService.of(
                        "web",
                        v -> v.host(WEB)
                                .http(r -> r.match(m -> m.uri(prefix("api/"))).to(NEW))
                                .http(r -> r.to(OLD))));
    }
}
