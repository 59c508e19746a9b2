package dev.gantry.argocd.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.App;
import dev.gantry.Stack;
import dev.gantry.access.ApiResource;
import dev.gantry.access.ClusterRole;
import dev.gantry.access.Verb;
import dev.gantry.argocd.AppProject;
import dev.gantry.argocd.Application;
import dev.gantry.argocd.DestinationCluster;
import dev.gantry.argocd.Git;
import dev.gantry.argocd.GroupKind;
import dev.gantry.argocd.SyncWindowKind;
import dev.gantry.config.ConfigMap;
import dev.gantry.findings.Example;
import dev.gantry.workload.Cron;
import java.time.Duration;

/** What the rules for projects are for. */
final class ProjectExamples {

    private static final Git DEPLOY =
            Git.repository("https://git.example.com/deploy").path("shop");

    private ProjectExamples() {}

    @Example(
            value = "GTY-ARG-008",
            why = "An Application of a project that is not there does nothing. One from elsewhere is named with"
                    + " AppProject.existing(...).")
    static void noProject(App app) {
        Stack gitops = app.stack("gitops", s -> s.namespace("argocd"));
        gitops.add(AppProject.of(
                "shop",
                p -> p.sourceRepos("https://git.example.com/deploy")
                        .destination(DestinationCluster.IN_CLUSTER, "shop")));
        gitops.add(Application.of(
                "shop",
                a -> a.from(DEPLOY)
                        .destination(DestinationCluster.IN_CLUSTER, "shop")
                        .rawTree(tree -> ((ObjectNode) tree.get("spec")).put("project", "shpo"))));
    }

    @Example(
            value = "GTY-ARG-009",
            why =
                    "Argo CD does not see it, unless it was set up for Applications in any namespace and the project admits this"
                            + " one.")
    static void outside(App app) {
        AppProject project = app.stack("gitops", s -> s.namespace("argocd"))
                .add(AppProject.of(
                        "shop",
                        p -> p.sourceRepos("https://git.example.com/deploy")
                                .destination(DestinationCluster.IN_CLUSTER, "shop")));
        app.stack("applications", s -> s.namespace("shop"))
                .add(Application.of(
                        "shop",
                        a -> a.project(project).from(DEPLOY).destination(DestinationCluster.IN_CLUSTER, "shop")));
    }

    @Example(
            value = "GTY-ARG-010",
            why = "Argo CD refuses to deploy it. The namespaces that resources state have to be allowed too.")
    static void destination(App app) {
        Stack gitops = app.stack("gitops", s -> s.namespace("argocd"));
        AppProject project = gitops.add(AppProject.of(
                "shop",
                p -> p.sourceRepos("https://git.example.com/deploy")
                        .destination(DestinationCluster.IN_CLUSTER, "shop-*")));
        gitops.add(Application.of(
                "shop", a -> a.project(project).from(DEPLOY).destination(DestinationCluster.IN_CLUSTER, "shop")));
    }

    @Example(
            value = "GTY-ARG-011",
            why = "Argo CD refuses to read it. In the URL of a repository, * does not stand for /.")
    static void source(App app) {
        Stack gitops = app.stack("gitops", s -> s.namespace("argocd"));
        AppProject project = gitops.add(AppProject.of(
                "shop",
                p -> p.sourceRepos("https://git.example.com/*").destination(DestinationCluster.IN_CLUSTER, "shop")));
        gitops.add(Application.of(
                "shop",
                a -> a.project(project)
                        .from(Git.repository("https://git.example.com/team/deploy")
                                .path("shop"))
                        .destination(DestinationCluster.IN_CLUSTER, "shop")));
    }

    @Example(
            value = "GTY-ARG-012",
            why =
                    "The sync fails. A project allows no kind without a namespace, unless its clusterResourceWhitelist names it.")
    static void kind(App app) {
        Stack shop = app.stack("shop", s -> s.namespace("shop"));
        shop.add(ClusterRole.of("node-reader", r -> r.allow(Verb.GET, ApiResource.NODES)));
        shop.add(ConfigMap.of("settings", c -> c.text("LOG_LEVEL", "info")));
        Stack gitops = app.stack("gitops", s -> s.namespace("argocd"));
        AppProject project = gitops.add(AppProject.of(
                "shop",
                p -> p.sourceRepos("https://git.example.com/deploy")
                        .destination(DestinationCluster.IN_CLUSTER, "shop")));
        gitops.add(Application.of("shop", a -> a.deploys(shop).project(project).from(DEPLOY)));
    }

    @Example(value = "GTY-ARG-022", why = "Argo CD rejects a project that has an entry twice.")
    static void repeated(App app) {
        app.stack("gitops", s -> s.namespace("argocd"))
                .add(AppProject.of(
                        "shop",
                        p -> p.sourceRepos("https://git.example.com/deploy", "https://git.example.com/deploy")));
    }

    @Example(value = "GTY-ARG-023", why = "Argo CD rejects it, or it allows nothing.")
    static void entry(App app) {
        app.stack("gitops", s -> s.namespace("argocd"))
                .add(AppProject.of("shop", p -> p.sourceRepos("*").destination(DestinationCluster.IN_CLUSTER, "!*")));
    }

    @Example(
            value = "GTY-ARG-024",
            why = "Argo CD rejects the project. A policy speaks of its own role, and of objects of its own project.")
    static void policy(App app) {
        app.stack("gitops", s -> s.namespace("argocd"))
                .add(AppProject.of(
                        "shop",
                        p -> p.role(
                                "deployer",
                                r -> r.policies("p, proj:shop:deploy, applications, sync, shop/*, allow"))));
    }

    @Example(value = "GTY-ARG-033", why = "The entry is true of no resource: what it is to forbid stays allowed.")
    static void unknownKind(App app) {
        app.stack("gitops", s -> s.namespace("argocd"))
                .add(AppProject.of(
                        "shop",
                        p -> p.sourceRepos("https://git.example.com/deploy")
                                .destination(DestinationCluster.IN_CLUSTER, "shop")
                                .namespaceResourceBlacklist(GroupKind.of("rbac.authorization.k8s.io", "RoleBindng"))));
    }

    @Example(
            value = "GTY-ARG-025",
            why =
                    "Argo CD rejects the whole project for a window that is for nothing, or whose schedule it does not read.")
    static void window(App app) {
        app.stack("gitops", s -> s.namespace("argocd"))
                .add(AppProject.of(
                        "shop",
                        p -> p.syncWindow(
                                SyncWindowKind.DENY,
                                Cron.of("0 22 * * 5"),
                                Duration.ofHours(60),
                                w -> w.description("No syncs at weekends"))));
    }
}
