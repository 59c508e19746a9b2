package dev.gantry.maven;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a run end in an orderly way when somebody ends the Java process, as with Ctrl-C: the request that is under way is finished,
 * what was done is recorded, and the lock is released, all while the process waits.
 */
final class Interruption implements AutoCloseable {

    /** How long the process waits. Whoever ends it a second time does not wait either. */
    private static final long PATIENCE_SECONDS = 60;

    private final Runnable stop;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupt, "gantry-interruption");

    private Interruption(Runnable stop) {
        this.stop = stop;
    }

    /**
     * Waits for the process to be ended, until this is closed.
     *
     * @param stop asks the run to end; on any thread
     */
    static Interruption calling(Runnable stop) {
        Interruption interruption = new Interruption(stop);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** What the process does before it ends. */
    void interrupt() {
        stop.run();
        try {
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return; // The next run goes on from what is there.
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The run has ended, and has said all that it has to say. */
    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already: the hook is running.
        }
    }
}
