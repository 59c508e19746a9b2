package dev.gantry.findings;

import dev.gantry.TestRun;
import dev.gantry.finding.Finding;
import dev.gantry.raw.Raw;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the rules for manifests that are added as they are are for. */
final class RawExamples {

    private RawExamples() {}

    @Example(
            value = "GTY-RAW-001",
            why = "A file that is not UTF-8 would be read as something else on another machine.")
    static List<Finding> encoding(Path folder) throws IOException {
        return read(folder, "# Gr\u00f6\u00dfe".getBytes(StandardCharsets.ISO_8859_1));
    }

    @Example(value = "GTY-RAW-002", why = "Nothing can be read from here on.")
    static List<Finding> syntax(Path folder) throws IOException {
        return read(folder, """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: web
                data: {mode: fast
                """);
    }

    @Example(value = "GTY-RAW-003", why = "Of two, kubectl takes the last, and other readers refuse the file.")
    static List<Finding> duplicateKey(Path folder) throws IOException {
        return read(folder, """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: web
                data:
                  mode: fast
                  mode: slow
                """);
    }

    @Example(value = "GTY-RAW-004", why = "A file holds manifests, one after the other or in a List.")
    static List<Finding> notAnObject(Path folder) throws IOException {
        return read(folder, """
                - apiVersion: v1
                - kind: ConfigMap
                """);
    }

    @Example(value = "GTY-RAW-005", why = "Without these nobody can tell which object is meant.")
    static List<Finding> incomplete(Path folder) throws IOException {
        return read(folder, """
                apiVersion: v1
                kind: ConfigMap
                data:
                  mode: fast
                """);
    }

    @Example(value = "GTY-RAW-006", why = "Names are literal here, so that an apply finds the object of the last one.")
    static List<Finding> generatedName(Path folder) throws IOException {
        return read(folder, """
                apiVersion: batch/v1
                kind: Job
                metadata:
                  generateName: import-
                """);
    }

    @Example(value = "GTY-RAW-007", why = "Kubernetes knows what JSON knows.")
    static List<Finding> value(Path folder) throws IOException {
        return read(folder, """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: web
                data:
                  limit: .inf
                """);
    }

    @Example(
            value = "GTY-RAW-008",
            after = "GTY-RAW-017",
            why = "Whether yes is a text depends on who reads it. Quotes leave no doubt.")
    static List<Finding> ambiguous(Path folder) throws IOException {
        return read(folder, """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: web
                data:
                  enabled: yes
                """);
    }

    @Example(
            value = "GTY-RAW-009",
            after = "GTY-RAW-017",
            why = "Kubernetes keeps integers of 64 bits. Quotes keep all digits.")
    static List<Finding> precision(Path folder) throws IOException {
        return read(folder, """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: web
                data:
                  serial: 123456789012345678901234567890
                """);
    }

    @Example(
            value = "GTY-RAW-010",
            why = "A folder of manifests often holds other things too, of which nobody can make objects.")
    static List<Finding> stranger(Path folder) throws IOException {
        return read(folder, """
                services:
                  web:
                    image: example.com/web:1
                """);
    }

    @Example(value = "GTY-RAW-011", why = "Nothing comes of such a file, so something may have been forgotten.")
    static List<Finding> empty(Path folder) throws IOException {
        return read(folder, """
                # to be written
                """);
    }

    @Example(value = "GTY-RAW-012", why = "A folder that is read for its manifests should have some.")
    static List<Finding> noFiles(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("manifests"));
        return TestRun.in(folder, "staging", app -> app.stack("shop").addAll(Raw.directory("manifests")))
                .findings();
    }

    @Example(value = "GTY-RAW-013", why = "An edit of nothing would be forgotten without a word.")
    static List<Finding> notThere(Path folder) throws IOException {
        Files.writeString(folder.resolve("manifests.yaml"), """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: web
                """);
        return TestRun.in(
                        folder,
                        "staging",
                        app -> app.stack("shop")
                                .addAll(Raw.yaml(
                                        "manifests.yaml",
                                        o -> o.edit("ConfigMap", "wep", c -> c.label("team", "checkout")))))
                .findings();
    }

    @Example(value = "GTY-RAW-014", why = "It is not known which one is meant.")
    static List<Finding> several(Path folder) throws IOException {
        Files.writeString(folder.resolve("manifests.yaml"), """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: web
                  namespace: shop
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: web
                  namespace: data
                """);
        return TestRun.in(
                        folder,
                        "staging",
                        app -> app.stack("shop")
                                .addAll(Raw.yaml(
                                        "manifests.yaml",
                                        o -> o.edit("ConfigMap", "web", c -> c.label("team", "checkout")))))
                .findings();
    }

    @Example(value = "GTY-RAW-015", why = "The API server refuses the object, or ignores what its author meant.")
    static List<Finding> clusterScoped(Path folder) throws IOException {
        return read(folder, """
                apiVersion: storage.k8s.io/v1
                kind: StorageClass
                metadata:
                  name: fast
                  namespace: shop
                provisioner: example.com/disk
                """);
    }

    @Example(value = "GTY-RAW-016", why = "Nobody reads it, and what it was meant for is not set.")
    static List<Finding> unknownField(Path folder) throws IOException {
        return read(folder, """
                apiVersion: v1
                kind: PersistentVolumeClaim
                metadata:
                  name: data
                spec:
                  accesModes: [ReadWriteOnce]
                  resources:
                    requests:
                      storage: 10Gi
                """);
    }

    @Example(value = "GTY-RAW-017", why = "The API server refuses the object.")
    static List<Finding> type(Path folder) throws IOException {
        return read(folder, """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: web
                data:
                  port: 8080
                """);
    }

    private static List<Finding> read(Path folder, String yaml) throws IOException {
        return read(folder, yaml.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Finding> read(Path folder, byte[] content) throws IOException {
        Files.write(folder.resolve("manifests.yaml"), content);
        return TestRun.in(folder, "staging", app -> app.stack("shop").addAll(Raw.yaml("manifests.yaml")))
                .findings();
    }
}
