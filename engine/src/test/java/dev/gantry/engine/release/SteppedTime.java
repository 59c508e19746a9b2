package dev.gantry.engine.release;

import dev.gantry.engine.cluster.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A clock that goes on only when it is waited for. */
public final class SteppedTime implements Time {

    private final List<Duration> slept = new ArrayList<>();
    private Instant now = Instant.parse("2026-05-04T10:21:07Z");
    private Duration elapsed = Duration.ofDays(3);
    private Consumer<Instant> then = instant -> {};

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public synchronized Duration elapsed() {
        return elapsed;
    }

    @Override
    public void sleep(Duration duration) {
        slept.add(duration);
        pass(duration);
        then.accept(now);
    }

    /** Goes on. */
    public synchronized void pass(Duration duration) {
        now = now.plus(duration);
        elapsed = elapsed.plus(duration);
    }

    /** Is set to another time, which takes none. */
    public synchronized void set(Duration later) {
        now = now.plus(later);
    }

    /** What happens after each sleep. */
    public void afterEachSleep(Consumer<Instant> what) {
        then = what;
    }

    /** How long was slept altogether. */
    public Duration slept() {
        return slept.stream().reduce(Duration.ZERO, Duration::plus);
    }
}
