package dev.gantry.benchmarks.compare;

import dev.gantry.benchmarks.gantry.Clusters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a tree for many clusters costs: the whole process that makes 300 stacks for one cluster, and for twenty; an environment is a
 * cluster.
 */
public final class CompareFleet {

    private static final int STACKS = 300;
    private static final int CLUSTERS = 20;

    private CompareFleet() {}

    /**
     * Measures.
     *
     * @param arguments the number of rounds, of which the first does not count; 6 if left out
     */
    public static void main(String[] arguments) throws IOException {
        int rounds = arguments.length == 0 ? 6 : Integer.parseInt(arguments[0]);
        Path memory = Path.of("/dev/shm");
        Path work = Files.isWritable(memory)
                ? Files.createTempDirectory(memory, "gantry-fleet")
                : Files.createTempDirectory("gantry-fleet");
        JavaProcess process = new JavaProcess(work.resolve("output"), List.of());
        try {
            List<String> one = command(work, 1);
            List<String> all = command(work, CLUSTERS);
            List<Double> single = new ArrayList<>();
            List<Double> fleet = new ArrayList<>();
            for (int i = 0; i < rounds; i++) {
                double first = process.millis(one);
                double second = process.millis(all);
                if (i > 0) {
                    single.add(first);
                    fleet.add(second);
                }
            }
            System.out.print(Files.readString(work.resolve("log.txt")));
            double ratio = Figures.median(fleet) / Figures.median(single);
            System.out.printf(
                    Locale.ROOT,
                    "1 cluster %.0f ms, %d clusters %.0f ms: %.1f times as much%n",
                    Figures.median(single),
                    CLUSTERS,
                    Figures.median(fleet),
                    ratio);
            if (JavaProcess.canMeasureMemory()) {
                System.out.printf(
                        Locale.ROOT,
                        "peak memory %.0f MiB, %.0f MiB%n",
                        process.peakMebibytes(one),
                        process.peakMebibytes(all));
            }
        } finally {
            JavaProcess.delete(work);
        }
    }

    private static List<String> command(Path work, int clusters) throws IOException {
        Path settings = Files.createDirectories(work.resolve("module-" + clusters + "/src/main/gantry"));
        for (int i = 1; i <= clusters; i++) {
            Files.writeString(
                    settings.resolve(String.format(Locale.ROOT, "cluster-%02d.yaml", i)),
                    "image: registry.example.com/shop:1.4.2\nstacks: " + STACKS + "\nminReplicas: " + (1 + i % 5)
                            + "\n");
        }
        return List.of(
                "-cp",
                System.getProperty("java.class.path"),
                "dev.gantry.Main",
                "generate",
                Clusters.class.getName(),
                "--module",
                work.resolve("module-" + clusters).toString(),
                "--classes",
                Path.of("benchmarks/target/classes").toAbsolutePath().toString(),
                "--format",
                "gitops",
                "--output",
                work.resolve("output").toString());
    }
}
