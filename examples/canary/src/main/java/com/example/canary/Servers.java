package com.example.canary;

import static java.time.Duration.ofSeconds;

import dev.gantry.Image;
import dev.gantry.Port;
import dev.gantry.Stack;
import dev.gantry.access.ServiceAccount;
import dev.gantry.cluster.Namespace;
import dev.gantry.istio.Injection;
import dev.gantry.network.NetworkPolicy;
import dev.gantry.network.Service;
import dev.gantry.workload.Deployment;
import dev.gantry.workload.IntOrPercent;
import dev.gantry.workload.PodDisruptionBudget;
import dev.gantry.workload.Probe;

/** Two versions of one server, and the Service before both. */
final class Servers {

    static final Port HTTP = Port.http(8080);
    static final Port METRICS = Port.tcp("http-metrics", 9090);

    /** What the pods of both versions have in common. */
    static final String NAME = "app.kubernetes.io/name";

    final Deployment stable;
    final Deployment canary;
    final Service service;
    final ServiceAccount account;

    Servers(Stack shop, CanaryShop.Settings env) {
        shop.add(Namespace.of("shop", Injection::enable));
        account = shop.add(ServiceAccount.of("web", a -> a.automountServiceAccountToken(false)));
        stable = shop.add(server("stable", env.image(), env.replicas()));
        canary = shop.add(server("canary", env.canaryImage(), env.replicas()));
        service = shop.add(Service.of("web", s -> s
                .label(NAME, "web")
                .selects(stable, canary)
                .port(HTTP, 80)
                .port(METRICS)));
        shop.add(PodDisruptionBudget.of("web-stable", stable, b -> b.maxUnavailable(IntOrPercent.of(1))));
        shop.add(NetworkPolicy.denyIngress("deny-ingress"));
        admit(shop, stable);
        admit(shop, canary);
    }

    private Deployment server(String track, Image image, int replicas) {
        return Deployment.of("web-" + track, d -> d
                .selector(NAME, "web")
                .selector("track", track)
                .replicas(replicas)
                .serviceAccount(account)
                .container("web", image, c -> c
                        .ports(HTTP, METRICS)
                        .requests("100m", "128Mi")
                        .limits("500m", "128Mi")
                        .readiness(Probe.httpGet("/ready", HTTP).initialDelay(ofSeconds(3)))));
    }

    /** Who may connect at all; who may ask for what, the mesh decides. */
    private static void admit(Stack shop, Deployment server) {
        shop.add(NetworkPolicy.of(server.name(), server, p -> p.ingress(r -> r.port(HTTP).port(METRICS))));
    }
}
