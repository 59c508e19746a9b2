package dev.gantry.docs;

import dev.gantry.App;
import dev.gantry.Blueprint;
import dev.gantry.Image;
import dev.gantry.Port;
import dev.gantry.Stack;
import dev.gantry.argocd.ApplicationHealth;
import dev.gantry.argocd.ApplicationSet;
import dev.gantry.argocd.DestinationCluster;
import dev.gantry.argocd.Generator;
import dev.gantry.argocd.Git;
import dev.gantry.argocd.GitOps;
import dev.gantry.argocd.SyncOption;
import dev.gantry.autoscaling.HorizontalPodAutoscaler;
import dev.gantry.network.NetworkPolicy;
import dev.gantry.network.Service;
import dev.gantry.raw.Raw;
import dev.gantry.raw.RawObjects;
import dev.gantry.workload.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;

/** The program of docs/gitops.md. */
public final class FleetProgram implements Blueprint<FleetProgram.Settings> {

    // begin
    /**
     * What differs between clusters; each is an environment.
     *
     * @param argocd whether Argo CD runs in this cluster, for all of them
     */
    public record Settings(Image image, int minReplicas, boolean argocd) {}

    private static final Git REPOSITORY =
            Git.repository("https://git.example.com/deploy").revision("main");
    private static final Port HTTP = Port.http(8080);

    @Override
    public void define(App app, Settings env) {
        Stack istio = app.stack("istio", s -> s.namespace("istio-system"));
        istio.addAll(Raw.directory("vendor/istio"));

        Stack monitoring = app.stack("monitoring", s -> s.namespace("monitoring"));
        RawObjects operator = monitoring.addAll(Raw.directory(
                "vendor/monitoring",
                o -> o.raw(
                        DeploymentBuilder.class,
                        "prometheus-operator",
                        d -> d.editSpec().withReplicas(env.minReplicas()).endSpec())));
        monitoring.add(NetworkPolicy.of(
                "operator",
                Deployment.from(operator, "prometheus-operator"),
                p -> p.ingress(r -> r.port(Port.tcp("https", 8443)))));

        Stack shop = app.stack("shop", s -> s.namespace("shop").dependsOn(istio, monitoring));
        Deployment server = shop.add(Deployment.of(
                "shop",
                d -> d.selector("app.kubernetes.io/name", "shop")
                        .container("shop", env.image(), c -> c.ports(HTTP).requests("250m", "256Mi"))));
        shop.add(Service.of("shop", s -> s.selects(server).port(HTTP, 80)));
        shop.add(HorizontalPodAutoscaler.of(
                "shop", server, h -> h.replicas(env.minReplicas(), 10).cpuUtilization(70)));

        if (env.argocd()) {
            app.stack("argocd", s -> s.namespace("argocd"))
                    .addAll(Raw.directory(
                            "vendor/argo-cd",
                            o -> o.edit(
                                    "ConfigMap",
                                    "argocd-cm",
                                    c -> c.rawFields(f -> f.set("data.url", "https://argocd.example.com")
                                            .set("data[\"" + ApplicationHealth.KEY + "\"]", ApplicationHealth.LUA)))));
        }
        app.stack("applications", s -> s.namespace("argocd"))
                .add(GitOps.of(
                        app,
                        REPOSITORY,
                        stack -> stack.name() + "-" + app.environment(),
                        g -> g.cluster(DestinationCluster.named(app.environment()))
                                .application(a -> a.automated(s -> s.prune(true).selfHeal(true))
                                        .syncOptions(SyncOption.SERVER_SIDE_APPLY))));
    }
    // end

    // begin set
    static ApplicationSet everyFolder() {
        return ApplicationSet.of(
                "fleet",
                "{{ .path.basename }}-{{ index .path.segments 1 }}",
                a -> a.goTemplate()
                        .generator(Generator.git(
                                "https://git.example.com/deploy", "main", g -> g.directories("rendered/*/*")))
                        .destination(DestinationCluster.named("{{ index .path.segments 1 }}"))
                        .from(REPOSITORY.path("{{ .path.path }}"))
                        .automated());
    }
    // end set
}
