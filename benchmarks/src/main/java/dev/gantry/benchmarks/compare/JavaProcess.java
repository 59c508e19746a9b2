package dev.gantry.benchmarks.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs processes, one at a time, and measures them. */
final class JavaProcess {

    private static final long POLL_MILLIS = 5;

    private final Path output;
    private final List<String> start = new ArrayList<>();

    /**
     * Processes of this process's own JVM.
     *
     * @param output a folder that is emptied before each run
     * @param flags for every JVM
     */
    JavaProcess(Path output, List<String> flags) {
        this.output = output;
        start.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        start.addAll(flags);
    }

    /** From the start of the process to its end, in milliseconds. */
    double millis(List<String> arguments) {
        long before = System.nanoTime();
        Process process = started(arguments);
        await(process);
        return (System.nanoTime() - before) / 1e6;
    }

    /**
     * The most memory that the process held at a time, in MiB: {@code VmHWM} of Linux, polled, since it is gone once the
     * process has ended. Not to be measured together with the time, which the polling would disturb.
     */
    double peakMebibytes(List<String> arguments) {
        Process process = started(arguments);
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        double peak = 0;
        try {
            do {
                peak = Math.max(peak, peak(status));
            } while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        await(process);
        return peak;
    }

    static boolean canMeasureMemory() {
        return Files.isReadable(Path.of("/proc/self/status"));
    }

    private static double peak(Path status) {
        try {
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024.0;
                }
            }
        } catch (IOException e) {
            // It has just ended.
        }
        return 0;
    }

    private Process started(List<String> arguments) {
        List<String> command = new ArrayList<>(start);
        command.addAll(arguments);
        try {
            delete(output);
            Files.createDirectories(output);
            Path log = output.resolveSibling("log.txt");
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void await(Process process) {
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException("A contender failed: " + process.info() + "\n"
                        + Files.readString(output.resolveSibling("log.txt")));
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(e);
    }

    static void delete(Path path) throws IOException {
        if (Files.exists(path)) {
            try (Stream<Path> files = Files.walk(path)) {
                for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
