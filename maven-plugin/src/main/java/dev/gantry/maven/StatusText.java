package dev.gantry.maven;

import dev.gantry.engine.drift.DriftedField;
import dev.gantry.engine.drift.ObjectStatus;
import dev.gantry.engine.drift.Owner;
import dev.gantry.engine.drift.StackStatus;
import dev.gantry.engine.status.Readiness;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a stack is, as people read it. */
final class StatusText {

    private StatusText() {}

    /**
     * The stack, and a block for each object that is not as it should be.
     *
     * @param verbose whether the others are listed too
     */
    static String of(StackStatus status, boolean verbose) {
        StringBuilder text = new StringBuilder(head(status));
        for (ObjectStatus object : status.objects()) {
            if (verbose || !object.isFine()) {
                text.append("\n  ").append(object.id()).append(": ").append(String.join("; ", problems(object)));
                if (object.origin() != null) {
                    text.append("  (").append(object.origin()).append(')');
                }
                object.drift().forEach(field -> text.append("\n    ").append(line(field)));
            }
        }
        return text.toString();
    }

    private static String head(StackStatus status) {
        StringBuilder text = new StringBuilder("Stack " + status.stack() + " (namespace " + status.namespace() + ")");
        if (status.last() == null) {
            text.append(" was never deployed");
        } else {
            text.append(status.current() > 0 ? ": revision " + status.current() : ": no revision");
            text.append(" of ").append(status.last().environment());
            text.append(status.current() > 0 ? ", last run " : " has been applied as a whole, last run ")
                    .append(status.last().started().truncatedTo(ChronoUnit.SECONDS))
                    .append(' ')
                    .append(status.last().state().text());
        }
        if (status.holder() != null) {
            text.append("; ").append(status.holder()).append(" works on it now");
        }
        long fine = status.objects().stream().filter(ObjectStatus::isFine).count();
        int all = status.objects().size();
        return text.append("; ")
                .append(fine)
                .append(" of ")
                .append(all)
                .append(all == 1 ? " object is" : " objects are")
                .append(" as the program says, and ready")
                .toString();
    }

    private static List<String> problems(ObjectStatus object) {
        List<String> problems = new ArrayList<>();
        switch (object.pending()) {
            case NEW -> problems.add("the next apply makes it");
            case CHANGED -> problems.add("the program has changed since it was applied");
            case REMOVED -> problems.add("the program no longer has it");
            case NOTHING -> {}
        }
        Readiness readiness = object.readiness();
        if (!object.isThere() && object.pending() != ObjectStatus.Pending.NEW) {
            problems.add("it is not there");
        } else if (readiness != null && readiness.state() != Readiness.State.READY) {
            problems.add(readiness.message().isEmpty() ? "it is not ready" : readiness.message());
        }
        if (!object.drift().isEmpty()) {
            problems.add("it was changed since it was applied");
        }
        return problems.isEmpty() ? List.of("fine") : problems;
    }

    private static String line(DriftedField field) {
        StringBuilder text = new StringBuilder(field.change().path())
                .append(": ")
                .append(shown(field.change().before()))
                .append(" → ")
                .append(shown(field.change().after()));
        for (Owner owner : field.owners()) {
            text.append(", by ").append(owner.manager());
            if (owner.since() != null) {
                text.append(" at ").append(owner.since().truncatedTo(ChronoUnit.SECONDS));
            }
        }
        return text.toString();
    }

    private static String shown(@Nullable Object value) {
        return value == null ? "nothing" : value.toString();
    }
}
