package dev.gantry.findings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.App;
import dev.gantry.Image;
import dev.gantry.LabelSelector;
import dev.gantry.Port;
import dev.gantry.Stack;
import dev.gantry.network.Ingress;
import dev.gantry.network.NetworkPolicy;
import dev.gantry.network.PolicyType;
import dev.gantry.network.Service;
import dev.gantry.workload.DaemonSet;
import dev.gantry.workload.Deployment;

/** What the rules for NetworkPolicies are for. */
final class IsolationExamples {

    private static final Port HTTP = Port.http(8080);

    private IsolationExamples() {}

    @Example(
            value = "GTY-NPL-001",
            why = "Nobody is protected by it. Pass the workload itself, and the labels are right by construction.")
    static void selectsNothing(App app) {
        app.stack("shop", s -> s.namespace("shop"))
                .add(NetworkPolicy.forAllPods(
                        "web",
                        n -> n.podSelector(LabelSelector.of("app", "wbe")).ingress(r -> r.port(HTTP))));
    }

    @Example(
            value = "GTY-NPL-002",
            why =
                    "A selector without labels stands for every pod, so far more would go through than was meant. Name the labels of what lives outside the program.")
    static void noSelector(App app) {
        Stack shop = app.stack("shop", s -> s.namespace("shop"));
        Deployment web = shop.add(web("web"));
        shop.add(NetworkPolicy.of(
                "web",
                web,
                n -> n.ingress(r -> r.from(Deployment.existing("proxy")).port(HTTP))));
    }

    @Example(
            value = "GTY-NPL-003",
            why =
                    "A policy is looked at behind the Service, where the container's own number counts. Pass the Port value that the container was given.")
    static void port(App app) {
        Stack shop = app.stack("shop", s -> s.namespace("shop"));
        Deployment web = shop.add(web("web"));
        shop.add(NetworkPolicy.of("web", web, n -> n.ingress(r -> r.port(Port.http(80)))));
    }

    @Example(
            value = "GTY-NPL-004",
            why = "A connection needs to be admitted twice: as egress where it begins, and as ingress where it ends.")
    static void otherSide(App app) {
        Stack shop = app.stack("shop", s -> s.namespace("shop"));
        Deployment web = shop.add(web("web"));
        Deployment batch = shop.add(web("batch"));
        shop.add(NetworkPolicy.of("web", web, n -> n.ingress(r -> r.from(batch).port(HTTP))));
        shop.add(NetworkPolicy.of("batch", batch, n -> n.egressToDns()));
    }

    @Example(
            value = "GTY-NPL-005",
            why =
                    "The controller connects to the pods themselves, and most often lives in a namespace of its own. If it lives in this one, accept the finding.")
    static void noEntry(App app) {
        Stack shop = app.stack("shop", s -> s.namespace("shop"));
        Deployment web = shop.add(web("web"));
        Service service = shop.add(Service.of("web", s -> s.selects(web).port(HTTP, 80)));
        shop.add(Ingress.of("web", i -> i.host("shop.example.com", h -> h.path("/", service, HTTP))));
        shop.add(NetworkPolicy.denyIngress("deny"));
    }

    @Example(value = "GTY-NPL-006", why = "Names of Services are looked up in the DNS, which is a connection too.")
    static void noDns(App app) {
        Stack shop = app.stack("shop", s -> s.namespace("shop"));
        Deployment web = shop.add(web("web"));
        Deployment api = shop.add(web("api"));
        shop.add(NetworkPolicy.of("web", web, n -> n.egress(r -> r.to(api).port(HTTP))));
    }

    @Example(
            value = "GTY-NPL-007",
            why =
                    "Without policyTypes, Kubernetes always takes Ingress for one of them. Say so, and nobody has to know.")
    static void implied(App app) {
        Stack shop = app.stack("shop", s -> s.namespace("shop"));
        Deployment web = shop.add(web("web"));
        shop.add(NetworkPolicy.of("web", web, n -> {}));
    }

    @Example(value = "GTY-NPL-008", why = "Kubernetes looks at rules only of those directions that policyTypes names.")
    static void withoutEffect(App app) {
        Stack shop = app.stack("shop", s -> s.namespace("shop"));
        Deployment web = shop.add(web("web"));
        shop.add(NetworkPolicy.of(
                "web",
                web,
                n -> n.policyTypes(PolicyType.EGRESS)
                        .ingress(r -> r.port(HTTP))
                        .rawTree(tree -> ((ObjectNode) tree.path("spec"))
                                .withArray("policyTypes")
                                .remove(1))));
    }

    @Example(
            value = "GTY-NPL-009",
            why = "Such a pod has the addresses of its node, which a policy cannot tell from those of others.")
    static void hostNetwork(App app) {
        Stack shop = app.stack("shop", s -> s.namespace("shop"));
        DaemonSet exporter = shop.add(DaemonSet.of(
                "exporter",
                d -> d.selector("app", "exporter")
                        .container("exporter", Image.of("example.com/exporter:1"), c -> {})
                        .hostNetwork(true)));
        shop.add(NetworkPolicy.of("exporter", exporter, n -> n.policyTypes(PolicyType.INGRESS)));
    }

    private static Deployment web(String name) {
        return Deployment.of(
                name, d -> d.selector("app", name).container("web", Image.of("example.com/web:7"), c -> c.ports(HTTP)));
    }
}
