package dev.gantry.engine.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A terminal that knows the few control sequences that it may be given, and wraps long lines. */
final class Screen implements Consumer<String> {

    private static final Pattern PARTS = Pattern.compile("\u001b\\[(\\d*)([AJm])|\r|\n|[^\u001b\r\n]+");

    private final int width;
    private final List<String> lines = new ArrayList<>(List.of(""));
    private int row;

    Screen(int width) {
        this.width = width;
    }

    @Override
    public void accept(String text) {
        Matcher parts = PARTS.matcher(text);
        int end = 0;
        while (parts.find()) {
            if (parts.start() != end) {
                throw new IllegalArgumentException("unknown sequence in " + text.replace('\u001b', '^'));
            }
            end = parts.end();
            part(parts);
        }
    }

    private void part(Matcher part) {
        String text = part.group();
        if (text.equals("\n")) {
            row++;
            if (row == lines.size()) {
                lines.add("");
            }
        } else if ("A".equals(part.group(2))) {
            row -= Integer.parseInt(part.group(1));
        } else if ("J".equals(part.group(2))) {
            lines.subList(row, lines.size()).clear();
            lines.add("");
        } else if (!text.equals("\r") && part.group(2) == null) {
            print(text);
        }
    }

    private void print(String text) {
        String line = lines.get(row) + text;
        while (line.length() > width) {
            lines.set(row, line.substring(0, width));
            line = line.substring(width);
            row++;
            lines.add(row, "");
        }
        lines.set(row, line);
    }

    /** What stands there, with the cursor as {@code _}. */
    String text() {
        List<String> shown = new ArrayList<>(lines);
        shown.set(row, shown.get(row) + "_");
        return String.join("\n", shown);
    }
}
