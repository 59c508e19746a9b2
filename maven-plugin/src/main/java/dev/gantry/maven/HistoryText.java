package dev.gantry.maven;

import dev.gantry.engine.release.StackHome;
import dev.gantry.engine.release.history.Revision;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The revisions of a stack as people read them. */
final class HistoryText {

    private HistoryText() {}

    /**
     * The revisions, a line each, such as {@code 4  succeeded  2024-05-06T07:08:10Z  production  by ada  commit 1f0c}.
     *
     * @param revisions the newest first
     */
    static String of(StackHome home, List<Revision> revisions) {
        String stack = "Stack " + home.stack() + " (namespace " + home.namespace() + ")";
        if (revisions.isEmpty()) {
            return stack + " was never deployed.";
        }
        StringBuilder text = new StringBuilder(stack);
        for (Revision revision : revisions) {
            text.append("\n  ").append(line(revision));
        }
        return text.toString();
    }

    private static String line(Revision revision) {
        List<String> parts = new ArrayList<>();
        parts.add(String.format("%3d", revision.number()));
        parts.add(String.format("%-11s", revision.state().text()));
        parts.add(revision.started().truncatedTo(ChronoUnit.SECONDS).toString());
        parts.add(revision.environment());
        parts.add(revision.objects() + (revision.objects() == 1 ? " object" : " objects"));
        if (!revision.by().isEmpty()) {
            parts.add("by " + revision.by());
        }
        if (revision.commit() != null) {
            parts.add("commit " + revision.commit());
        }
        if (revision.restores() != null) {
            parts.add("back to " + revision.restores());
        }
        if (!revision.hasContents()) {
            parts.add("cannot be gone back to");
        }
        if (!revision.message().isEmpty()) {
            parts.add(revision.message());
        }
        return String.join("  ", parts);
    }
}
