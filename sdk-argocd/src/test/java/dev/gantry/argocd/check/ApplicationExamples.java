package dev.gantry.argocd.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.App;
import dev.gantry.Image;
import dev.gantry.Stack;
import dev.gantry.argocd.Application;
import dev.gantry.argocd.DestinationCluster;
import dev.gantry.argocd.Git;
import dev.gantry.argocd.GitOps;
import dev.gantry.argocd.HelmRepository;
import dev.gantry.argocd.SyncOption;
import dev.gantry.cluster.Namespace;
import dev.gantry.config.ConfigMap;
import dev.gantry.findings.Example;
import dev.gantry.workload.Pod;
import java.time.Duration;

/** What the rules for Applications are for. */
final class ApplicationExamples {

    private static final Git DEPLOY =
            Git.repository("https://git.example.com/deploy").path("shop");

    private ApplicationExamples() {}

    @Example(
            value = "GTY-ARG-001",
            why =
                    "A folder is read from Git, a chart from a Helm repository: Argo CD takes the source for the chart's.")
    static void pathAndChart(App app) {
        app.stack("gitops", s -> s.namespace("argocd"))
                .add(Application.of(
                        "shop",
                        a -> a.from(HelmRepository.chart("https://charts.example.com", "web", "1.2.3"))
                                .destination(DestinationCluster.IN_CLUSTER, "shop")
                                .rawTree(tree -> ((ObjectNode) tree.at("/spec/source")).put("path", "shop"))));
    }

    @Example(
            value = "GTY-ARG-002",
            why = "Argo CD refuses such an Application: its state is unknown, and nothing is deployed.")
    static void noPath(App app) {
        app.stack("gitops", s -> s.namespace("argocd"))
                .add(Application.of(
                        "shop",
                        a -> a.from(Git.repository("https://git.example.com/deploy"))
                                .destination(DestinationCluster.IN_CLUSTER, "shop")));
    }

    @Example(value = "GTY-ARG-003", why = "Charts have no default version, as branches have.")
    static void noVersion(App app) {
        app.stack("gitops", s -> s.namespace("argocd"))
                .add(Application.of(
                        "shop",
                        a -> a.from(HelmRepository.chart("https://charts.example.com", "web", "1.2.3"))
                                .destination(DestinationCluster.IN_CLUSTER, "shop")
                                .rawTree(tree -> ((ObjectNode) tree.at("/spec/source")).remove("targetRevision"))));
    }

    @Example(value = "GTY-ARG-004", why = "What the single source has is not deployed.")
    static void sourceAndSources(App app) {
        app.stack("gitops", s -> s.namespace("argocd"))
                .add(Application.of(
                        "shop",
                        a -> a.destination(DestinationCluster.IN_CLUSTER, "shop")
                                .from(Git.repository("https://git.example.com/deploy")
                                        .path("shop"))
                                .from(
                                        HelmRepository.chart("https://charts.example.com", "web", "1.2.3"),
                                        HelmRepository.chart("https://charts.example.com", "cache", "4.5.6"))));
    }

    @Example(
            value = "GTY-ARG-005",
            why =
                    "The manifests cannot be made then. The name stands before the first /, and belongs to a source with that"
                            + " ref.")
    static void ref(App app) {
        app.stack("gitops", s -> s.namespace("argocd"))
                .add(Application.of(
                        "shop",
                        a -> a.destination(DestinationCluster.IN_CLUSTER, "shop")
                                .from(
                                        HelmRepository.chart("https://charts.example.com", "web", "1.2.3")
                                                .helm(h -> h.valueFiles("$values/production.yaml")),
                                        Git.repository("https://git.example.com/values")
                                                .ref("config"))));
    }

    @Example(value = "GTY-ARG-006", why = "Argo CD refuses an Application of which it does not know the cluster.")
    static void noDestination(App app) {
        app.stack("gitops", s -> s.namespace("argocd"))
                .add(Application.of(
                        "shop",
                        a -> a.from(
                                Git.repository("https://git.example.com/deploy").path("shop"))));
    }

