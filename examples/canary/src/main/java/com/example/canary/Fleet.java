package com.example.canary;

import dev.gantry.App;
import dev.gantry.Stack;
import dev.gantry.argocd.AppProject;
import dev.gantry.argocd.ApplicationSet;
import dev.gantry.argocd.DestinationCluster;
import dev.gantry.argocd.Generator;
import dev.gantry.argocd.Git;
import dev.gantry.argocd.GroupKind;
import dev.gantry.argocd.SyncOption;
import dev.gantry.finding.Severity;

/** One Application for each cluster: Argo CD brings there what is rendered into the repository. */
final class Fleet {

    private static final String REPOSITORY = "https://git.example.com/shop-manifests";

    private Fleet() {}

    static void define(App app, Stack shop, CanaryShop.Settings env) {
        Stack gitops = app.stack("gitops", s -> s
                .namespace("argocd")
                .finding("GTY-GIT-008", Severity.OFF, "each environment has an Argo CD of its own, for all its clusters"));
        AppProject project = gitops.add(AppProject.of("shop", p -> {
            p.description("The shop, in all clusters")
                    .sourceRepos(REPOSITORY)
                    .clusterResourceWhitelist(GroupKind.of("", "Namespace"));
            for (CanaryShop.Cluster cluster : env.clusters()) {
                p.destination(DestinationCluster.named(cluster.name()), "shop");
            }
        }));
        gitops.add(ApplicationSet.of("shop", "shop-{{ .cluster }}", a -> a
                .goTemplate()
                .generator(Generator.list(g -> {
                    for (CanaryShop.Cluster cluster : env.clusters()) {
                        g.element(e -> e.set("cluster", cluster.name()).set("region", cluster.region()));
                    }
                }))
                .project(project)
                .applicationLabel("region", "{{ .region }}")
                .deploys(shop, DestinationCluster.named("{{ .cluster }}"))
                .from(Git.repository(REPOSITORY).path("rendered/" + env.environment() + "/shop").revision("main"))
                .automated(s -> s.prune(true).selfHeal(true))
                .syncOptions(SyncOption.SERVER_SIDE_APPLY, SyncOption.PRUNE_LAST)));
    }
}
