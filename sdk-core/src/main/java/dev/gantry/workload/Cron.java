package dev.gantry.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Flaw;
import dev.gantry.extension.Leaf;
import dev.gantry.extension.ValueRule;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A schedule, printed as written. One that Kubernetes does not read, or that never comes to pass, is a finding wherever
 * it is used.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax">Schedule syntax</a>
 */
@CheckReturnValue
public final class Cron implements Leaf {

    private final String expression;
    private final List<Flaw> flaws;

    private Cron(String expression, List<Flaw> flaws) {
        this.expression = expression;
        this.flaws = flaws;
    }

    /**
     * A schedule in cron's own words.
     *
     * @param expression minute, hour, day of the month, month and day of the week, such as {@code 30 4 * * mon-fri}; or a
     *     macro such as {@code @daily}. The time zone is {@link CronJob.Builder#timeZone}'s to say
     */
    @SuppressWarnings("ConstantValue") // callers outside of null-marked code may pass null
    public static Cron of(String expression) {
        if (expression == null) {
            return new Cron("", List.of(Flaw.missing()));
        }
        String problem = CronSyntax.problem(expression);
        return new Cron(
                expression,
                problem == null
                        ? List.of()
                        : List.of(new Flaw(
                                ValueRule.TEXT,
                                "\"" + expression + "\" " + problem + ".",
                                CronSyntax.hint(expression))));
    }

    /** At the beginning of every hour. */
    public static Cron hourly() {
        return of("0 * * * *");
    }

    /**
     * Every day at a time.
     *
     * @param time in whole minutes
     */
    public static Cron daily(LocalTime time) {
        return at(time, "*");
    }

    /**
     * On one day of every week at a time.
     *
     * @param time in whole minutes
     */
    @SuppressWarnings("ConstantValue") // callers outside of null-marked code may pass null
    public static Cron weekly(DayOfWeek day, LocalTime time) {
        return at(time, day == null ? null : Integer.toString(day.getValue() % 7));
    }

    @SuppressWarnings("ConstantValue") // callers outside of null-marked code may pass null
    private static Cron at(LocalTime time, @Nullable String dayOfWeek) {
        if (time == null || dayOfWeek == null) {
            return new Cron("", List.of(Flaw.missing()));
        }
        String expression = time.getMinute() + " " + time.getHour() + " * * " + dayOfWeek;
        return time.getSecond() == 0 && time.getNano() == 0
                ? of(expression)
                : new Cron(
                        expression,
                        List.of(new Flaw(
                                ValueRule.TEXT,
                                time + " is not a whole number of minutes.",
                                "Give a time without seconds.")));
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(expression);
    }

    @Override
    public List<Flaw> flaws() {
        return flaws;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Cron cron && cron.expression.equals(expression) && cron.flaws.equals(flaws);
    }

    @Override
    public int hashCode() {
        return expression.hashCode();
    }

    /** The expression as written. */
    @Override
    public String toString() {
        return expression;
    }
}
