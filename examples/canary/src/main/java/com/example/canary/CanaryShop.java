package com.example.canary;

import static dev.gantry.security.PodSecurityStandard.RESTRICTED;

import dev.gantry.App;
import dev.gantry.Blueprint;
import dev.gantry.Gantry;
import dev.gantry.Image;
import dev.gantry.Stack;
import java.util.List;

/** A small shop that tries a new version on a part of its customers, in three clusters. */
public final class CanaryShop implements Blueprint<CanaryShop.Settings> {

    /**
     * What differs between environments.
     *
     * @param environment what the folder of its manifests in Git is called
     * @param image the version that most customers get
     * @param canaryImage the version that is tried
     * @param canaryPercent how many of the requests go there
     * @param replicas how many servers there are of each version
     * @param host under which name customers reach the shop
     * @param traceSampling how many percent of the requests are traced
     * @param clusters where it runs
     */
    public record Settings(
            String environment,
            Image image,
            Image canaryImage,
            int canaryPercent,
            int replicas,
            String host,
            double traceSampling,
            List<Cluster> clusters) {}

    /**
     * A cluster that Argo CD knows.
     *
     * @param name what Argo CD calls it
     * @param region in which region its customers are
     */
    public record Cluster(String name, String region) {}

    @Override
    public void define(App app, Settings env) {
        Stack shop = app.stack("shop", s -> s.namespace("shop")
                .label("app.kubernetes.io/part-of", "shop")
                .harden(RESTRICTED));
        Servers servers = new Servers(shop, env);
        Mesh mesh = new Mesh(app, shop, servers);
        mesh.route(env);
        mesh.secure();
        mesh.trace(env);
        Alerts.define(shop, servers);
        Fleet.define(app, shop, env);
    }

    public static void main(String[] args) {
        Gantry.run(new CanaryShop(), args);
    }
}
