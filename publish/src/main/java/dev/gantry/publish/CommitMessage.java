package dev.gantry.publish;

import dev.gantry.publish.TreeChanges.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a commit says of itself: how much has changed, what, and what made it. */
final class CommitMessage {

    private static final int MOST_LINES = 200;

    private CommitMessage() {}

    static String of(TreeChanges changes, String program, @Nullable String commit) {
        StringBuilder message = new StringBuilder(subject(changes, program)).append("\n\n");
        List<String> lines = new ArrayList<>();
        changes.folders().forEach((folder, objects) -> {
            lines.add(folder);
            objects.forEach(object -> lines.add("  " + object));
        });
        int shown = lines.size() <= MOST_LINES ? lines.size() : MOST_LINES - 1;
        for (String line : lines.subList(0, shown)) {
            message.append(line).append('\n');
        }
        if (shown < lines.size()) {
            message.append("and ").append(lines.size() - shown).append(" more lines\n");
        }
        message.append("\nProgram: ").append(program).append('\n');
        if (commit != null) {
            message.append("Program-Commit: ").append(commit).append('\n');
        }
        return message.toString();
    }

    private static String subject(TreeChanges changes, String program) {
        List<String> counts = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            long count = changes.count(kind);
            if (count > 0) {
                counts.add(count + " " + kind.name().toLowerCase(Locale.ROOT));
            }
        }
        int folders = changes.folders().size();
        String name = program.substring(program.lastIndexOf('.') + 1);
        return name + ": " + String.join(", ", counts) + " in " + folders + (folders == 1 ? " folder" : " folders");
    }
}
