package dev.gantry.engine.progress;

import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.cluster.Time;
import dev.gantry.engine.plan.PlanText;
import dev.gantry.engine.plan.SafeText;
import dev.gantry.finding.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Tells a log what happens, one line an event. What is waited for is told when it changes, and again after ten seconds in which
 * nothing did; objects that do not change are only counted.
 */
public final class PlainProgress implements Progress {

    private static final Duration SILENCE = Duration.ofSeconds(10);

    /** How many objects of one event are named. */
    private static final int NAMED = 5;

    private final Consumer<String> lines;
    private final Time time;
    private final boolean verbose;
    private final Map<String, StackLog> stacks = new HashMap<>();

    /** What is remembered of a stack. */
    private static final class StackLog {
        private final Instant start;
        private Map<ResourceId, String> reasons = Map.of();
        private Instant told = Instant.MIN;
        private int unchanged;

        StackLog(Instant start) {
            this.start = start;
        }
    }

    /**
     * A reporter.
     *
     * @param lines is given each line, without its end, by one thread at a time
     * @param time what time it is
     * @param verbose whether objects that do not change are told too
     */
    public PlainProgress(Consumer<String> lines, Time time, boolean verbose) {
        this.lines = lines;
        this.time = time;
        this.verbose = verbose;
    }

    @Override
    public synchronized void on(Event event) {
        if (event instanceof Event.Connected connected) {
            lines.accept(Told.connected(connected));
        } else if (event instanceof Event.Planned planned) {
            lines.accept(PlanText.summary(planned.plan()));
        } else if (event instanceof Event.Locked locked) {
            say(locked.stack(), Told.locked(locked));
        } else if (event instanceof Event.WaveStarted started) {
            say(started.stack(), Told.waveStarted(started));
        } else if (event instanceof Event.Applied applied) {
            applied(applied);
        } else if (event instanceof Event.Waiting waiting) {
            waiting(waiting.stack(), waiting.pending());
        } else if (event instanceof Event.Ready ready) {
            say(ready.stack(), Told.ready(ready));
        } else if (event instanceof Event.Found found) {
            if (found.finding().severity() != Severity.OFF) {
                lines.accept(SafeText.of(Told.found(found.finding())));
            }
        } else if (event instanceof Event.Pruned pruned) {
            say(pruned.stack(), Told.pruned(pruned));
        } else if (event instanceof Event.Kept kept) {
            say(kept.stack(), Told.kept(kept));
        } else if (event instanceof Event.Retrying retrying) {
            lines.accept(SafeText.of(Told.retrying(retrying)));
        } else if (event instanceof Event.Finished finished) {
            finished(finished);
        }
    }

    private void applied(Event.Applied event) {
        if (event.outcome() == Event.Outcome.UNCHANGED) {
            stack(event.stack()).unchanged++;
        }
        if (verbose || event.outcome() != Event.Outcome.UNCHANGED) {
            say(event.stack(), Told.applied(event));
        }
    }

    private void waiting(String name, List<Event.Pending> pending) {
        StackLog stack = stack(name);
        Instant now = time.now();
        Map<ResourceId, String> reasons = new HashMap<>();
        List<Event.Pending> changed = new ArrayList<>();
        for (Event.Pending each : pending) {
            reasons.put(each.id(), each.reason());
            if (!each.reason().equals(stack.reasons.get(each.id()))) {
                changed.add(each);
            }
        }
        stack.reasons = reasons;
        boolean silent = changed.isEmpty();
        if (silent && (pending.isEmpty() || now.isBefore(stack.told.plus(SILENCE)))) {
            return;
        }
        stack.told = now;
        List<Event.Pending> shown = silent ? pending : changed;
        for (Event.Pending each : shown.subList(0, Math.min(NAMED, shown.size()))) {
            say(name, Told.pending(each, silent ? " is still not ready: " : " is not ready: ", now));
        }
        if (shown.size() > NAMED) {
            say(name, "waits for " + Told.objects(shown.size() - NAMED) + " more");
        }
    }

    private void finished(Event.Finished event) {
        StackLog stack = stack(event.stack());
        String unchanged = stack.unchanged == 0 ? "" : ", " + Told.objects(stack.unchanged) + " unchanged";
        say(
                event.stack(),
                Told.finished(event) + " after " + Told.duration(Duration.between(stack.start, time.now()))
                        + unchanged);
        stacks.remove(event.stack());
    }

    private void say(String stack, String text) {
        stack(stack);
        lines.accept(Told.of(stack, text));
    }

    private StackLog stack(String name) {
        return stacks.computeIfAbsent(name, stack -> new StackLog(time.now()));
    }
}
