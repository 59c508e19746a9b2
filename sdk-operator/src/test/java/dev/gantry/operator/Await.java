package dev.gantry.operator;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits until something holds, for so long at most as a slow machine may take. */
final class Await {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final long LOOK_AGAIN = Duration.ofMillis(20).toNanos();

    private Await() {}

    static void until(String what, Supplier<?> shown, BooleanSupplier holds) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("After " + LIMIT.toSeconds() + " s still not: " + what + "; " + shown.get());
            }
            LockSupport.parkNanos(LOOK_AGAIN);
        }
    }
}
