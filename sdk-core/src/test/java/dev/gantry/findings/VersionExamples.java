package dev.gantry.findings;

import dev.gantry.TestRun;
import dev.gantry.finding.Finding;
import dev.gantry.raw.Raw;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the rules for versions of APIs are for. */
final class VersionExamples {

    private VersionExamples() {}

    @Example(
            value = "GTY-API-001",
            why =
                    "A cluster knows nothing of it, so it cannot be applied. -Dgantry.kubernetesVersion says for which cluster the"
                            + " manifests are made.")
    static List<Finding> removed(Path folder) throws IOException {
        return found(folder, "1.34", """
                apiVersion: discovery.k8s.io/v1beta1
                kind: EndpointSlice
                metadata:
                  name: database
                """);
    }

    @Example(
            value = "GTY-API-002",
            why = "It works still. Move before the version comes that serves it no more: the line says which.")
    static List<Finding> deprecated(Path folder) throws IOException {
        return found(folder, "1.34", """
                apiVersion: v1
                kind: Endpoints
                metadata:
                  name: database
                """);
    }

    @Example(
            value = "GTY-API-003",
            why =
                    "The version of the cluster that was given knows nothing of it. Here it was -Dgantry.kubernetesVersion=1.22.")
    static List<Finding> notYet(Path folder) throws IOException {
        return found(folder, "1.22", """
                apiVersion: autoscaling/v2
                kind: HorizontalPodAutoscaler
                metadata:
                  name: web
                spec:
                  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
                  maxReplicas: 4
                """);
    }

    @Example(
            value = "GTY-API-004",
            why = "There is a kind of this name, but not there: the group, the version or the kind is misspelt.")
    static List<Finding> unknown(Path folder) throws IOException {
        return found(folder, "1.34", """
                apiVersion: apps/v1
                kind: Ingress
                metadata:
                  name: web
                  namespace: shop
                """);
    }

    private static List<Finding> found(Path folder, String version, String yaml) throws IOException {
        Files.writeString(folder.resolve("web.yaml"), yaml);
        return TestRun.findings(folder, version, app -> app.stack("shop").addAll(Raw.yaml("web.yaml")));
    }
}
