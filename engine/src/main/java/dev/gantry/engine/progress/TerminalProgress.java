package dev.gantry.engine.progress;

import dev.gantry.engine.cluster.Time;
import dev.gantry.engine.plan.PlanText;
import dev.gantry.engine.plan.SafeText;
import dev.gantry.finding.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Shows on a terminal what happens: what is done scrolls up, and below it stands a block that is drawn anew with each event: for
 * each stack the wave, how far it is, what is waited for, and for how long.
 */
public final class TerminalProgress implements Progress {

    private static final String UP = "\u001b[%dA";
    private static final String CLEAR = "\r\u001b[J";

    /** How many objects that are waited for stand in the block; it has to be lower than a terminal is. */
    private static final int NAMED = 8;

    private static final int BAR = 20;

    private final Consumer<String> out;
    private final int width;
    private final Tint tint;
    private final Time time;
    private final Map<String, StackView> stacks = new LinkedHashMap<>();
    private int drawn;

    /** What is shown of a stack. */
    private static final class StackView {
        private final Instant start;
        private String stage = "";
        private int objects;
        private int applied;
        private int unchanged;
        private List<Event.Pending> pending = List.of();

        StackView(Instant start) {
            this.start = start;
        }
    }

    /**
     * A reporter.
     *
     * @param out is given text and control sequences of ECMA-48, to be written as they are, by one thread at a time
     * @param width how many characters a line has
     * @param colour whether colours are used too
     * @param time what time it is
     */
    public TerminalProgress(Consumer<String> out, int width, boolean colour, Time time) {
        this.out = out;
        this.width = width;
        this.tint = new Tint(colour);
        this.time = time;
    }

    @Override
    public synchronized void on(Event event) {
        if (event instanceof Event.Connected connected) {
            draw(tint.bold(Told.connected(connected)));
        } else if (event instanceof Event.Planned planned) {
            draw(PlanText.summary(planned.plan()));
        } else if (event instanceof Event.Locked locked) {
            stack(locked.stack()).stage = Told.locked(locked);
            draw();
        } else if (event instanceof Event.WaveStarted started) {
            started(started);
        } else if (event instanceof Event.Applied applied) {
            applied(applied);
        } else if (event instanceof Event.Waiting waiting) {
            stack(waiting.stack()).pending = waiting.pending();
            draw();
        } else if (event instanceof Event.Ready ready) {
            ready(ready);
        } else if (event instanceof Event.Found found) {
            found(found);
        } else if (event instanceof Event.Pruned pruned) {
            draw(tint.red("- ") + Told.of(pruned.stack(), Told.pruned(pruned)));
        } else if (event instanceof Event.Kept kept) {
            draw(tint.faint("· " + Told.of(kept.stack(), Told.kept(kept))));
        } else if (event instanceof Event.Retrying retrying) {
            draw(tint.faint(SafeText.of(Told.retrying(retrying))));
        } else if (event instanceof Event.Finished finished) {
            finished(finished);
        }
    }

    /** Draws the block anew, for the sake of the seconds in it. */
    public synchronized void refresh() {
        if (drawn > 0) {
            draw();
        }
    }

    private void started(Event.WaveStarted event) {
        StackView stack = stack(event.stack());
        stack.stage = "wave " + event.wave() + " of " + event.waves();
        stack.objects = event.objects();
        stack.applied = 0;
        stack.pending = List.of();
        draw();
    }

    private void applied(Event.Applied event) {
        StackView stack = stack(event.stack());
        stack.applied++;
        String text = Told.of(event.stack(), Told.applied(event));
        switch (event.outcome()) {
            case UNCHANGED -> {
                stack.unchanged++;
                draw();
            }
            case CREATED -> draw(tint.green("+ ") + text);
            case CHANGED -> draw(tint.yellow("~ ") + text);
            case RECREATED -> draw(tint.yellow("± ") + text);
        }
    }

    private void ready(Event.Ready event) {
        StackView stack = stack(event.stack());
        stack.pending = stack.pending.stream()
                .filter(each -> !each.id().equals(event.id()))
                .toList();
        draw(tint.green("✓ ") + Told.of(event.stack(), Told.ready(event)));
    }

    private void found(Event.Found event) {
        if (event.finding().severity() != Severity.OFF) {
            String text = SafeText.of(Told.found(event.finding()));
            draw(event.finding().isError() ? tint.red(text) : tint.yellow(text));
        }
    }

    private void finished(Event.Finished event) {
        StackView stack = stack(event.stack());
        stacks.remove(event.stack());
        String unchanged = stack.unchanged == 0 ? "" : ", " + Told.objects(stack.unchanged) + " unchanged";
        String after = " after " + Told.duration(Duration.between(stack.start, time.now()));
        String text = Told.of(event.stack(), Told.finished(event) + after + unchanged);
        draw(event.result() == Event.Result.SUCCEEDED ? tint.green(text) : tint.red(text));
    }

    private StackView stack(String name) {
        return stacks.computeIfAbsent(name, stack -> new StackView(time.now()));
    }

    /** Takes the block away, writes lines that stay, and draws the block below them. */
    private void draw(String... staying) {
        StringBuilder text = new StringBuilder();
        if (drawn > 0) {
            text.append(UP.formatted(drawn)).append(CLEAR);
        }
        for (String line : staying) {
            text.append(line).append('\n');
        }
        List<String> block = block();
        block.forEach(line -> text.append(line).append('\n'));
        drawn = block.size();
        out.accept(text.toString());
    }

    private List<String> block() {
        Instant now = time.now();
        List<String> block = new ArrayList<>();
        stacks.forEach((name, stack) -> {
            String count = stack.objects == 0
                    ? ""
                    : " " + bar(stack) + " " + stack.applied + " of " + Told.objects(stack.objects);
            block.add(tint.bold(cut(name + " " + stack.stage + count)));
            int named = stack.pending.size() <= NAMED ? stack.pending.size() : NAMED - 1;
            stack.pending
                    .subList(0, named)
                    .forEach(each -> block.add(tint.cyan(cut("  " + Told.pending(each, ": ", now)))));
            if (named < stack.pending.size()) {
                block.add(tint.cyan(cut("  and " + Told.objects(stack.pending.size() - named) + " more")));
            }
        });
        return block;
    }

    private static String bar(StackView stack) {
        int full = Math.min(BAR, BAR * stack.applied / stack.objects);
        return "[" + "#".repeat(full) + ".".repeat(BAR - full) + "]";
    }

    /** A line that does not reach the edge, since the terminal would make two of it, and one would stay behind. */
    private String cut(String text) {
        String safe = SafeText.of(text);
        int room = Math.max(1, width - 1);
        if (safe.codePointCount(0, safe.length()) <= room) {
            return safe;
        }
        return safe.substring(0, safe.offsetByCodePoints(0, room - 1)) + "…";
    }
}
