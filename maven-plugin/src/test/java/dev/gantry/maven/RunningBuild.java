package dev.gantry.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Maven build that is under way. */
final class RunningBuild {

    private final Process process;
    private final Path log;

    RunningBuild(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Waits until it ends. */
    MavenBuild end() {
        try {
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("Maven did not end:\n" + text());
            }
            return new MavenBuild(process.exitValue(), text());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits until a line of the log has all of these texts. */
    void waitFor(String... texts) throws InterruptedException {
        while (process.isAlive()) {
            if (text().lines().anyMatch(line -> List.of(texts).stream().allMatch(line::contains))) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError("Maven ended before:\n" + text());
    }

    /** Ends the process as a signal does. */
    MavenBuild interrupt() {
        process.destroy();
        return end();
    }

    private String text() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