    @Example(
            value = "GTY-ARG-007",
            why =
                    "The destination's namespace is for resources that state none. With CreateNamespace, an empty namespace"
                            + " would be made.")
    static void otherNamespace(App app) {
        Stack shop = app.stack("shop", s -> s.namespace("shop"));
        shop.add(ConfigMap.of("settings", c -> c.text("LOG_LEVEL", "info")));
        app.stack("gitops", s -> s.namespace("argocd"))
                .add(Application.of(
                        "shop",
                        a -> a.deploys(shop)
                                .destination(DestinationCluster.IN_CLUSTER, "shop-prod")
                                .from(DEPLOY)));
    }

    @Example(
            value = "GTY-ARG-013",
            why = "It takes one wrong path, or one commit that empties the folder, and everything is gone.")
    static void allowEmpty(App app) {
        app.stack("gitops", s -> s.namespace("argocd"))
                .add(Application.of(
                        "shop",
                        a -> a.from(DEPLOY)
                                .destination(DestinationCluster.IN_CLUSTER, "shop")
                                .automated(s -> s.prune(true).allowEmpty(true))));
    }

    @Example(
            value = "GTY-ARG-014",
            why =
                    "A resource belongs to one Application. Both are never in sync, and with automated pruning each deletes what"
                            + " the other makes.")
    static void twice(App app) {
        Stack gitops = app.stack("gitops", s -> s.namespace("argocd"));
        for (String name : new String[] {"shop", "shop-v2"}) {
            gitops.add(Application.of(
                    name,
                    a -> a.destination(DestinationCluster.IN_CLUSTER, "shop")
                            .from(Git.repository("https://git.example.com/deploy")
                                    .path("shop"))));
        }
    }

    @Example(
            value = "GTY-ARG-015",
            why = "Whoever deletes or prunes it deletes what deploys it. Most often it was added to the stack that it"
                    + " deploys by mistake.")
    static void itself(App app) {
        Stack shop = app.stack("shop", s -> s.namespace("shop"));
        shop.add(ConfigMap.of("settings", c -> c.text("LOG_LEVEL", "info")));
        shop.add(Application.of("shop", a -> a.deploys(shop).from(DEPLOY)));
    }

    @Example(
            value = "GTY-ARG-016",
            why =
                    "Argo CD passes over what it does not know without a word, and over `Force=true`, which it looks for in the"
                            + " annotations of resources only.")
    static void unknownOption(App app) {
        app.stack("gitops", s -> s.namespace("argocd"))
                .add(Application.of(
                        "shop",
                        a -> a.from(DEPLOY)
                                .destination(DestinationCluster.IN_CLUSTER, "shop")
                                .syncOptions(SyncOption.of("CreateNamespaces", "true"))));
    }

    @Example(value = "GTY-ARG-017", why = "One of them has no effect, and it is not the one that people expect.")
    static void contradiction(App app) {
        app.stack("gitops", s -> s.namespace("argocd"))
                .add(Application.of(
                        "shop",
                        a -> a.from(DEPLOY)
                                .destination(DestinationCluster.IN_CLUSTER, "shop")
                                .syncOptions(SyncOption.SERVER_SIDE_APPLY, SyncOption.REPLACE)));
    }

    @Example(
            value = "GTY-ARG-018",
            why = "Two make the same namespace, with different labels; or nobody makes it, and its labels are lost.")
    static void namespaceTwice(App app) {
        Stack shop = app.stack("shop", s -> s.namespace("shop"));
        shop.add(Namespace.of("shop", n -> n.label("team", "shop")));
        shop.add(ConfigMap.of("settings", c -> c.text("LOG_LEVEL", "info")));
        app.stack("gitops", s -> s.namespace("argocd"))
                .add(Application.of(
                        "shop", a -> a.deploys(shop).from(DEPLOY).syncOptions(SyncOption.CREATE_NAMESPACE)));
    }

    @Example(
            value = "GTY-ARG-019",
            why = "A sync that fails once, such as for a webhook that is not up yet, stays failed.")
    static void retry(App app) {
        app.stack("gitops", s -> s.namespace("argocd"))
                .add(Application.of(
                        "shop",
                        a -> a.from(DEPLOY)
                                .destination(DestinationCluster.IN_CLUSTER, "shop")
                                .retry(r -> r.limit(5).backoff(Duration.ofMinutes(5), 2, Duration.ofMinutes(3)))));
    }

