package dev.gantry.findings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.App;
import dev.gantry.Image;
import dev.gantry.Stack;
import dev.gantry.autoscaling.HorizontalPodAutoscaler;
import dev.gantry.workload.Deployment;

/** What the rules for autoscalers are for. */
final class AutoscalingExamples {

    private AutoscalingExamples() {}

    @Example(value = "GTY-HPA-001", why = "A cluster rejects the autoscaler.")
    static void bounds(App app) {
        Stack shop = app.stack("shop");
        Deployment web = shop.add(Deployment.of(
                "web",
                d -> d.selector("app", "web")
                        .container("web", Image.of("example.com/web:7"), c -> c.requests("250m", "256Mi"))));
        shop.add(HorizontalPodAutoscaler.of("web", web, h -> h.replicas(10, 3)));
    }

    @Example(
            value = "GTY-HPA-002",
            why =
                    "Zero pods answer no request, and their metrics are gone too. Clusters take 0 only with a feature that is off by default.")
    static void zero(App app) {
        Stack shop = app.stack("shop");
        Deployment web = shop.add(Deployment.of(
                "web",
                d -> d.selector("app", "web")
                        .container("web", Image.of("example.com/web:7"), c -> c.requests("250m", "256Mi"))));
        shop.add(HorizontalPodAutoscaler.of("web", web, h -> h.replicas(0, 3)));
    }

    @Example(
            value = "GTY-HPA-003",
            why =
                    "Utilisation is a share of what is requested. Without the request the autoscaler does nothing, and says so only in its status.")
    static void noRequest(App app) {
        Stack shop = app.stack("shop");
        Deployment web = shop.add(Deployment.of(
                "web", d -> d.selector("app", "web").container("web", Image.of("example.com/web:7"), c -> {})));
        shop.add(HorizontalPodAutoscaler.of("web", web, h -> h.replicas(2, 7).cpuUtilization(70)));
    }

    @Example(value = "GTY-HPA-004", why = "Each apply would set the number back, and so remove pods under load.")
    static void fixedReplicas(App app) {
        Stack shop = app.stack("shop");
        Deployment web = shop.add(Deployment.of(
                "web",
                d -> d.selector("app", "web")
                        .replicas(4)
                        .container("web", Image.of("example.com/web:7"), c -> c.requests("250m", "256Mi"))));
        shop.add(HorizontalPodAutoscaler.of("web", web, h -> h.replicas(2, 7)));
    }

    @Example(
            value = "GTY-HPA-005",
            why = "Two autoscalers of one target work against each other. One can follow several metrics.")
    static void sameTarget(App app) {
        Stack shop = app.stack("shop");
        Deployment web = shop.add(Deployment.of(
                "web",
                d -> d.selector("app", "web")
                        .container("web", Image.of("example.com/web:7"), c -> c.requests("250m", "256Mi"))));
        shop.add(
                HorizontalPodAutoscaler.of("web-cpu", web, h -> h.replicas(2, 7).cpuUtilization(70)));
        shop.add(HorizontalPodAutoscaler.of(
                "web-memory", web, h -> h.replicas(2, 7).memoryUtilization(80)));
    }

    @Example(value = "GTY-HPA-006", why = "The metric could never be read. Name a container of the target.")
    static void noContainer(App app) {
        Stack shop = app.stack("shop");
        Deployment web = shop.add(Deployment.of(
                "web",
                d -> d.selector("app", "web")
                        .container("web", Image.of("example.com/web:7"), c -> c.requests("250m", "256Mi"))));
        shop.add(HorizontalPodAutoscaler.of(
                "web",
                web,
                h -> h.replicas(2, 7).rawTree(tree -> {
                    ObjectNode metric =
                            ((ObjectNode) tree.get("spec")).putArray("metrics").addObject();
                    metric.put("type", "ContainerResource");
                    ObjectNode resource = metric.putObject("containerResource")
                            .put("name", "cpu")
                            .put("container", "api");
                    resource.putObject("target").put("type", "Utilization").put("averageUtilization", 70);
                })));
    }
}
