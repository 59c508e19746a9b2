package dev.gantry.argocd.tree;

import dev.gantry.App;
import dev.gantry.OutputRun;
import dev.gantry.Stack;
import dev.gantry.argocd.Application;
import dev.gantry.argocd.DestinationCluster;
import dev.gantry.argocd.Git;
import dev.gantry.argocd.GitOps;
import dev.gantry.config.ConfigMap;
import dev.gantry.finding.Finding;
import dev.gantry.findings.Example;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** What the rules for trees of Argo CD are for. */
final class GitOpsExamples {

    private static final Git DEPLOY = Git.repository("https://git.example.com/deploy");

    private GitOpsExamples() {}

    private static Stack shop(App app) {
        Stack shop = app.stack("shop", s -> s.namespace("shop"));
        shop.add(ConfigMap.of("web", c -> c.text("mood", "calm")));
        return shop;
    }

    private static Stack argocd(App app) {
        return app.stack("argocd", s -> s.namespace("argocd"));
    }

    private static List<Finding> emit(Consumer<App> program, String... environments) {
        return new GitOpsEmitter().emit(OutputRun.of(program, environments)).findings();
    }

    @Example(value = "GTY-GIT-001", why = "The manifests are in the repository, but nothing brings them to a cluster.")
    static List<Finding> notDeployed(Path folder) {
        return emit(GitOpsExamples::shop, "staging");
    }

    @Example(
            value = "GTY-GIT-002",
            why = "Each Application would deploy what the other has too, and delete what is not its own.")
    static List<Finding> sameFolder(Path folder) {
        return emit(
                app -> {
                    Stack shop = shop(app);
                    argocd(app).add(Application.of("shop", a -> a.deploys(shop).from(DEPLOY.path("shop"))));
                },
                "production",
                "staging");
    }

    @Example(
            value = "GTY-GIT-003",
            why = "What tells Argo CD of the tree is there, and would be deployed with the stack.")
    static List<Finding> folder(Path folder) {
        return emit(
                app -> {
                    Stack shop = shop(app);
                    argocd(app).add(Application.of("shop", a -> a.deploys(shop).from(DEPLOY.path("argocd"))));
                },
                "staging");
    }

    @Example(
            value = "GTY-GIT-004",
            why = "Argo CD would ask Kustomize to build the folder, which has no kustomization in it.")
    static List<Finding> notAsItIs(Path folder) {
        return emit(
                app -> {
                    Stack shop = shop(app);
                    argocd(app)
                            .add(Application.of(
                                    "shop",
                                    a -> a.deploys(shop)
                                            .from(DEPLOY.path(GitOps.folder(app, shop))
                                                    .kustomize(k -> k.nameSuffix("-blue")))));
                },
                "staging");
    }

    @Example(value = "GTY-GIT-005", why = "In each of the repositories, Applications find a part of what they read.")
    static List<Finding> repositories(Path folder) {
        return emit(
                app -> {
                    Stack shop = shop(app);
                    argocd(app)
                            .add(Application.of(
                                    "shop",
                                    a -> a.deploys(shop)
                                            .from(Git.repository("https://git.example.com/" + app.environment())
                                                    .path(GitOps.folder(app, shop)))));
                },
                "production",
                "staging");
    }

    @Example(
            value = "GTY-GIT-006",
            why =
                    "Random values are made by Gantry's engine, in the cluster. Argo CD applies what is in the repository.")
    static List<Finding> secret(Path folder) {
        return emit(
                app -> {
                    Stack shop = shop(app);
                    shop.generatedSecret("database", "password", 32);
                    argocd(app).add(GitOps.of(app, DEPLOY, Stack::name, g -> {}));
                },
                "staging");
    }

    @Example(
            value = "GTY-GIT-008",
            why =
                    "One Argo CD for several clusters knows an Application by its name: that of staging takes the place of"
                            + " that of production, and with prune, what production had is deleted.")
    static List<Finding> replaced(Path folder) {
        return emit(
                app -> {
                    shop(app);
                    argocd(app)
                            .add(GitOps.of(
                                    app,
                                    DEPLOY,
                                    Stack::name,
                                    g -> g.cluster(DestinationCluster.named(app.environment()))));
                },
                "production",
                "staging");
    }
}
