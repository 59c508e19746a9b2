package dev.gantry.engine;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Does many small things at once, a bounded number of them. Whoever hands over too many waits. */
final class Workers implements AutoCloseable {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final int count;
    private final Semaphore free;
    private final ExecutorService threads;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    Workers(int count) {
        this.count = Math.max(1, count);
        this.free = new Semaphore(this.count * 2);
        this.threads = Executors.newFixedThreadPool(this.count, task -> {
            Thread thread = new Thread(task, "gantry-engine-" + NUMBERS.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Does something soon. What it throws comes out of {@link #finish()}; nothing new is begun after that. */
    void submit(Runnable task) {
        free.acquireUninterruptibly();
        threads.execute(() -> {
            try {
                if (failure.get() == null) {
                    task.run();
                }
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
            } finally {
                free.release();
            }
        });
    }

    /** Waits until all is done, and throws what the first thing that failed has thrown. */
    void finish() {
        free.acquireUninterruptibly(count * 2);
        free.release(count * 2);
        Throwable first = failure.getAndSet(null);
        if (first instanceof Error error) {
            throw error;
        }
        if (first instanceof RuntimeException exception) {
            throw exception;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
