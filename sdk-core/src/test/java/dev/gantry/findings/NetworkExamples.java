package dev.gantry.findings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.App;
import dev.gantry.Image;
import dev.gantry.Port;
import dev.gantry.Stack;
import dev.gantry.network.Service;
import dev.gantry.network.ServiceType;
import dev.gantry.workload.Deployment;

/** What the rules for Services are for. */
final class NetworkExamples {

    private NetworkExamples() {}

    @Example(
            value = "GTY-NET-001",
            why = "Pods that no port leads to get no traffic. Pass the Port value that the container was given.")
    static void targetPort(App app) {
        Stack shop = app.stack("shop");
        Deployment web = shop.add(Deployment.of(
                "web",
                d -> d.selector("app", "web")
                        .container("web", Image.of("example.com/web:7"), c -> c.ports(Port.http(8080)))));
        shop.add(Service.of("web", s -> s.selects(web).port(Port.tcp("grpc", 9000))));
    }

    @Example(
            value = "GTY-NET-002",
            why =
                    "A client would reach only those pods that have the port. Declare it everywhere, or make a Service of its own.")
    static void targetPortOfSome(App app) {
        Stack shop = app.stack("shop");
        Deployment stable = shop.add(Deployment.of(
                "stable",
                d -> d.selector("app", "web")
                        .container("web", Image.of("example.com/web:7"), c -> c.ports(Port.http(8080)))));
        Deployment canary = shop.add(Deployment.of(
                "canary", d -> d.selector("app", "web").container("web", Image.of("example.com/web:8"), c -> {})));
        shop.add(Service.of("web", s -> s.selects(stable, canary).port(Port.http(8080))));
    }

    @Example(
            value = "GTY-NET-003",
            why =
                    "Without a selector a Service has no pods. The selectors of workloads that share a Service need a label in common.")
    static void noSelector(App app) {
        Stack shop = app.stack("shop");
        shop.add(Service.of("web", s -> s.port(Port.http(8080))));
    }

    @Example(
            value = "GTY-NET-004",
            why =
                    "Most often a label has a typing error. Pods that the program does not make are a reason to accept the finding.")
    static void selectsNothing(App app) {
        Stack shop = app.stack("shop");
        shop.add(Service.of("web", s -> s.selector("app", "wbe").port(Port.http(8080))));
    }

    @Example(
            value = "GTY-NET-005",
            why =
                    "Clients would reach pods that they should not. Give what is meant a label of its own, or name all of it.")
    static void selectsOthers(App app) {
        Stack shop = app.stack("shop");
        Deployment web = shop.add(Deployment.of(
                "web",
                d -> d.selector("app", "web")
                        .container("web", Image.of("example.com/web:7"), c -> c.ports(Port.http(8080)))));
        shop.add(Deployment.of(
                "batch",
                d -> d.selector("job", "batch")
                        .podLabel("app", "web")
                        .container("batch", Image.of("example.com/batch:3"), c -> c.ports(Port.http(8080)))));
        shop.add(Service.of("web", s -> s.selects(web).port(Port.http(8080))));
    }

    @Example(
            value = "GTY-NET-006",
            why = "A cluster rejects the Service. The name of a port can be given apart from that of the container's.")
    static void samePort(App app) {
        Stack shop = app.stack("shop");
        Deployment web = shop.add(Deployment.of(
                "web",
                d -> d.selector("app", "web")
                        .container("web", Image.of("example.com/web:7"), c -> c.ports(Port.http(8080)))));
        shop.add(Service.of("web", s -> s.selects(web).port(Port.http(8080), 80).port(Port.http(8080), 8080)));
    }

    @Example(value = "GTY-NET-007", why = "A cluster rejects the Service: with several ports, each needs a name.")
    static void unnamedPort(App app) {
        Stack shop = app.stack("shop");
        shop.add(Service.of(
                "peers",
                s -> s.headless()
                        .port(Port.http(8080))
                        .port(Port.tcp("sync", 9000))
                        .rawTree(tree -> ((ObjectNode) tree.at("/spec/ports/1")).remove("name"))));
    }

    @Example(
            value = "GTY-NET-008",
            why = "A cluster rejects the Service. Only the types NodePort and LoadBalancer open a port of the nodes.")
    static void nodePort(App app) {
        Stack shop = app.stack("shop");
        Deployment web = shop.add(Deployment.of(
                "web",
                d -> d.selector("app", "web")
                        .container("web", Image.of("example.com/web:7"), c -> c.ports(Port.http(8080)))));
        shop.add(Service.of("web", s -> s.selects(web).port(Port.http(8080), 80, p -> p.nodePort(30080))));
    }

    @Example(value = "GTY-NET-009", why = "A cluster rejects the Service. Only a headless one can do without ports.")
    static void noPorts(App app) {
        Stack shop = app.stack("shop");
        Deployment web = shop.add(Deployment.of(
                "web",
                d -> d.selector("app", "web")
                        .container("web", Image.of("example.com/web:7"), c -> c.ports(Port.http(8080)))));
        shop.add(Service.of("web", s -> s.selects(web)));
    }

    @Example(
            value = "GTY-NET-010",
            why =
                    "A container may listen on a port that it does not declare, but where it declares others, the number is most likely wrong.")
    static void targetNumber(App app) {
        Stack shop = app.stack("shop");
        Deployment web = shop.add(Deployment.of(
                "web",
                d -> d.selector("app", "web")
                        .container("web", Image.of("example.com/web:7"), c -> c.ports(Port.http(8080)))));
        shop.add(Service.of(
                "web",
                s -> s.selects(web)
                        .port(Port.http(8080))
                        .rawTree(tree -> ((ObjectNode) tree.at("/spec/ports/0")).put("targetPort", 8081))));
    }

    @Example(
            value = "GTY-NET-011",
            why =
                    "A cluster rejects the Service. Each type has some fields of its own; see the documentation of the field.")
    static void type(App app) {
        app.stack("shop")
                .add(Service.of(
                        "peers", s -> s.headless().port(Port.http(8080)).loadBalancerSourceRanges("192.0.2.0/24")));
    }

    @Example(value = "GTY-NET-012", why = "A cluster rejects the second Service: a node has each port once.")
    static void sameNodePort(App app) {
        Stack shop = app.stack("shop");
        Deployment web = shop.add(Deployment.of(
                "web",
                d -> d.selector("app", "web")
                        .container("web", Image.of("example.com/web:7"), c -> c.ports(Port.http(8080)))));
        for (String name : new String[] {"web", "www"}) {
            shop.add(Service.of(
                    name,
                    s -> s.selects(web).type(ServiceType.NODE_PORT).port(Port.http(8080), 80, p -> p.nodePort(30080))));
        }
    }
}
