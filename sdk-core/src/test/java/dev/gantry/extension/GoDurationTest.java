package dev.gantry.extension;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoDurationTest {

    @Test
    void should_read_what_go_reads() {
        assertThat(GoDuration.parse("5s")).isEqualTo(Duration.ofSeconds(5));
        assertThat(GoDuration.parse("1h30m")).isEqualTo(Duration.ofMinutes(90));
        assertThat(GoDuration.parse("1.5s")).isEqualTo(Duration.ofMillis(1500));
        assertThat(GoDuration.parse(".5h")).isEqualTo(Duration.ofMinutes(30));
        assertThat(GoDuration.parse("1.m")).isEqualTo(Duration.ofMinutes(1));
        assertThat(GoDuration.parse("1m0.5s")).isEqualTo(Duration.ofMillis(60_500));
        assertThat(GoDuration.parse("250ms10us7ns")).isEqualTo(Duration.ofNanos(250_010_007));
        assertThat(GoDuration.parse("3µs")).isEqualTo(Duration.ofNanos(3000));
        assertThat(GoDuration.parse("0")).isEqualTo(Duration.ZERO);
        assertThat(GoDuration.parse("0s")).isEqualTo(Duration.ZERO);
    }

    @Test
    void should_turn_away_what_go_does_not_read() {
        for (String text : List.of("", "5", "5 s", "1d", "s", ".s", "5S", "soon", "-5s", "1h 30m", "99999999999999h")) {
            assertThat(GoDuration.parse(text)).as(text).isNull();
        }
        assertThat(GoDuration.parse("1s".repeat(100))).isNull();
    }

    @Test
    void should_write_the_largest_units_that_leave_no_rest() {
        assertThat(GoDuration.text(Duration.ofSeconds(5))).isEqualTo("5s");
        assertThat(GoDuration.text(Duration.ofMinutes(90))).isEqualTo("1h30m");
        assertThat(GoDuration.text(Duration.ofDays(5))).isEqualTo("120h");
        assertThat(GoDuration.text(Duration.ofMillis(1500))).isEqualTo("1s500ms");
        assertThat(GoDuration.text(Duration.ofNanos(1_001_000_001))).isEqualTo("1s1ms1ns");
        assertThat(GoDuration.text(Duration.ZERO)).isEqualTo("0s");
        assertThat(GoDuration.text(Duration.ofSeconds(-90))).isEqualTo("-1m30s");
    }

    @Test
    void should_write_seconds_or_milliseconds() {
        assertThat(GoDuration.inSeconds(Duration.ofMinutes(90))).isEqualTo("5400s");
        assertThat(GoDuration.inSeconds(Duration.ofMillis(1500))).isEqualTo("1500ms");
    }
}
