package com.acme;

import static dev.gantry.security.PodSecurityStandard.RESTRICTED;

import dev.gantry.App;
import dev.gantry.Blueprint;
import dev.gantry.Image;
import dev.gantry.Port;
import dev.gantry.Stack;
import dev.gantry.config.ConfigMap;
import dev.gantry.finding.Severity;
import dev.gantry.network.Service;
import dev.gantry.workload.Deployment;

/** A small shop. */
public final class Shop implements Blueprint<Shop.Settings> {

    /** What differs between environments. */
    public record Settings(String image, int replicas, String host) {}

    private static final Port HTTP = Port.http(8080);
    private static final Port ADMIN = Port.tcp("admin", 9090);

    @Override
    public void define(App app, Settings env) {
        System.out.println("making " + app.environment() + " – ünïcode");
        Stack shop = app.stack("shop", s -> s.namespace("shop").harden(RESTRICTED)
                .finding("GTY-SEC-006", Severity.OFF, "the mesh decides who may come in"));
        Deployment web = shop.add(Deployment.of("web", d -> d.replicas(env.replicas())
                .selector("app", "web")
                .container("web", Image.of(env.image()), c -> c.ports(HTTP, ADMIN)
                        .requests("250m", "256Mi")
                        .limits("500m", "256Mi"))));
        shop.add(Service.of("web", s -> s.selects(web).port(HTTP, 80)));
        shop.add(ConfigMap.of("settings", c -> c.text("host", env.host())));
    }
}
