package dev.gantry.workload;

import java.util.List;
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
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final List<Integer> MOST_DAYS = List.of(31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31);

    private final CronField minute = new CronField("minute", 0, 59);
    private final CronField hour = new CronField("hour", 0, 23);
    private final CronField dayOfMonth = new CronField("day of the month", 1, 31);
    private final CronField month = new CronField(
            "month", 1, 12, "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private final CronField dayOfWeek =
            new CronField("day of the week", 0, 6, "sun", "mon", "tue", "wed", "thu", "fri", "sat");
    private final List<CronField> fields = List.of(minute, hour, dayOfMonth, month, dayOfWeek);

    private CronSyntax() {}

    /** What is wrong with an expression, as the end of a sentence that begins with it; {@code null} if nothing is. */
    static @Nullable String problem(String expression) {
        if (expression.isBlank()) {
            return "is empty";
        }
        if (expression.contains("TZ")) {
            return "has a time zone";
        }
        return expression.startsWith("@") ? macroProblem(expression) : new CronSyntax().fieldProblem(expression);
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

    private @Nullable String fieldProblem(String expression) {
        String[] texts = BLANKS.split(expression.strip(), -1);
        if (texts.length != fields.size()) {
            return "has " + texts.length + (texts.length == 1 ? " field" : " fields") + ", not " + fields.size();
        }
        for (int i = 0; i < texts.length; i++) {
            String problem = fields.get(i).read(texts[i]);
            if (problem != null) {
                return problem;
            }
        }
        return comesToPass() ? null : "never comes to pass";
    }

    /** Where both kinds of day are restricted, one of them is enough; else both must be right. */
    private boolean comesToPass() {
        boolean either = !dayOfMonth.isUnrestricted() && !dayOfWeek.isUnrestricted();
        boolean byMonth = dayOfMonthExists();
        boolean byWeek = dayOfWeek.chosen() != 0 && month.chosen() != 0;
        return (either ? byMonth || byWeek : byMonth && byWeek) && minute.chosen() != 0 && hour.chosen() != 0;
    }

    private boolean dayOfMonthExists() {
        for (int i = 0; i < MOST_DAYS.size(); i++) {
            long days = (1L << (MOST_DAYS.get(i) + 1)) - 1;
            if ((month.chosen() & (1L << (i + 1))) != 0 && (dayOfMonth.chosen() & days) != 0) {
                return true;
            }
        }
        return false;
    }
}
