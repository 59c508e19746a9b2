package dev.gantry.engine.scale;

import dev.gantry.bundle.Bundle;
import dev.gantry.bundle.BundleDirectory;
import dev.gantry.bundle.BundleEnvironment;
import dev.gantry.bundle.BundleStack;
import dev.gantry.bundle.IndexEntry;
import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.order.Ranks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Applies the same objects to the same server as whole processes, by the engine and by {@code kubectl apply --server-side}, taking
 * turns, each in a namespace of its own. Needs {@code GANTRY_TEST_KUBECONFIG} and kubectl. The sizes are in the property
 * {@code sizes}, the rounds in {@code rounds}.
 */
class ApplyComparison {

    private static final String KUBECONFIG = System.getenv("GANTRY_TEST_KUBECONFIG");

    @TempDir
    Path folder;

    @Test
    void compare() throws Exception {
        System.out.println("| objects | | gantry, ms | kubectl, ms | ratio | gantry's memory, MiB |");
        System.out.println("|---|---|---|---|---|---|");
        for (String size : System.getProperty("sizes", "1000,5000").split(",", -1)) {
            compare(Integer.parseInt(size));
        }
    }

    private void compare(int size) throws Exception {
        Path bundle = bundle("scale-gantry", size);
        Path manifests = bundle("scale-kubectl", size).resolve("yaml");
        kubectl("create", "namespace", "scale-gantry");
        kubectl("create", "namespace", "scale-kubectl");
        try {
            row(size, "made", bundle, manifests, 1);
            row(size, "no change", bundle, manifests, Integer.getInteger("rounds", 3));
        } finally {
            for (String kind : List.of("deployments", "configmaps", "secrets")) {
                kubectl("delete", kind, "--all", "--wait=false", "-n", "scale-gantry");
                kubectl("delete", kind, "--all", "--wait=false", "-n", "scale-kubectl");
            }
            kubectl("delete", "namespace", "scale-gantry", "scale-kubectl", "--wait=false");
        }
    }

    private void row(int size, String what, Path bundle, Path manifests, int rounds) throws Exception {
        double[] own = new double[rounds];
        double[] other = new double[rounds];
        double peak = 0;
        for (int round = 0; round < rounds; round++) {
            long begun = System.nanoTime();
            peak = Math.max(peak, gantry(bundle));
            own[round] = (System.nanoTime() - begun) / 1e6;
            begun = System.nanoTime();
            kubectl("apply", "--server-side", "-R", "-f", manifests.toString());
            other[round] = (System.nanoTime() - begun) / 1e6;
        }
        System.out.printf(
                Locale.ROOT,
                "| %d | %s | %.0f | %.0f | %.2f | %.0f |%n",
                size,
                what,
                median(own),
                median(other),
                median(own) / median(other),
                peak);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    /** Runs it, and answers the most memory that it held, by {@code VmHWM} of Linux; 0 elsewhere. */
    private double gantry(Path bundle) throws Exception {
        Process process = start(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                ApplyOnce.class.getName(),
                KUBECONFIG,
                bundle.toString()));
        double peak = 0;
        while (!process.waitFor(50, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, peak(process));
        }
        end(process);
        return peak;
    }

    private static double peak(Process process) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024.0;
                }
            }
        } catch (IOException e) {
            // It has just ended.
        }
        return 0;
    }

    private void kubectl(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("kubectl", "--kubeconfig", KUBECONFIG));
        command.addAll(List.of(arguments));
        Process process = start(command);
        process.waitFor();
        end(process);
    }

    private Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log.txt").toFile())
                .start();
    }

    private void end(Process process) throws Exception {
        if (process.waitFor() != 0) {
            throw new AssertionError(Files.readString(folder.resolve("log.txt")));
        }
    }

    private Path bundle(String namespace, int size) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        List<IndexEntry> entries = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            boolean map = i % 2 == 0;
            ResourceId id =
                    new ResourceId(map ? "v1" : "apps/v1", map ? "ConfigMap" : "Deployment", namespace, "web-" + i);
            String file = "yaml/production/shop/" + id.kind().toLowerCase(Locale.ROOT) + "-" + i + ".yaml";
            files.put(file, (map ? configMap(id) : deployment(id)).getBytes(StandardCharsets.UTF_8));
            entries.add(new IndexEntry(id, Ranks.of(id), "shop", file, 0, "sha256:" + i, null, List.of(), List.of()));
        }
        BundleEnvironment production = new BundleEnvironment(
                "production",
                "sha256:0",
                List.of(new BundleStack("shop", namespace, List.of(), List.of())),
                entries,
                List.of());
        Path root = folder.resolve(namespace + size);
        BundleDirectory.write(
                root, new Bundle("gantry/0.1.0", "com.acme.Shop", "object", "", List.of(production), List.of()), files);
        return root;
    }

    private static String configMap(ResourceId id) {
        return """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: %s
                  namespace: %s
                data:
                  application.properties: |
                    server.port=8080
                    management.server.port=9090
                    logging.level.root=info
                """.formatted(id.name(), id.namespace());
    }

    private static String deployment(ResourceId id) {
        return """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: %1$s
                  namespace: %2$s
                  labels:
                    app.kubernetes.io/name: %1$s
                spec:
                  replicas: 2
                  selector:
                    matchLabels:
                      app.kubernetes.io/name: %1$s
                  template:
                    metadata:
                      labels:
                        app.kubernetes.io/name: %1$s
                    spec:
                      securityContext:
                        runAsNonRoot: true
                      containers:
                        - name: web
                          image: example.com/web:1.7.2
                          ports:
                            - name: http
                              containerPort: 8080
                          resources:
                            requests: {cpu: 250m, memory: 256Mi}
                            limits: {memory: 256Mi}
                          readinessProbe:
                            httpGet: {path: /ready, port: http}
                """.formatted(id.name(), id.namespace());
    }
}
