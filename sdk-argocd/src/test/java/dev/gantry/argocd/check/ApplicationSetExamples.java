package dev.gantry.argocd.check;

import dev.gantry.App;
import dev.gantry.argocd.ApplicationSet;
import dev.gantry.argocd.DestinationCluster;
import dev.gantry.argocd.Generator;
import dev.gantry.argocd.Git;
import dev.gantry.findings.Example;

/** What the rules for ApplicationSets are for. */
final class ApplicationSetExamples {

    private static final Git DEPLOY =
            Git.repository("https://git.example.com/deploy").path("shop");
    private static final DestinationCluster SERVER = DestinationCluster.server("{{ .server }}");

    private ApplicationSetExamples() {}

    @Example(value = "GTY-ARG-026", why = "Such a set makes no Application, and deletes those that it had made.")
    static void noGenerator(App app) {
        app.stack("gitops", s -> s.namespace("argocd"))
                .add(ApplicationSet.of(
                        "shop",
                        "shop",
                        s -> s.goTemplate().from(DEPLOY).destination(DestinationCluster.IN_CLUSTER, "shop")));
    }

    @Example(value = "GTY-ARG-027", why = "Argo CD stops with an error, and leaves the Applications as they were.")
    static void generator(App app) {
        app.stack("gitops", s -> s.namespace("argocd"))
                .add(ApplicationSet.of(
                        "shop",
                        "shop-{{name}}",
                        s -> s.generator(Generator.list(
                                        l -> l.element(e -> e.set("name", "eu").set("replicas", 2))))
                                .from(DEPLOY)
                                .destination(DestinationCluster.named("{{name}}"), "shop")));
    }

    @Example(
            value = "GTY-ARG-028",
            why =
                    "Argo CD stops with an error. Each field is a template of its own, and a Go template names a parameter with a"
                            + " dot before it.")
    static void template(App app) {
        app.stack("gitops", s -> s.namespace("argocd"))
                .add(ApplicationSet.of(
                        "shop",
                        "shop-{{ .name }",
                        s -> s.goTemplate()
                                .generator(Generator.clusters())
                                .from(DEPLOY)
                                .destination(SERVER, "shop")));
    }

    @Example(
            value = "GTY-ARG-029",
            why =
                    "With missingkey=error Argo CD stops with an error; otherwise the parameter stays as it is, or becomes"
                            + " <no value>.")
    static void parameter(App app) {
        app.stack("gitops", s -> s.namespace("argocd"))
                .add(ApplicationSet.of(
                        "shop",
                        "shop-{{ .name }}",
                        s -> s.goTemplate()
                                .generator(Generator.list(l -> l.element(
                                                e -> e.set("name", "eu").set("url", "https://10.0.0.1:6443"))
                                        .element(e -> e.set("name", "us").set("url", "https://10.0.0.2:6443"))))
                                .from(DEPLOY)
                                .destination(SERVER, "shop")));
    }

    @Example(
            value = "GTY-ARG-030",
            why = "Argo CD stops with an error: each set of parameters makes an Application of its own.")
    static void sameName(App app) {
        app.stack("gitops", s -> s.namespace("argocd"))
                .add(ApplicationSet.of(
                        "shop",
                        "shop-{{ .region }}",
                        s -> s.goTemplate()
                                .generator(Generator.list(l -> l.element(
                                                e -> e.set("region", "eu").set("server", "https://10.0.0.1:6443"))
                                        .element(e -> e.set("region", "eu").set("server", "https://10.0.0.2:6443"))))
                                .from(DEPLOY)
                                .destination(SERVER, "shop")));
    }

    @Example(value = "GTY-ARG-031", why = "Applications that no step selects are not synced at all.")
    static void step(App app) {
        app.stack("gitops", s -> s.namespace("argocd"))
                .add(ApplicationSet.of(
                        "shop",
                        "shop-{{ .name }}",
                        s -> s.goTemplate()
                                .generator(Generator.clusters())
                                .from(DEPLOY)
                                .destination(SERVER, "shop")
                                .applicationLabel("stage", "{{ .metadata.labels.stage }}")
                                .rollingSync(r -> r.step(t -> t.in("environment", "staging")))));
    }

    @Example(value = "GTY-ARG-032", why = "The set syncs them itself, step by step, and removes the automated policy.")
    static void automated(App app) {
        app.stack("gitops", s -> s.namespace("argocd"))
                .add(ApplicationSet.of(
                        "shop",
                        "shop-{{ .name }}",
                        s -> s.goTemplate()
                                .generator(Generator.clusters())
                                .from(DEPLOY)
                                .destination(SERVER, "shop")
                                .automated()
                                .applicationLabel("stage", "{{ .metadata.labels.stage }}")
                                .rollingSync(r ->
                                        r.step(t -> t.in("stage", "staging")).step(t -> t.in("stage", "production")))));
    }
}
