package dev.gantry.benchmarks.compare;

import dev.gantry.benchmarks.gantry.Region;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a chart of a hundred resources and thirty settings costs: the whole process that makes it, beside the one that makes the
 * manifests only.
 */
public final class CompareChart {

    private static final String SETTINGS = """
            image: {registry: registry.example.com, repository: shop, tag: 1.4.2}
            scaling: {enabled: true, minimum: 2, maximum: 10, fixed: 3}
            service: {type: ClusterIP, host: shop.example.com, closed: true}
            features: {search: true, basket: true, reviews: false, tracing: false, logLevel: info, theme: plain, rate: 50}
            database: {host: db.example.com, port: 5432, name: shop, user: shop, tls: true}
            resources: {cpu: 100m, memory: 128Mi, cpuLimit: 500m, memoryLimit: 128Mi, heap: 96, threads: 16, cache: 1h}
            labels: {team: shop}
            """;

    private CompareChart() {}

    /**
     * Measures.
     *
     * @param arguments the number of rounds, of which the first does not count; 6 if left out
     */
    public static void main(String[] arguments) throws IOException {
        int rounds = arguments.length == 0 ? 6 : Integer.parseInt(arguments[0]);
        Path work = Files.createTempDirectory("gantry-chart");
        Path settings = Files.createDirectories(work.resolve("module/src/main/gantry"));
        Files.writeString(settings.resolve("production.yaml"), SETTINGS);
        Files.writeString(settings.resolve("staging.yaml"), SETTINGS.replace("shop.example", "shop.staging.example"));
        JavaProcess process = new JavaProcess(work.resolve("output"), List.of());
        List<String> manifests = command(work, "yaml");
        List<String> charts = command(work, "helm");
        List<Double> plain = new ArrayList<>();
        List<Double> charted = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            double one = process.millis(manifests);
            double other = process.millis(charts);
            if (i > 0) {
                plain.add(one);
                charted.add(other);
            }
        }
        System.out.print(Files.readString(work.resolve("log.txt")));
        System.out.printf(Locale.ROOT, "manifests %.0f ms, with a chart %.0f ms%n", median(plain), median(charted));
        JavaProcess.delete(work);
    }

    private static List<String> command(Path work, String format) {
        return List.of(
                "-cp",
                System.getProperty("java.class.path"),
                "dev.gantry.Main",
                "generate",
                Region.class.getName(),
                "--module",
                work.resolve("module").toString(),
                "--classes",
                Path.of("benchmarks/target/classes").toAbsolutePath().toString(),
                "--layout",
                "stack",
                "--format",
                format,
                "--output",
                work.resolve("output").toString());
    }

    private static double median(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return Arrays.stream(sorted).skip((sorted.length - 1) / 2).findFirst().orElse(0);
    }
}
