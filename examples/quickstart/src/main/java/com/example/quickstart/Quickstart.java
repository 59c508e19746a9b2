package com.example.quickstart;

import static dev.gantry.security.PodSecurityStandard.RESTRICTED;
import static java.time.Duration.ofSeconds;

import dev.gantry.App;
import dev.gantry.Blueprint;
import dev.gantry.Gantry;
import dev.gantry.Image;
import dev.gantry.Port;
import dev.gantry.Stack;
import dev.gantry.autoscaling.HorizontalPodAutoscaler;
import dev.gantry.config.ConfigMap;
import dev.gantry.network.NetworkPolicy;
import dev.gantry.network.Service;
import dev.gantry.workload.Deployment;
import dev.gantry.workload.Probe;

/** A small shop: one service, its configuration, as many replicas as its load needs, and who may reach it. */
public final class Quickstart implements Blueprint<Quickstart.Settings> {

    /** What differs between environments. */
    public record Settings(Image image, String logLevel, int minReplicas, int maxReplicas) {}

    private static final Port HTTP = Port.http(8080);

    @Override
    public void define(App app, Settings env) {
        Stack shop = app.stack("shop", s -> s.namespace("shop")
                .label("app.kubernetes.io/part-of", "shop")
                .harden(RESTRICTED));

        ConfigMap config = shop.add(ConfigMap.of("shop", c -> c.text("LOG_LEVEL", env.logLevel())));

        Deployment server = shop.add(Deployment.of("shop", d -> d
                .selector("app.kubernetes.io/name", "shop")
                .rollsOn(config)
                .container("shop", env.image(), c -> c
                        .ports(HTTP)
                        .envFrom(config)
                        .requests("250m", "256Mi")
                        .limits("500m", "256Mi")
                        .readiness(Probe.httpGet("/ready", HTTP).initialDelay(ofSeconds(5))))));

        shop.add(Service.of("shop", s -> s.selects(server).port(HTTP, 80)));

        shop.add(HorizontalPodAutoscaler.of("shop", server, h -> h
                .replicas(env.minReplicas(), env.maxReplicas())
                .cpuUtilization(70)));

        shop.add(NetworkPolicy.denyIngress("deny-ingress"));
        shop.add(NetworkPolicy.of("shop", server, p -> p.ingress(r -> r.port(HTTP))));
    }

    public static void main(String[] args) {
        Gantry.run(new Quickstart(), args);
    }
}
