package dev.gantry.benchmarks.gantry;

import dev.gantry.App;
import dev.gantry.Blueprint;
import dev.gantry.Image;
import dev.gantry.Stack;
import dev.gantry.network.NetworkPolicy;
import dev.gantry.workload.Deployment;

/** Many servers, each with its Deployment, Service and autoscaler, and a policy that closes their namespace. */
public final class Fleet implements Blueprint<Fleet.Settings> {

    /**
     * What differs between environments.
     *
     * @param image what all servers run
     * @param servers how many there are
     */
    public record Settings(Image image, int servers) {}

    @Override
    public void define(App app, Settings env) {
        Stack stack = app.stack("fleet", s -> s.namespace("fleet").label("app.kubernetes.io/part-of", "fleet"));
        stack.add(NetworkPolicy.denyIngress("default-deny"));
        for (int i = 0; i < env.servers(); i++) {
            Deployment server = stack.add(WebServer.deployment("server-" + i, env.image(), d -> {}, c -> {}));
            stack.add(WebServer.service(server));
            stack.add(WebServer.autoscaler(server, 2, 10));
        }
    }
}
