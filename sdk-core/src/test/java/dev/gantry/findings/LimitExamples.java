package dev.gantry.findings;

import dev.gantry.App;
import dev.gantry.Image;
import dev.gantry.Stack;
import dev.gantry.cluster.LimitRange;
import dev.gantry.cluster.PriorityClass;
import dev.gantry.cluster.ResourceQuota;
import dev.gantry.workload.Deployment;

/** What the rules for limits and priorities are for. */
final class LimitExamples {

    private LimitExamples() {}

    @Example(value = "GTY-LIM-001", why = "A cluster rejects the LimitRange.")
    static void contradiction(App app) {
        app.stack("shop")
                .add(LimitRange.of(
                        "limits", l -> l.container(c -> c.max("1", "1Gi").defaultLimit("2", "512Mi"))));
    }

    @Example(value = "GTY-LIM-002", why = "The Deployment is taken, but its pods are rejected; only its events say so.")
    static void outside(App app) {
        Stack shop = app.stack("shop");
        shop.add(LimitRange.of("limits", l -> l.container(c -> c.max("1", "1Gi"))));
        shop.add(Deployment.of(
                "web",
                d -> d.selector("app", "web")
                        .container(
                                "web",
                                Image.of("example.com/web:7"),
                                c -> c.requests("250m", "256Mi").limits("2", "512Mi"))));
    }

    @Example(
            value = "GTY-LIM-003",
            why =
                    "Where a quota counts CPU or memory, each container must state it, or its pods are rejected; only the events of the Deployment say so.")
    static void uncounted(App app) {
        Stack shop = app.stack("shop");
        shop.add(ResourceQuota.of("quota", q -> q.requests("20", "64Gi")));
        shop.add(Deployment.of(
                "web", d -> d.selector("app", "web").container("web", Image.of("example.com/web:7"), c -> {})));
    }

    @Example(value = "GTY-LIM-004", why = "Some pods are rejected, and which ones depends on who comes first.")
    static void aboveQuota(App app) {
        Stack shop = app.stack("shop");
        shop.add(ResourceQuota.of("quota", q -> q.requests("4", "8Gi")));
        shop.add(Deployment.of(
                "web",
                d -> d.selector("app", "web")
                        .replicas(5)
                        .container("web", Image.of("example.com/web:7"), c -> c.requests("1", "1Gi"))));
    }

    @Example(value = "GTY-LIM-005", why = "A cluster rejects the second one.")
    static void twoDefaults(App app) {
        Stack cluster = app.stack("cluster");
        cluster.add(PriorityClass.of("normal", 1000, p -> p.globalDefault(true)));
        cluster.add(PriorityClass.of("usual", 2000, p -> p.globalDefault(true)));
    }
}
