package dev.gantry.engine;

import dev.gantry.Image;
import dev.gantry.Stack;
import dev.gantry.config.ConfigMap;
import dev.gantry.config.SecretKey;
import dev.gantry.findings.Example;
import dev.gantry.workload.Deployment;
import java.time.Duration;

/** What the rules for the inventory and the lock of a stack are for, and for whose an object is. */
final class StackExamples {

    private StackExamples() {}

    @Example(
            value = "GTY-REL-001",
            why =
                    "What Gantry knows of a stack is in the Secret `gantry-<stack>` of its namespace. Another Secret is never overwritten.")
    static void foreignInventory(ExampleCluster cluster) {
        cluster.has("""
                apiVersion: v1
                kind: Secret
                metadata: {name: gantry-shop, namespace: default}
                type: Opaque
                """);
        cluster.apply(app -> app.stack("shop").add(ConfigMap.of("web", c -> c.text("mode", "fast"))));
    }

    @Example(
            value = "GTY-REL-002",
            why =
                    "The label ties the Secret to its name and namespace: one that was copied from elsewhere would delete objects there.")
    static void brokenInventory(ExampleCluster cluster) {
        cluster.deployed(app -> app.stack("shop").add(ConfigMap.of("web", c -> c.text("mode", "fast"))));
        cluster.edit(
                "v1",
                "Secret",
                "gantry-shop",
                s -> s.withObject("/metadata/labels").put("applyset.kubernetes.io/id", "another"));
        cluster.apply(app -> app.stack("shop").add(ConfigMap.of("web", c -> c.text("mode", "slow"))));
    }

    @Example(
            value = "GTY-REL-003",
            why =
                    "Two environments in one namespace would delete each other's objects. Each needs a namespace, or stacks of other names.")
    static void otherProgram(ExampleCluster cluster) {
        cluster.in("staging").deployed(app -> app.stack("shop").add(ConfigMap.of("web", c -> c.text("mode", "fast"))));
        cluster.in("production").apply(app -> app.stack("shop").add(ConfigMap.of("web", c -> c.text("mode", "fast"))));
    }

    @Example(
            value = "GTY-REL-004",
            why =
                    "Whoever has this label may delete the object when it is no longer wanted. Gantry sets it for its own stacks.")
    static void labelledInput(ExampleCluster cluster) {
        cluster.apply(app -> app.stack("shop")
                .add(ConfigMap.of(
                        "web",
                        c -> c.label("applyset.kubernetes.io/part-of", "shop").text("mode", "fast"))));
    }

    @Example(
            value = "GTY-REL-005",
            why = "An object is of one stack. Otherwise both would change it, and either delete it.")
    static void otherSet(ExampleCluster cluster) {
        cluster.in("production")
                .deployed(app -> app.stack("blog").add(ConfigMap.of("web", c -> c.text("mode", "fast"))));
        cluster.in("staging").apply(app -> app.stack("shop").add(ConfigMap.of("web", c -> c.text("mode", "slow"))));
    }

    @Example(
            value = "GTY-REL-006",
            why =
                    "A controller makes the object, changes it back, and makes it anew when it is deleted. Change what it is made from.")
    static void controlled(ExampleCluster cluster) {
        cluster.has("""
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: web
                  namespace: default
                  ownerReferences:
                  - {apiVersion: example.com/v1, kind: Website, name: web, uid: "7", controller: true}
                """);
        cluster.apply(app -> app.stack("shop").add(ConfigMap.of("web", c -> c.text("mode", "fast"))));
    }

    @Example(
            value = "GTY-REL-007",
            why =
                    "Two runs at once would undo each other's work. The lock of a run that was killed runs out after half a minute.")
    static void locked(ExampleCluster cluster) {
        cluster.isDeployedBy("ben@build-9/77");
        cluster.apply(app -> app.stack("shop").add(ConfigMap.of("web", c -> c.text("mode", "fast"))));
    }

