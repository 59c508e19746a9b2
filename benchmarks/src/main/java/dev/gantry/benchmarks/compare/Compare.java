package dev.gantry.benchmarks.compare;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Compares whole processes, from start to end: Gantry with all its checks, plain fabric8 with {@code asYaml}, Helm, and a
 * JVM that does nothing. The contenders take turns, so that a machine that is busy for a while is so for all of them.
 */
public final class Compare {

    private static final int MEMORY_ROUNDS = 3;
    private static final List<Integer> SLOPE = List.of(300, 1000, 3000, 9000);

    private final Options options;
    private final JavaProcess process;
    private final List<Contender> contenders;
    private final PrintStream out;
    private final Figures millis = new Figures();
    private final Figures mebibytes = new Figures();

    private Compare(Options options, Path work, PrintStream out) {
        this.options = options;
        Contenders all = new Contenders(work, options.layout);
        this.process = new JavaProcess(all.output(), options.flags);
        this.contenders = all.all();
        this.out = out;
    }

    /** Runs the comparison, and prints tables. */
    public static void main(String[] arguments) throws IOException {
        Options options = Options.parse(arguments);
        Path work = Files.createTempDirectory(options.work, "gantry-compare");
        try {
            new Compare(options, work, System.out).run();
        } finally {
            JavaProcess.delete(work);
        }
    }

    private void run() {
        for (int size : options.sizes) {
            for (int round = 0; round <= options.rounds; round++) {
                for (Contender contender : contenders) {
                    double measured = process.millis(contender.arguments().apply(size));
                    if (round > 0) { // The first round brings the files into the system's cache.
                        millis.add(contender.name(), size, measured);
                    }
                }
            }
            for (int round = 0; JavaProcess.canMeasureMemory() && round < MEMORY_ROUNDS; round++) {
                for (Contender contender : contenders) {
                    mebibytes.add(
                            contender.name(),
                            size,
                            process.peakMebibytes(contender.arguments().apply(size)));
                }
            }
        }
        print("Time of the whole process: median in ms, ratio to fabric8", millis);
        print("Peak memory: median in MiB, ratio to fabric8", mebibytes);
        List<Integer> sizes = new ArrayList<>(SLOPE);
        sizes.retainAll(options.sizes);
        if (sizes.size() > 1) {
            out.printf(Locale.ROOT, "%nSlope of the cost over %s:%n", sizes);
            for (Contender contender : contenders.subList(1, contenders.size())) {
                out.printf(
                        Locale.ROOT,
                        "  %s %.2f%n",
                        contender.name(),
                        millis.slope(contender.name(), Contender.EMPTY, sizes));
            }
        }
    }

    private void print(String title, Figures figures) {
        out.printf("%n%s (Java %s, %d rounds)%n%n", title, Runtime.version().feature(), options.rounds);
        StringBuilder head = new StringBuilder("| resources |");
        StringBuilder line = new StringBuilder("|---|");
        for (Contender contender : contenders) {
            head.append(' ').append(contender.name()).append(" |");
            line.append("---|");
        }
        out.println(head);
        out.println(line);
        for (int size : options.sizes) {
            double base = figures.median(Contender.FABRIC8, size);
            StringBuilder row = new StringBuilder("| " + size + " |");
            for (Contender contender : contenders) {
                double median = figures.median(contender.name(), size);
                row.append(String.format(Locale.ROOT, " %.0f (%.2f) |", median, median / base));
            }
            out.println(row);
        }
    }
}
