package dev.gantry.workload;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads schedules as the API server does: with five fields of lists, ranges, steps and names, or a macro.
 *
 * @see <a href="https://pkg.go.dev/github.com/robfig/cron/v3#hdr-CRON_Expression_Format">What Kubernetes reads them with</a>
 */
final class CronSyntax {

    private static final Set<String> MACROS =
            Set.of("@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly");
    private static final Pattern DURATION =
            Pattern.compile("[-+]?(0|((\\d+(\\.\\d*)?|\\.\\d+)(ns|us|\u00b5s|\u03bcs|ms|s|m|h))+)");
    private static final Pattern NUMBER = Pattern.compile("\\+?\\d{1,9}");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    /** One of the five fields. */
    private enum Part {
        MINUTE("minute", 0, 59, List.of()),
        HOUR("hour", 0, 23, List.of()),
        DAY_OF_MONTH("day of the month", 1, 31, List.of()),
        MONTH(
                "month",
                1,
                12,
                List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")),
        DAY_OF_WEEK("day of the week", 0, 6, List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat"));

        private final String words;
        private final int least;
        private final int most;
        private final List<String> names;

        Part(String words, int least, int most, List<String> names) {
            this.words = words;
            this.least = least;
            this.most = most;
            this.names = names;
        }

        /** What a number or name stands for; -1 if nothing. */
        private int value(String text) {
            int name = names.indexOf(text.toLowerCase(Locale.ROOT));
            if (name >= 0) {
                return least + name;
            }
            return NUMBER.matcher(text).matches() ? Integer.parseInt(text) : -1;
        }
    }

    private final long[] chosen = new long[Part.values().length];
    private final boolean[] all = new boolean[Part.values().length];

    private CronSyntax() {}

    /** What is wrong with an expression, as the end of a sentence that begins with it; {@code null} if nothing is. */
    static @Nullable String problem(String expression) {
        if (expression.isBlank()) {
            return "is empty";
        }
        if (expression.contains("TZ")) {
            return "has a time zone";
        }
        if (expression.startsWith("@")) {
            return macroProblem(expression);
        }
        String[] fields = BLANKS.split(expression.strip());
        if (fields.length != Part.values().length) {
            return "has " + fields.length + (fields.length == 1 ? " field" : " fields") + ", not 5";
        }
        CronSyntax syntax = new CronSyntax();
        for (Part part : Part.values()) {
            String problem = syntax.read(part, fields[part.ordinal()]);
            if (problem != null) {
                return problem;
            }
        }
        return syntax.comesToPass() ? null : "never comes to pass";
    }

    /** What to do about an expression with a problem. */
    static String hint(String expression) {
        return expression.contains("TZ")
                ? "Call timeZone(name) on the CronJob instead."
                : "Write minute, hour, day of the month, month and day of the week (0 to 6 from Sunday on), such as \"30 4 * *"
                        + " mon-fri\", or a macro such as \"@daily\".";
    }

    private static @Nullable String macroProblem(String expression) {
        if (expression.startsWith("@every ")) {
            return DURATION.matcher(expression.substring("@every ".length())).matches()
                    ? null
                    : "has no duration such as 1h30m after @every";
        }
        return MACROS.contains(expression) ? null : "is not one of the macros";
    }

    private @Nullable String read(Part part, String field) {
        for (String range : field.split(",", -1)) {
            String problem = range.isEmpty() ? null : readRange(part, range);
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    private @Nullable String readRange(Part part, String range) {
        String[] steps = range.split("/", -1);
        String[] bounds = steps[0].split("-", -1);
        boolean open = bounds[0].equals("*") || bounds[0].equals("?");
        int from = open ? part.least : part.value(bounds[0]);
        int to = open ? part.most : part.value(bounds[bounds.length - 1]);
        int step = steps.length == 1 ? 1 : NUMBER.matcher(steps[1]).matches() ? Integer.parseInt(steps[1]) : -1;
        if (steps.length > 2 || (!open && bounds.length > 2) || from < 0 || to < 0 || step < 0) {
            return "has the " + part.words + " \"" + range + "\"";
        }
        if (steps.length == 2 && bounds.length == 1) {
            to = part.most;
        }
        if (from < part.least || to > part.most) {
            return "has the " + part.words + " " + (from < part.least ? from : to) + "; " + part.least + " to "
                    + part.most + " are allowed";
        }
        if (from > to || step == 0) {
            return "has the " + part.words + " \"" + range + "\", which holds nothing";
        }
        for (int value = from; value <= to; value += step) {
            chosen[part.ordinal()] |= 1L << value;
        }
        all[part.ordinal()] |= open && step == 1;
        return null;
    }

    /** Where both kinds of day are restricted, one of them is enough; else both must be right. */
    private boolean comesToPass() {
        boolean either = !all[Part.DAY_OF_MONTH.ordinal()] && !all[Part.DAY_OF_WEEK.ordinal()];
        boolean dayOfWeek = has(Part.DAY_OF_WEEK) && has(Part.MONTH);
        boolean day = either ? dayOfMonthExists() || dayOfWeek : dayOfMonthExists() && dayOfWeek;
        return day && has(Part.MINUTE) && has(Part.HOUR);
    }

    private boolean has(Part part) {
        return chosen[part.ordinal()] != 0;
    }

    private boolean dayOfMonthExists() {
        for (int month = 1; month <= DAYS.length; month++) {
            long days = (1L << (DAYS[month - 1] + 1)) - 1;
            if ((chosen[Part.MONTH.ordinal()] & 1L << month) != 0
                    && (chosen[Part.DAY_OF_MONTH.ordinal()] & days) != 0) {
                return true;
            }
        }
        return false;
    }
}
