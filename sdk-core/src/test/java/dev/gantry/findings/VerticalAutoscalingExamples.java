package dev.gantry.findings;

import dev.gantry.App;
import dev.gantry.Image;
import dev.gantry.Stack;
import dev.gantry.autoscaling.HorizontalPodAutoscaler;
import dev.gantry.autoscaling.UpdateMode;
import dev.gantry.autoscaling.VerticalPodAutoscaler;
import dev.gantry.workload.Deployment;

/** What the rules for vertical autoscalers are for. */
final class VerticalAutoscalingExamples {

    private VerticalAutoscalingExamples() {}

    @Example(value = "GTY-VPA-001", why = "The autoscaler's own checks reject it when it is applied.")
    static void bounds(App app) {
        app.stack("shop")
                .add(VerticalPodAutoscaler.of(
                        "web",
                        Deployment.existing("web"),
                        v -> v.allContainers(c -> c.minAllowed("2", "128Mi").maxAllowed("1000m", "2Gi"))));
    }

    @Example(value = "GTY-VPA-002", why = "The policy would never have an effect. Name a container of the target.")
    static void noContainer(App app) {
        Stack shop = app.stack("shop");
        Deployment web = shop.add(Deployment.of(
                "web", d -> d.selector("app", "web").container("web", Image.of("example.com/web:7"), c -> {})));
        shop.add(VerticalPodAutoscaler.of("web", web, v -> v.container("api", c -> c.maxAllowed("1", "1Gi"))));
    }

    @Example(value = "GTY-VPA-003", why = "Only one of them has an effect, and nobody says which.")
    static void sameTarget(App app) {
        Stack shop = app.stack("shop");
        Deployment web = Deployment.existing("web");
        shop.add(VerticalPodAutoscaler.of("web", web, v -> v.updateMode(UpdateMode.RECREATE)));
        shop.add(VerticalPodAutoscaler.of("web-advice", web, v -> v.updateMode(UpdateMode.OFF)));
    }

    @Example(
            value = "GTY-VPA-004",
            why =
                    "More load makes the vertical one raise the requests, which lowers the utilisation that the horizontal one follows: replicas and requests swing.")
    static void besideHorizontal(App app) {
        Stack shop = app.stack("shop");
        Deployment web = Deployment.existing("web");
        shop.add(HorizontalPodAutoscaler.of("web", web, h -> h.replicas(2, 7).cpuUtilization(70)));
        shop.add(VerticalPodAutoscaler.of("web", web, v -> v.updateMode(UpdateMode.RECREATE)));
    }

    @Example(
            value = "GTY-VPA-005",
            why = "The autoscaler takes away what the container was given on purpose, and its pods start with less.")
    static void belowRequest(App app) {
        Stack shop = app.stack("shop");
        Deployment web = shop.add(Deployment.of(
                "web",
                d -> d.selector("app", "web")
                        .container("web", Image.of("example.com/web:7"), c -> c.requests("250m", "4Gi"))));
        shop.add(VerticalPodAutoscaler.of("web", web, v -> v.container("web", c -> c.maxAllowed("1000m", "2Gi"))));
    }

    @Example(value = "GTY-VPA-006", why = "The autoscaler's own checks reject it when it is applied.")
    static void rejected(App app) {
        app.stack("shop").add(VerticalPodAutoscaler.of("web", Deployment.existing("web"), v -> v.minReplicas(1)));
    }
}
