package dev.gantry.engine;

import dev.gantry.Image;
import dev.gantry.Stack;
import dev.gantry.cluster.Namespace;
import dev.gantry.config.ConfigMap;
import dev.gantry.engine.desired.Selection;
import dev.gantry.findings.Example;
import dev.gantry.workload.Deployment;
import dev.gantry.workload.Job;
import dev.gantry.workload.RestartPolicy;

/** What the rules for applying are for. */
final class ApplyExamples {

    private ApplyExamples() {}

    @Example(
            value = "GTY-APY-001",
            why =
                    "A stack is applied as a whole, and here each needs the other's namespace first. Put both namespaces into one stack.")
    static void cycle(ExampleCluster cluster) {
        cluster.apply(app -> {
            Stack shop = app.stack("shop");
            shop.add(Namespace.of("shop", n -> {}));
            shop.add(ConfigMap.of("prices", c -> c.namespace("blog").text("currency", "EUR")));
            Stack blog = app.stack("blog");
            blog.add(Namespace.of("blog", n -> {}));
            blog.add(ConfigMap.of("offers", c -> c.namespace("shop").text("mode", "fast")));
        });
    }

    @Example(
            value = "GTY-APY-002",
            why = "The second would replace the first. A program cannot say so; somebody has edited the bundle.")
    static void sameIdentity(ExampleCluster cluster) {
        cluster.applyEdited("""
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: web}
                data: {mode: fast}
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: web}
                data: {mode: slow}
                """);
    }

    @Example(value = "GTY-APY-003", why = "Without a name nobody can tell whether the object is there already.")
    static void nameless(ExampleCluster cluster) {
        cluster.applyEdited("""
                apiVersion: batch/v1
                kind: Job
                metadata: {generateName: migration-}
                spec:
                  template:
                    spec:
                      restartPolicy: Never
                      containers: [{name: migrate, image: example.com/migrate:7}]
                """);
    }

    @Example(
            value = "GTY-APY-004",
            why = "Waiting longer would not help. What was applied stays as it is, so that it can be looked at.")
    static void failed(ExampleCluster cluster) {
        cluster.reports(
                "batch/v1",
                "Job",
                "migrate",
                status -> status.withArray("conditions")
                        .addObject()
                        .put("type", "Failed")
                        .put("status", "True")
                        .put("message", "Job has reached the specified backoff limit"));
        cluster.apply(app -> app.stack("shop")
                .add(Job.of(
                        "migrate",
                        RestartPolicy.NEVER,
                        j -> j.container("migrate", Image.of("example.com/migrate:7"), c -> {}))));
    }

    @Example(
            value = "GTY-APY-005",
            why =
                    "Everything was applied, and something does not come up. Nothing that the program no longer has is deleted then.")
    static void notReady(ExampleCluster cluster) {
        cluster.reports(
                "apps/v1",
                "Deployment",
                "web",
                status -> status.put("observedGeneration", 1)
                        .put("replicas", 1)
                        .put("updatedReplicas", 1)
                        .put("unavailableReplicas", 1));
        cluster.apply(app -> app.stack("shop")
                .add(Deployment.of(
                        "web",
                        d -> d.selector("app", "web").container("web", Image.of("example.com/web:7"), c -> {}))));
    }

    @Example(
            value = "GTY-APY-006",
            why = "What is being deleted takes no changes that last: it is gone as soon as its finalizers are.")
    static void beingDeleted(ExampleCluster cluster) {
        cluster.has("""
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: web, namespace: default, finalizers: [example.com/backup]}
                """);
        cluster.delete("v1", "ConfigMap", "web");
        cluster.apply(app -> app.stack("shop").add(ConfigMap.of("web", c -> c.text("mode", "fast"))));
    }

