package dev.gantry.engine.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.yaml.YamlPrinter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The change of a field as lines: {@code path: old → new}, a block, or a small difference of texts. */
final class ChangeText {

    /** A block that is longer than this is cut: the whole is in the program, and in the plan as JSON. */
    private static final int LONGEST = 24;

    private static final int CONTEXT = 2;

    private final boolean colour;
    private final int width;

    ChangeText(boolean colour, int width) {
        this.colour = colour;
        this.width = width;
    }

    List<String> lines(FieldChange change) {
        JsonNode before = change.before();
        JsonNode after = change.after();
        List<String> lines = new ArrayList<>();
        if (before != null && after != null && isTall(before) && isTall(after)) {
            lines.add(SafeText.of(change.path()) + ":");
            difference(lines, block(before), block(after));
        } else if (before == null || after == null) {
            one(lines, change.path(), before, after);
        } else {
            String path = SafeText.of(change.path()) + ": ";
            lines.add(path
                    + Values.pair(Values.inline(before), Values.inline(after), Math.max(40, width - path.length())));
        }
        return lines;
    }

    private void one(List<String> lines, String name, @Nullable JsonNode before, @Nullable JsonNode after) {
        JsonNode value = after == null ? before : after;
        String sign = after == null ? "- " : "+ ";
        String path = SafeText.of(name) + ":";
        if (value == null) {
            return;
        }
        if (!isTall(value)) {
            String text = Values.cut(Values.inline(value), Math.max(40, width - path.length() - 3));
            lines.add(paint(sign + path + " " + text));
            return;
        }
        lines.add(paint(sign + path));
        List<String> block = new ArrayList<>();
        block(value).forEach(line -> block.add(paint(sign + "  " + cut(line))));
        lines.addAll(shortened(block));
    }

    private boolean isTall(JsonNode value) {
        return Values.hasLines(value) || Values.isLong(value, width / 2);
    }

    private static List<String> block(JsonNode value) {
        String text = value.isTextual() ? value.textValue() : YamlPrinter.print(value);
        return text.lines().toList();
    }

    private void difference(List<String> lines, List<String> before, List<String> after) {
        List<Alignment.Row> rows = Alignment.of(before, after, String::equals, false);
        List<String> shown = new ArrayList<>();
        int skipped = 0;
        for (int i = 0; i < rows.size(); i++) {
            Alignment.Row row = rows.get(i);
            if (row.same() && !isNearChange(rows, i)) {
                skipped++;
                continue;
            }
            if (skipped > 0) {
                shown.add(Ink.FAINT.paint("    …", colour));
                skipped = 0;
            }
            String text = cut(row.after() < 0 ? before.get(row.before()) : after.get(row.after()));
            shown.add(row.same() ? "    " + text : paint((row.after() < 0 ? "- " : "+ ") + "  " + text));
        }
        lines.addAll(shortened(shown));
    }

    private static boolean isNearChange(List<Alignment.Row> rows, int index) {
        int from = Math.max(0, index - CONTEXT);
        int to = Math.min(rows.size(), index + CONTEXT + 1);
        return rows.subList(from, to).stream().anyMatch(row -> !row.same());
    }

    private List<String> shortened(List<String> lines) {
        if (lines.size() <= LONGEST) {
            return lines;
        }
        List<String> some = new ArrayList<>(lines.subList(0, LONGEST - 1));
        some.add(Ink.FAINT.paint("    … " + (lines.size() - some.size()) + " more lines", colour));
        return some;
    }

    private String cut(String line) {
        return Values.cut(SafeText.of(line), Math.max(40, width - 4));
    }

    private String paint(String line) {
        return (line.startsWith("-") ? Ink.RED : Ink.GREEN).paint(line, colour);
    }
}
