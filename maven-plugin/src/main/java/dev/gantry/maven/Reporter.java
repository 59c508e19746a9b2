package dev.gantry.maven;

import dev.gantry.engine.cluster.Time;
import dev.gantry.engine.plan.Plan;
import dev.gantry.engine.plan.PlanStyle;
import dev.gantry.engine.plan.PlanText;
import dev.gantry.engine.progress.Event;
import dev.gantry.engine.progress.JsonProgress;
import dev.gantry.engine.progress.PlainProgress;
import dev.gantry.engine.progress.Progress;
import dev.gantry.engine.progress.TerminalProgress;
import java.io.PrintStream;
import java.util.Timer;
import java.util.TimerTask;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * Tells whoever watches what happens, in the way that was asked for. People are shown the plan in full when it is made, and
 * findings when it is over, at the author's lines; programs are told everything at once.
 */
final class Reporter implements Progress, AutoCloseable {

    private static final int WIDTH = 100;
    private static final long SECOND = 1000;

    private final Progress progress;
    private final boolean json;
    private final PlanStyle style;
    private final Log log;
    private @Nullable Timer clock;

    private Reporter(Progress progress, boolean json, PlanStyle style, Log log) {
        this.progress = progress;
        this.json = json;
        this.style = style;
        this.log = log;
    }

    /**
     * A reporter.
     *
     * @param colour whether the log is coloured, as it is on a terminal
     */
    static Reporter of(ClusterRequest request, boolean colour, boolean verbose, Log log) {
        PlanStyle style = PlanStyle.plain().colour(colour).verbose(verbose);
        Time time = Time.system();
        if (request.progress() == ProgressFormat.JSON) {
            return new Reporter(new JsonProgress(text -> print(text + "\n"), time), true, style, log);
        }
        if (request.progress() == ProgressFormat.AUTO && colour && !request.batch()) {
            TerminalProgress terminal = new TerminalProgress(Reporter::print, WIDTH, true, time);
            Reporter reporter = new Reporter(terminal, false, style, log);
            reporter.clock = ticking(terminal);
            return reporter;
        }
        return new Reporter(new PlainProgress(log::info, time, verbose), false, style, log);
    }

    /** Draws anew each second, for the sake of the seconds that are shown. */
    private static Timer ticking(TerminalProgress terminal) {
        Timer clock = new Timer("gantry-progress", true);
        clock.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        terminal.refresh();
                    }
                },
                SECOND,
                SECOND);
        return clock;
    }

    private static void print(String text) {
        PrintStream out = System.out;
        out.print(text);
        out.flush();
    }

    @Override
    public void on(Event event) {
        if (json) {
            progress.on(event);
        } else if (event instanceof Event.Planned planned) {
            show(planned.plan());
        } else if (!(event instanceof Event.Found)) {
            progress.on(event);
        }
    }

    /** Shows a plan. */
    void show(Plan plan) {
        PlanText.of(plan, style).lines().forEach(log::info);
    }

    @Override
    public void close() {
        if (clock != null) {
            clock.cancel();
        }
    }
}
