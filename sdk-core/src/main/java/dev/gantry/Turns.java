package dev.gantry;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets one environment at a time run code of the author's, which may well keep something in a field of its blueprint while it runs.
 * What only reads, as checks and printing do, goes on beside the next environment.
 */
final class Turns {

    private final Semaphore free = new Semaphore(1, true);

    /** One environment's turn. It may be taken again after it was given back, by any thread. */
    final class Turn implements AutoCloseable {

        private final AtomicBoolean taken = new AtomicBoolean();

        /** Waits until no other environment has its turn. */
        void take() {
            if (!taken.get()) {
                free.acquireUninterruptibly();
                taken.set(true);
            }
        }

        /** Lets the next environment have its turn. */
        @Override
        public void close() {
            if (taken.compareAndSet(true, false)) {
                free.release();
            }
        }
    }

    /** The turn of another environment. */
    Turn next() {
        return new Turn();
    }
}
