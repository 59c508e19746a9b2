package dev.gantry.findings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.App;
import dev.gantry.Port;
import dev.gantry.Stack;
import dev.gantry.config.Secret;
import dev.gantry.network.Ingress;
import dev.gantry.network.IngressClass;
import dev.gantry.network.Service;

/** What the rules for Ingresses are for. */
final class IngressExamples {

    private static final Port HTTP = Port.http(80);
    private static final Service WEB = Service.existing("web");

    private IngressExamples() {}

    @Example(
            value = "GTY-ING-001",
            why =
                    "Clients would get an error of the controller. An Ingress names the Service's port, not the container's.")
    static void backendPort(App app) {
        Stack shop = app.stack("shop");
        Service web = shop.add(Service.of("web", s -> s.headless().port(Port.http(8080), 80)));
        shop.add(Ingress.of(
                "web",
                i -> i.defaultBackend(web, Port.http(8080))
                        .rawTree(tree ->
                                ((ObjectNode) tree.at("/spec/defaultBackend/service/port")).put("number", 8080))));
    }

    @Example(
            value = "GTY-ING-002",
            why =
                    "Most often the name has a typing error. A Service from elsewhere is named with existing(...), and passed as such.")
    static void backendService(App app) {
        app.stack("shop")
                .add(Ingress.of(
                        "web",
                        i -> i.defaultBackend(WEB, HTTP)
                                .rawTree(tree ->
                                        ((ObjectNode) tree.at("/spec/defaultBackend/service")).put("name", "wbe"))));
    }

    @Example(
            value = "GTY-ING-003",
            why = "All Ingresses of a class are one table. Which of two equal entries counts is not defined.")
    static void samePath(App app) {
        Stack shop = app.stack("shop");
        shop.add(Ingress.of("web", i -> i.host("shop.example.com", h -> h.path("/", WEB, HTTP))));
        shop.add(Ingress.of("api", i -> i.host("shop.example.com", h -> h.path("/", Service.existing("api"), HTTP))));
    }

    @Example(
            value = "GTY-ING-004",
            why =
                    "The certificate would never be used, and another host has none: most often a name has a typing error.")
    static void tlsHost(App app) {
        app.stack("shop")
                .add(Ingress.of(
                        "web",
                        i -> i.host("shop.example.com", h -> h.path("/", WEB, HTTP))
                                .tls(Secret.existing("shop-tls"), "shop.example.org")));
    }

    @Example(
            value = "GTY-ING-005",
            why =
                    "Some controllers then take the certificate for every host, others for none, or for those of the rules.")
    static void tlsWithoutHosts(App app) {
        app.stack("shop")
                .add(Ingress.of(
                        "web",
                        i -> i.host("shop.example.com", h -> h.path("/", WEB, HTTP))
                                .tls(Secret.existing("shop-tls"))));
    }

    @Example(
            value = "GTY-ING-006",
            why =
                    "A controller looks for the keys tls.crt and tls.key, and shows a certificate of its own without them.")
    static void tlsSecret(App app) {
        Stack shop = app.stack("shop");
        Secret certificate = shop.add(Secret.of("shop-tls", s -> {}));
        shop.add(Ingress.of(
                "web",
                i -> i.host("shop.example.com", h -> h.path("/", WEB, HTTP)).tls(certificate, "shop.example.com")));
    }

    @Example(
            value = "GTY-ING-007",
            why =
                    "An Ingress without a class is then rejected, or gets the newer of the two: it depends on the version.")
    static void defaultClasses(App app) {
        Stack cluster = app.stack("cluster");
        cluster.add(IngressClass.of("public", "k8s.io/ingress-nginx", c -> c.defaultClass()));
        cluster.add(IngressClass.of("internal", "example.com/internal", c -> c.defaultClass()));
    }

    @Example(value = "GTY-ING-008", why = "A cluster rejects the Ingress.")
    static void noBackend(App app) {
        app.stack("shop").add(Ingress.of("web", i -> i.ingressClass(IngressClass.existing("public"))));
    }

    @Example(
            value = "GTY-ING-009",
            why = "A cluster rejects the Ingress: each path needs a type, and a form that goes with it.")
    static void path(App app) {
        app.stack("shop")
                .add(Ingress.of(
                        "web",
                        i -> i.anyHost(h -> h.path("/", WEB, HTTP))
                                .rawTree(tree ->
                                        ((ObjectNode) tree.at("/spec/rules/0/http/paths/0")).remove("pathType"))));
    }

    @Example(
            value = "GTY-ING-010",
            why = "The types Prefix and Exact take every character for itself, so such a path matches no real request.")
    static void pattern(App app) {
        app.stack("shop").add(Ingress.of("web", i -> i.anyHost(h -> h.path("/shop/*", WEB, HTTP))));
    }

    @Example(value = "GTY-ING-011", why = "Clients of this host get an error of the controller.")
    static void noPaths(App app) {
        app.stack("shop").add(Ingress.of("web", i -> i.host("shop.example.com", h -> {})));
    }

    @Example(
            value = "GTY-ING-012",
            why =
                    "A cluster rejects the Ingress. The annotation is how the class was named before there was a field for it.")
    static void twoClasses(App app) {
        app.stack("shop")
                .add(Ingress.of(
                        "web",
                        i -> i.ingressClass(IngressClass.existing("public"))
                                .annotation("kubernetes.io/ingress.class", "internal")
                                .defaultBackend(WEB, HTTP)));
    }
}
