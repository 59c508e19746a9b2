package dev.gantry.engine;

import dev.gantry.Image;
import dev.gantry.findings.Example;
import dev.gantry.workload.Deployment;

/** What the rules for fields are for that a server does not take. */
final class FieldExamples {

    private FieldExamples() {}

    @Example(
            value = "GTY-CLU-012",
            why =
                    "A field that the kind does not have would be dropped, and nobody would know. The server is asked to refuse it.")
    static void unknownField(ExampleCluster cluster) {
        cluster.applyEdited("""
                apiVersion: v1
                kind: Service
                metadata: {name: web}
                spec:
                  selectr: {app: web}
                  ports: [{port: 80}]
                """);
    }

    @Example(value = "GTY-CLU-013", why = "Two entries of a list have the same key, and only one of them can hold.")
    static void duplicateField(ExampleCluster cluster) {
        cluster.applyEdited("""
                apiVersion: v1
                kind: Service
                metadata: {name: web}
                spec:
                  ports:
                  - {name: http, port: 80, protocol: TCP}
                  - {name: web, port: 80, protocol: TCP}
                """);
    }

    @Example(
            value = "GTY-CLU-014",
            why =
                    "The server knows rules that the program was not checked for: those of a newer version, or of a custom resource.")
    static void invalidValue(ExampleCluster cluster) {
        cluster.applyEdited("""
                apiVersion: v1
                kind: Service
                metadata: {name: web}
                spec:
                  ports: [{port: 80000}]
                """);
    }

    @Example(
            value = "GTY-CLU-015",
            why =
                    "Some fields are chosen once. Deleting the object and making it anew interrupts what it does, so it has to be asked for.")
    static void immutable(ExampleCluster cluster) {
        cluster.deployed(app -> app.stack("shop")
                .add(Deployment.of(
                        "web",
                        d -> d.selector("app", "web").container("web", Image.of("example.com/web:7"), c -> {}))));
        cluster.apply(app -> app.stack("shop")
                .add(Deployment.of(
                        "web",
                        d -> d.selector("app", "shop").container("web", Image.of("example.com/web:7"), c -> {}))));
    }

    @Example(
            value = "GTY-CLU-016",
            why = "Somebody has changed by hand what the program says, and would lose it. Decide whose value it is.")
    static void conflict(ExampleCluster cluster) {
        cluster.deployed(app -> app.stack("shop")
                .add(Deployment.of(
                        "web",
                        d -> d.selector("app", "web")
                                .replicas(2)
                                .container("web", Image.of("example.com/web:7"), c -> {}))));
        cluster.edit(
                "apps/v1", "Deployment", "web", web -> web.withObject("/spec").put("replicas", 5));
        cluster.apply(app -> app.stack("shop")
                .add(Deployment.of(
                        "web",
                        d -> d.selector("app", "web")
                                .replicas(3)
                                .container("web", Image.of("example.com/web:7"), c -> {}))));
    }

    @Example(
            value = "GTY-CLU-026",
            why =
                    "An API server takes 1 MiB of data in a ConfigMap. It is not asked, since nothing but that would come of it.")
    static void tooLarge(ExampleCluster cluster) {
        cluster.applyEdited("""
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: web}
                data:
                  greeting: hello
                  words: |
                    %s
                """.formatted("gantry\n    ".repeat(180_000)));
    }
}
