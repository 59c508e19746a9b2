package dev.gantry.benchmarks.gantry;

import dev.gantry.App;
import dev.gantry.Blueprint;
import dev.gantry.Image;
import dev.gantry.Stack;
import dev.gantry.access.ServiceAccount;
import dev.gantry.cluster.Namespace;
import dev.gantry.config.ConfigMap;
import dev.gantry.network.NetworkPolicy;
import dev.gantry.workload.Deployment;

/** One app of eight resources: a server and a worker, with what they need. */
public final class Shop implements Blueprint<Shop.Settings> {

    /**
     * What differs between environments.
     *
     * @param image what the server runs
     * @param workerImage what the worker runs
     * @param logLevel how much they log
     * @param minReplicas of each
     * @param maxReplicas of each
     */
    public record Settings(Image image, Image workerImage, String logLevel, int minReplicas, int maxReplicas) {}

    @Override
    public void define(App app, Settings env) {
        Stack stack = app.stack("shop", s -> s.namespace("shop").label("app.kubernetes.io/part-of", "shop"));
        stack.add(NetworkPolicy.denyIngress("default-deny"));
        stack.add(Namespace.of("shop", n -> n.label("pod-security.kubernetes.io/enforce", "restricted")));
        ServiceAccount account = stack.add(ServiceAccount.of("shop", a -> a.automountServiceAccountToken(false)));
        ConfigMap config = stack.add(ConfigMap.of(
                "shop",
                c -> c.text("LOG_LEVEL", env.logLevel())
                        .text("application.properties", "greeting=hello\ncurrency=EUR\nretries=3\n")));

        Deployment server = stack.add(
                WebServer.deployment("shop", env.image(), d -> d.serviceAccount(account), c -> c.envFrom(config)));
        stack.add(WebServer.service(server));
        stack.add(WebServer.autoscaler(server, env.minReplicas(), env.maxReplicas()));

        stack.add(WebServer.deployment(
                "shop-worker", env.workerImage(), d -> d.serviceAccount(account), c -> c.envFrom(config)));
    }
}