    @Example(
            value = "GTY-ARG-020",
            why = "The difference that was meant still counts: most often the kind or the group has a typing error.")
    static void ignoredKind(App app) {
        Stack shop = app.stack("shop", s -> s.namespace("shop"));
        shop.add(ConfigMap.of("settings", c -> c.text("LOG_LEVEL", "info")));
        app.stack("gitops", s -> s.namespace("argocd"))
                .add(Application.of(
                        "shop",
                        a -> a.deploys(shop)
                                .from(DEPLOY)
                                .ignoreDifferences("apps", "Deployments", d -> d.jsonPointers("/spec/replicas"))));
    }

    @Example(
            value = "GTY-ARG-021",
            why =
                    "Argo CD waits until a wave is healthy before it applies the next one. A pod whose ConfigMap comes later never"
                            + " is, so the sync does not end.")
    static void wave(App app) {
        Stack shop = app.stack("shop", s -> s.namespace("shop"));
        ConfigMap settings = shop.add(ConfigMap.of(
                "settings", c -> c.text("LOG_LEVEL", "info").annotation("argocd.argoproj.io/sync-wave", "1")));
        shop.add(Pod.of(
                "web",
                p -> p.container(
                        "web",
                        Image.of("example.com/web:1"),
                        c -> c.env("LOG_LEVEL", settings.key("LOG_LEVEL"))
                                .requests("100m", "64Mi")
                                .limits("100m", "64Mi"))));
        app.stack("gitops", s -> s.namespace("argocd"))
                .add(Application.of("shop", a -> a.deploys(shop).from(DEPLOY)));
    }

    @Example(value = "GTY-ARG-034", why = "Helm cannot read the values, and Argo CD shows an error instead of a state.")
    static void helmValues(App app) {
        app.stack("gitops", s -> s.namespace("argocd"))
                .add(Application.of(
                        "shop",
                        a -> a.from(HelmRepository.chart("https://charts.example.com", "web", "1.2.3")
                                        .helm(h -> h.values("replicas=3")))
                                .destination(DestinationCluster.IN_CLUSTER, "shop")));
    }

    @Example(value = "GTY-ARG-035", why = "Argo CD passes one of the two on to Helm.")
    static void sameParameter(App app) {
        app.stack("gitops", s -> s.namespace("argocd"))
                .add(Application.of(
                        "shop",
                        a -> a.from(HelmRepository.chart("https://charts.example.com", "web", "1.2.3")
                                        .helm(h -> h.parameter("image.tag", "7").parameter("image.tag", "8")))
                                .destination(DestinationCluster.IN_CLUSTER, "shop")));
    }

    @Example(
            value = "GTY-ARG-036",
            why =
                    "What a `dependsOn` or the hooks of a chart put in order, `gantry:apply` waits for. Argo CD does by sync waves, if there are any.")
    static void order(App app) {
        Stack shop = app.stack("shop", s -> s.namespace("shop"));
        ConfigMap rules = shop.add(ConfigMap.of("rules", c -> c.text("currency", "EUR")));
        shop.add(ConfigMap.of("prices", c -> c.text("apples", "2").dependsOn(rules)));
        app.stack("gitops", s -> s.namespace("argocd"))
                .add(Application.of("shop", a -> a.deploys(shop).from(DEPLOY)));
    }

    @Example(
            value = "GTY-ARG-037",
            why =
                    "An Application that deploys others waits for each wave to be healthy. Of an Application, Argo CD does not know"
                            + " whether it is, unless its ConfigMap says how to tell, so all of them are synced at once.")
    static void applicationHealth(App app) {
        Stack base = app.stack("base", s -> s.namespace("base"));
        base.add(ConfigMap.of("rules", c -> c.text("currency", "EUR")));
        Stack shop = app.stack("shop", s -> s.namespace("shop").dependsOn(base));
        shop.add(ConfigMap.of("prices", c -> c.text("apples", "2")));
        Stack argocd = app.stack("argocd", s -> s.namespace("argocd"));
        argocd.add(ConfigMap.of("argocd-cm", c -> c.text("url", "https://argocd.example.com")));
        argocd.add(GitOps.of(app, DEPLOY, Stack::name, g -> g.leaveOut(argocd)));
    }
}
