package dev.gantry.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.extension.Flaw;
import dev.gantry.workload.Cron;
import java.time.DayOfWeek;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "* * * * *",
                "*/5 * * * *",
                "0 4 1,15 * ?",
                "  0   4 * * mon-FRI ",
                "5/15 0-23/2 ? jan,Dec 6",
                "0 0 29 2 *",
                "0 0 31 2 mon",
                "0 0 31 1,2 *",
                "0,, 0 * * *",
                "0 0 * * */7",
                "59 23 31 12 0",
                "@yearly",
                "@annually",
                "@monthly",
                "@weekly",
                "@daily",
                "@midnight",
                "@hourly",
                "@every 1h30m",
                "@every 1.5h"
            })
    void should_accept_what_the_api_server_reads(String expression) {
        assertThat(Cron.of(expression).flaws()).isEmpty();
        assertThat(Cron.of(expression)).hasToString(expression);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|is empty",
                "* * * *|has 4 fields, not 5",
                "0|has 1 field, not 5",
                "0 0 4 * * *|has 6 fields, not 5",
                "60 * * * *|has the minute 60; 0 to 59 are allowed",
                "* 22-25 * * *|has the hour 25; 0 to 23 are allowed",
                "* * 0 * *|has the day of the month 0; 1 to 31 are allowed",
                "* * * 13 *|has the month 13; 1 to 12 are allowed",
                "* * * * 7|has the day of the week 7; 0 to 6 are allowed",
                "* * * * monday|has the day of the week \"monday\"",
                "x * * * *|has the minute \"x\"",
                "-5 * * * *|has the minute \"-5\"",
                "1-2-3 * * * *|has the minute \"1-2-3\"",
                "*/5/2 * * * *|has the minute \"*/5/2\"",
                "*/x * * * *|has the minute \"*/x\"",
                "30-10 * * * *|has the minute \"30-10\", which holds nothing",
                "*/0 * * * *|has the minute \"*/0\", which holds nothing",
                "* * * * fri-mon|has the day of the week \"fri-mon\", which holds nothing",
                "0 0 31 2 *|never comes to pass",
                "0 0 31 4,6,9,11 ?|never comes to pass",
                ", * * * *|never comes to pass",
                "@Daily|is not one of the macros",
                "@reboot|is not one of the macros",
                "@every|is not one of the macros",
                "@every soon|has no duration such as 1h30m after @every",
                "TZ=UTC 0 0 * * *|has a time zone",
                "CRON_TZ=Europe/Berlin 0 0 * * *|has a time zone"
            })
    void should_find_what_the_api_server_rejects_or_what_never_happens(String expression, String problem) {
        assertThat(Cron.of(expression).flaws())
                .extracting(Flaw::message)
                .containsExactly("\"" + expression + "\" " + problem + ".");
    }

    @Test
    void should_say_where_a_time_zone_belongs() {
        assertThat(Cron.of("TZ=UTC @daily").flaws())
                .extracting(Flaw::hint)
                .containsExactly("Call timeZone(name) on the CronJob instead.");
    }

    @Test
    void should_write_times_as_cron_does() {
        assertThat(Cron.hourly()).hasToString("0 * * * *");
        assertThat(Cron.daily(LocalTime.of(4, 30))).isEqualTo(Cron.of("30 4 * * *"));
        assertThat(Cron.weekly(DayOfWeek.SUNDAY, LocalTime.NOON)).hasToString("0 12 * * 0");
        assertThat(Cron.weekly(DayOfWeek.SATURDAY, LocalTime.MIDNIGHT)).hasToString("0 0 * * 6");
        assertThat(Cron.daily(LocalTime.of(4, 30)).flaws()).isEmpty();
    }

    @Test
    void should_find_times_that_cron_does_not_know() {
        assertThat(Cron.daily(LocalTime.of(4, 30, 15)).flaws())
                .extracting(Flaw::message)
                .containsExactly("04:30:15 is not a whole number of minutes.");
        assertThat(Cron.of(null).flaws()).containsExactly(Flaw.missing());
        assertThat(Cron.daily(null).flaws()).containsExactly(Flaw.missing());
        assertThat(Cron.weekly(null, LocalTime.NOON).flaws()).containsExactly(Flaw.missing());
    }

    @Test
    void should_be_equal_if_written_the_same() {
        assertThat(Cron.of("@daily")).isEqualTo(Cron.of("@daily")).hasSameHashCodeAs(Cron.of("@daily"));
        assertThat(Cron.of("@daily")).isNotEqualTo(Cron.of("@hourly"));
    }
}