    @Example(
            value = "GTY-APY-007",
            why =
                    "The new object was tried under another name before the old one was deleted; but something changed meanwhile.")
    static void restored(ExampleCluster cluster) {
        cluster.deployed(app -> app.stack("shop")
                .add(Deployment.of(
                        "web",
                        d -> d.selector("app", "web").container("web", Image.of("example.com/web:7"), c -> {}))));
        cluster.refuses(
                request -> request.isApply() && request.isWrite() && request.isAbout("deployments"),
                403,
                "Forbidden",
                "admission webhook \"owners.example.com\" denied the request: the label \"owner\" is missing");
        cluster.with(o -> o.recreate(Selection.ALL))
                .apply(app -> app.stack("shop")
                        .add(Deployment.of(
                                "web",
                                d -> d.selector("app", "shop")
                                        .container("web", Image.of("example.com/web:7"), c -> {}))));
    }

    @Example(
            value = "GTY-APY-008",
            why = "Neither the new object nor the old one is accepted any more. It has to be made now.")
    static void lost(ExampleCluster cluster) {
        cluster.deployed(app -> app.stack("shop")
                .add(Deployment.of(
                        "web",
                        d -> d.selector("app", "web").container("web", Image.of("example.com/web:7"), c -> {}))));
        cluster.refuses(
                request -> request.isWrite()
                        && request.isAbout("deployments")
                        && !request.method().equals("DELETE"),
                403,
                "Forbidden",
                "admission webhook \"owners.example.com\" denied the request: the label \"owner\" is missing");
        cluster.with(o -> o.recreate(Selection.ALL))
                .apply(app -> app.stack("shop")
                        .add(Deployment.of(
                                "web",
                                d -> d.selector("app", "shop")
                                        .container("web", Image.of("example.com/web:7"), c -> {}))));
    }

    @Example(
            value = "GTY-APY-009",
            why =
                    "What kubectl had applied client-side becomes Gantry's, so that what the program drops goes. Here the server refuses.")
    static void notTakenOver(ExampleCluster cluster) {
        cluster.has("""
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: web
                  namespace: default
                  annotations: {kubectl.kubernetes.io/last-applied-configuration: "{}"}
                data: {colour: red}
                """);
        cluster.refuses(
                request -> request.method().equals("PATCH") && !request.isApply() && request.isAbout("configmaps"),
                403,
                "Forbidden",
                "managed fields may not be changed");
        cluster.apply(app -> app.stack("shop").add(ConfigMap.of("web", c -> c.text("mode", "fast"))));
    }

    @Example(
            value = "GTY-APY-010",
            why =
                    "Somebody pressed Ctrl+C. The request that was under way was finished, and the revision is marked as interrupted.")
    static void interrupted(ExampleCluster cluster) {
        cluster.after(request -> request.isApply() && request.isWrite(), cluster::interrupt);
        cluster.apply(app -> app.stack("shop").add(ConfigMap.of("web", c -> c.text("mode", "fast"))));
    }

    @Example(
            value = "GTY-APY-011",
            after = "GTY-APY-004",
            why = "With `-Dgantry.atomic` the last good revision is applied again. The cluster is as it was before.")
    static void rolledBack(ExampleCluster cluster) {
        cluster.deployed(app -> app.stack("shop").add(ConfigMap.of("web", c -> c.text("mode", "fast"))));
        cluster.reports(
                "batch/v1",
                "Job",
                "migrate",
                status -> status.withArray("conditions")
                        .addObject()
                        .put("type", "Failed")
                        .put("status", "True")
                        .put("message", "Job has reached the specified backoff limit"));
        cluster.with(o -> o.atomic(true))
                .apply(app -> app.stack("shop")
                        .add(Job.of(
                                "migrate",
                                RestartPolicy.NEVER,
                                j -> j.container("migrate", Image.of("example.com/migrate:7"), c -> {}))));
    }

    @Example(
            value = "GTY-APY-012",
            after = "GTY-APY-005",
            why = "The first revision of a stack has none before it. Mend what is wrong, or remove the stack.")
    static void notRolledBack(ExampleCluster cluster) {
        cluster.with(o -> o.atomic(true))
                .apply(app -> app.stack("shop")
                        .add(Deployment.of(
                                "web",
                                d -> d.selector("app", "web")
                                        .container("web", Image.of("example.com/web:7"), c -> {}))));
    }
}
