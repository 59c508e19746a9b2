package dev.gantry;

import dev.gantry.extension.Origins;
import dev.gantry.extension.ProgramRule;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs an author's code on a daemon thread, and gives up when it does not come to an end. */
final class Limited {

    private Limited() {}

    /**
     * Runs the code.
     *
     * @throws FindingsException if it throws one, or takes longer than the limit; then with the line that it was at
     */
    static <T> T call(String name, Duration limit, ClassLoader loader, Callable<T> code) {
        FutureTask<T> result = new FutureTask<>(code);
        Thread thread = new Thread(result, "gantry-" + name);
        thread.setDaemon(true);
        thread.setContextClassLoader(loader);
        thread.start();
        try {
            return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new FindingsException(Finding.of(
                            ProgramRule.NEVER_ENDS,
                            "The blueprint did not end within " + limit.toSeconds() + " seconds; this is where it was.")
                    .hint("Look for a loop that has no end, or allow more with -Dgantry.timeLimit=<seconds>.")
                    .at(Origins.in(thread.getStackTrace(), loader)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FindingsException(Finding.of(ProgramRule.NEVER_ENDS, "The run was interrupted."));
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            if (cause instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(cause);
        }
    }
}
