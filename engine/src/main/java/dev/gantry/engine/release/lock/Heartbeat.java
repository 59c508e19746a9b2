package dev.gantry.engine.release.lock;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Renews a lock while the run does something else. */
@FunctionalInterface
interface Heartbeat {

    /** Does something again and again until what is returned is run. */
    Runnable start(Runnable beat, Duration every);

    /**
     * On a thread of its own, which ends with the process: if that is killed, the lock runs out. It goes by the machine's clock
     * whatever the run's is; a run whose clock leaps renews its lock when it is asked whether it has it.
     */
    static Heartbeat thread() {
        return (beat, every) -> {
            ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
                Thread thread = new Thread(task, "gantry-lock");
                thread.setDaemon(true);
                return thread;
            });
            var unused = timer.scheduleWithFixedDelay(beat, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
            return timer::shutdownNow;
        };
    }
}