    @Example(
            value = "GTY-REL-008",
            why =
                    "A run that cannot renew its lock stops before another one may take it, whatever it was about to write.")
    static void lockLost(ExampleCluster cluster) {
        cluster.after(request -> request.isWrite() && request.path().endsWith("/secrets"), () -> {
            cluster.delete("coordination.k8s.io/v1", "Lease", "gantry-shop");
            cluster.pass(Duration.ofSeconds(20));
        });
        cluster.apply(app -> app.stack("shop").add(ConfigMap.of("web", c -> c.text("mode", "fast"))));
    }

    @Example(
            value = "GTY-REL-009",
            why =
                    "Somebody writes what only the holder of the lock may write. Nothing is lost: the next run reads it anew.")
    static void concurrentChange(ExampleCluster cluster) {
        cluster.deployed(app -> app.stack("shop").add(ConfigMap.of("web", c -> c.text("mode", "fast"))));
        cluster.before(
                request -> request.isApply() && request.path().endsWith("/secrets/gantry-shop"),
                () -> cluster.edit(
                        "v1",
                        "Secret",
                        "gantry-shop",
                        s -> s.withObject("/metadata/annotations").put("example.com/seen", "yes")));
        cluster.apply(app -> app.stack("shop").add(ConfigMap.of("api", c -> c.text("mode", "fast"))));
    }

    @Example(
            value = "GTY-REL-014",
            why = "A program that lost its resources by mistake must not delete everything. Say that it is meant.")
    static void emptyStack(ExampleCluster cluster) {
        cluster.deployed(app -> app.stack("shop").add(ConfigMap.of("web", c -> c.text("mode", "fast"))));
        cluster.apply(app -> {
            app.stack("shop");
            app.stack("blog").add(ConfigMap.of("offers", c -> c.text("mode", "fast")));
        });
    }

    @Example(
            value = "GTY-REL-015",
            why = "What cannot be seen cannot be told from what is gone. So nothing is deleted, and nothing forgotten.")
    static void partialView(ExampleCluster cluster) {
        cluster.deployed(app -> app.stack("shop").add(ConfigMap.of("web", c -> c.text("mode", "fast"))));
        cluster.forbid("list", "configmaps");
        cluster.apply(app -> app.stack("shop").add(ConfigMap.of("api", c -> c.text("mode", "fast"))));
    }

    @Example(
            value = "GTY-REL-016",
            why = "The object has finalizers, and nobody removes them. It stays part of the stack until it is gone.")
    static void notDeleted(ExampleCluster cluster) {
        cluster.deployed(app -> app.stack("shop").add(ConfigMap.of("web", c -> c.text("mode", "fast"))));
        cluster.edit(
                "v1",
                "ConfigMap",
                "web",
                web -> web.withObject("/metadata").putArray("finalizers").add("example.com/backup"));
        cluster.apply(app -> app.stack("shop").add(ConfigMap.of("api", c -> c.text("mode", "fast"))));
    }

    @Example(
            value = "GTY-REL-017",
            why =
                    "Values are generated for Secrets of Gantry's own only: who made this one may count on what is in it.")
    static void foreignSecret(ExampleCluster cluster) {
        cluster.has("""
                apiVersion: v1
                kind: Secret
                metadata: {name: database, namespace: default}
                data: {user: YWRh}
                """);
        cluster.apply(app -> {
            Stack shop = app.stack("shop");
            SecretKey password = shop.generatedSecret("database", "password", 32);
            shop.add(Deployment.of(
                    "web",
                    d -> d.selector("app", "web")
                            .container("web", Image.of("example.com/web:7"), c -> c.env("DB_PASSWORD", password))));
        });
    }

    @Example(
            value = "GTY-REL-018",
            why =
                    "A stack that was renamed or taken out of the program stays in the cluster: nothing says that it is to be deleted.")
    static void leftStack(ExampleCluster cluster) {
        cluster.deployed(app -> app.stack("blog").add(ConfigMap.of("offers", c -> c.text("mode", "fast"))));
        cluster.apply(app -> app.stack("shop").add(ConfigMap.of("web", c -> c.text("mode", "fast"))));
    }
}
