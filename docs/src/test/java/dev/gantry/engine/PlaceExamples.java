package dev.gantry.engine;

import dev.gantry.config.ConfigMap;
import dev.gantry.findings.Example;

/** What the rules for namespaces, quotas and kinds of a cluster are for. */
final class PlaceExamples {

    private PlaceExamples() {}

    @Example(
            value = "GTY-CLU-018",
            why = "Nothing can be made in a namespace that is not there. It is said once for all that is to go there.")
    static void namespaceMissing(ExampleCluster cluster) {
        cluster.apply(app -> app.stack("shop")
                .add(ConfigMap.of("web", c -> c.namespace("shop").text("mode", "fast"))));
    }

    @Example(value = "GTY-CLU-019", why = "Somebody has deleted the namespace, and a controller still cleans up in it.")
    static void namespaceTerminating(ExampleCluster cluster) {
        cluster.has("""
                apiVersion: v1
                kind: Namespace
                metadata: {name: shop, finalizers: [example.com/backup]}
                """);
        cluster.deleteNamespace("shop");
        cluster.apply(app -> app.stack("shop")
                .add(ConfigMap.of("web", c -> c.namespace("shop").text("mode", "fast"))));
    }

    @Example(
            value = "GTY-CLU-020",
            why = "The CustomResourceDefinition is on its way out, and all resources of its kind with it.")
    static void definitionTerminating(ExampleCluster cluster) {
        cluster.defines("Website", "websites");
        cluster.refuses(
                request -> request.isApply() && request.isAbout("websites"),
                405,
                "MethodNotAllowed",
                "create not allowed while custom resource definition is terminating");
        cluster.applyEdited("""
                apiVersion: example.com/v1
                kind: Website
                metadata: {name: web}
                """);
    }

    @Example(value = "GTY-CLU-021", why = "The namespace may not have more. What is there already keeps its share.")
    static void quota(ExampleCluster cluster) {
        cluster.has("""
                apiVersion: v1
                kind: ResourceQuota
                metadata: {name: small, namespace: default}
                spec:
                  hard: {count/configmaps: "0"}
                """);
        cluster.apply(app -> app.stack("shop").add(ConfigMap.of("web", c -> c.text("mode", "fast"))));
    }

    @Example(
            value = "GTY-CLU-025",
            why =
                    "The manifest is for an older or newer cluster, or the definition of a custom resource is not installed.")
    static void kindNotServed(ExampleCluster cluster) {
        cluster.applyEdited("""
                apiVersion: policy/v1beta1
                kind: PodDisruptionBudget
                metadata: {name: web}
                spec:
                  maxUnavailable: 1
                """);
    }
}
