package dev.gantry.engine.progress;

import dev.gantry.engine.plan.PlanText;
import dev.gantry.engine.plan.SafeText;
import dev.gantry.finding.Finding;
import dev.gantry.finding.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Events in words, one line each. */
final class Told {

    private Told() {}

    static String connected(Event.Connected event) {
        return PlanText.cluster(event.connection());
    }

    static String locked(Event.Locked event) {
        return event.holder() + " has been at work on it since " + event.since().truncatedTo(ChronoUnit.SECONDS)
                + "; waits for that, " + duration(event.atMost()) + " at most";
    }

    static String waveStarted(Event.WaveStarted event) {
        return "wave " + event.wave() + " of " + event.waves() + ", " + objects(event.objects());
    }

    static String applied(Event.Applied event) {
        return event.outcome().name().toLowerCase(Locale.ROOT) + " " + event.id();
    }

    static String ready(Event.Ready event) {
        return event.id() + " is ready after " + duration(event.after());
    }

    static String pruned(Event.Pruned event) {
        return "deleted " + event.id();
    }

    static String kept(Event.Kept event) {
        return "kept " + event.id() + (event.why().isEmpty() ? "" : ": " + event.why());
    }

    static String retrying(Event.Retrying event) {
        return "again in " + duration(event.after()) + ": " + event.action() + " (" + event.why() + ")";
    }

    /** Without the hint: the report at the end has all of it. */
    static String found(Finding finding) {
        List<String> words = new ArrayList<>();
        words.add(finding.severity() == Severity.ERROR ? "error" : "warning");
        words.add(finding.code());
        if (finding.resource() != null) {
            words.add(finding.resource());
        }
        if (finding.origin() != null) {
            words.add(finding.origin().toString());
        }
        return String.join(" ", words) + ": " + finding.message();
    }

    static String finished(Event.Finished event) {
        String how = switch (event.result()) {
            case SUCCEEDED -> "succeeded";
            case FAILED -> "failed";
            case ROLLED_BACK -> "failed, and the stack was rolled back";
            case INTERRUPTED -> "was interrupted";
        };
        return event.revision() > 0
                ? "revision " + event.revision() + " " + how
                : how + " before a revision was begun,";
    }

    /** What is missing, and for how long; {@code link} stands between the object and that. */
    static String pending(Event.Pending pending, String link, Instant now) {
        return pending.id() + link + pending.reason() + ", " + duration(Duration.between(pending.since(), now));
    }

    static String objects(int number) {
        return number == 1 ? "1 object" : number + " objects";
    }

    /** {@code 0.5 s}, {@code 34 s}, {@code 2 min 5 s}, {@code 1 h 3 min}; never below zero, whatever clocks say. */
    static String duration(Duration duration) {
        long millis = Math.max(0, duration.toMillis());
        long seconds = millis / 1000;
        if (millis > 0 && seconds == 0) {
            return "0." + Math.max(1, millis / 100) + " s";
        }
        if (seconds < 60) {
            return seconds + " s";
        }
        long minutes = seconds / 60;
        return minutes < 60
                ? minutes + " min" + (seconds % 60 == 0 ? "" : " " + seconds % 60 + " s")
                : minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }

    /** The line of a stack, as it may be shown. */
    static String of(String stack, String text) {
        return SafeText.of(stack + ": " + text);
    }
}
