package dev.gantry.engine.release.lock;

import java.time.Duration;

/** Is told that a lock is not to be had at once. */
@FunctionalInterface
public interface LockWatcher {

    /**
     * A lock is waited for.
     *
     * @param holder who holds it, or held it when it was killed
     * @param atMost how long, if it is not renewed
     */
    void waiting(Holder holder, Duration atMost);
}
