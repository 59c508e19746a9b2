package dev.gantry.workload;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One of the five fields of a schedule, and the values that an expression chooses. */
final class CronField {

    private static final Pattern NUMBER = Pattern.compile("\\+?\\d{1,9}");

    private final String words;
    private final int least;
    private final int most;
    private final List<String> names;

    private long chosen;
    private boolean unrestricted;

    CronField(String words, int least, int most, String... names) {
        this.words = words;
        this.least = least;
        this.most = most;
        this.names = List.of(names);
    }

    /** Reads a list of ranges; answers what is wrong with it, or {@code null}. Empty parts of a list are left out. */
    @Nullable
    String read(String list) {
        for (String range : list.split(",", -1)) {
            String problem = range.isEmpty() ? null : readRange(range);
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    /** The chosen values, as bits. */
    long chosen() {
        return chosen;
    }

    /** Whether it was left open with {@code *} or {@code ?}, and every value is good. */
    boolean isUnrestricted() {
        return unrestricted;
    }

    private @Nullable String readRange(String range) {
        String[] parts = range.split("/", -1);
        String[] bounds = parts[0].split("-", -1);
        boolean open = bounds[0].equals("*") || bounds[0].equals("?");
        int from = open ? least : value(bounds[0]);
        int to = open ? most : value(bounds[bounds.length - 1]);
        int step = parts.length == 1 ? 1 : number(parts[1]);
        if (parts.length > 2 || (!open && bounds.length > 2) || from < 0 || to < 0 || step < 0) {
            return "has the " + words + " \"" + range + "\"";
        }
        if (parts.length == 2 && bounds.length == 1) {
            to = most;
        }
        if (from < least || to > most) {
            return "has the " + words + " " + (from < least ? from : to) + "; " + least + " to " + most + " are allowed";
        }
        if (from > to || step == 0) {
            return "has the " + words + " \"" + range + "\", which holds nothing";
        }
        for (int value = from; value <= to; value += step) {
            chosen |= 1L << value;
        }
        unrestricted |= open && step == 1;
        return null;
    }

    /** What a number or name stands for; -1 if nothing. */
    private int value(String text) {
        int name = names.indexOf(text.toLowerCase(Locale.ROOT));
        return name < 0 ? number(text) : least + name;
    }

    private static int number(String text) {
        return NUMBER.matcher(text).matches() ? Integer.parseInt(text) : -1;
    }
}
