package dev.gantry.benchmarks.gantry;

import dev.gantry.App;
import dev.gantry.Blueprint;
import dev.gantry.Image;
import dev.gantry.Stack;
import dev.gantry.argocd.DestinationCluster;
import dev.gantry.argocd.Git;
import dev.gantry.argocd.GitOps;
import dev.gantry.network.NetworkPolicy;
import dev.gantry.workload.Deployment;

/** One cluster of many: a server in each of its stacks, and the Applications that deploy them. */
public final class Clusters implements Blueprint<Clusters.Settings> {

    private static final Git REPOSITORY =
            Git.repository("https://git.example.com/deploy").revision("main");

    /**
     * What differs between clusters.
     *
     * @param image what all servers run
     * @param stacks how many there are
     * @param minReplicas of each server
     */
    public record Settings(Image image, int stacks, int minReplicas) {}

    @Override
    public void define(App app, Settings env) {
        for (int i = 0; i < env.stacks(); i++) {
            String name = "app-" + i;
            Stack stack = app.stack(name, s -> s.namespace(name).label("app.kubernetes.io/part-of", name));
            stack.add(NetworkPolicy.denyIngress("default-deny"));
            Deployment server = stack.add(WebServer.deployment(name, env.image(), d -> {}, c -> {}));
            stack.add(WebServer.service(server));
            stack.add(WebServer.autoscaler(server, env.minReplicas(), 10));
        }
        app.stack("argocd", s -> s.namespace("argocd"))
                .add(GitOps.of(
                        app,
                        REPOSITORY,
                        stack -> stack.name() + "-" + app.environment(),
                        g -> g.cluster(DestinationCluster.named(app.environment()))));
    }
}
