package dev.gantry.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionRangeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "20.1.0 ; 20.1.0 ; 20.1.1",
                "v20.1.0 ; 20.1.0 ; 20.1.1",
                "20.* ; 20.9.3 ; 21.0.0",
                "20.x.x ; 20.9.3 ; 19.9.9",
                "20 ; 20.9.3 ; 21.0.0",
                "* ; 0.0.1 ; 1.0.0-rc.1",
                "~20.1.2 ; 20.1.9 ; 20.2.0",
                "~20 ; 20.9.0 ; 21.0.0",
                "^20.1 ; 20.9.9 ; 21.0.0",
                "^0.3.1 ; 0.3.9 ; 0.4.0",
                "^0.0.3 ; 0.0.3 ; 0.0.4",
                ">=20.1 <21 ; 20.1.0 ; 21.0.0",
                ">= 20.1, < 21 ; 20.9.0 ; 20.0.9",
                ">20.1 ; 20.2.0 ; 20.1.9",
                ">20.1.0 ; 20.1.1 ; 20.1.0",
                "<=20.1 ; 20.1.9 ; 20.2.0",
                "!=20.1.0 ; 20.1.1 ; 20.1.0",
                "1.2 - 1.4 ; 1.4.9 ; 1.5.0",
                "^1 || ^3 ; 3.1.0 ; 2.0.0",
                ">=1.0.0-0 ; 1.0.0-rc.1 ; 0.9.0"
            })
    void should_contain_what_helm_says(String range, String within, String outside) {
        assertThat(contains(range, within)).as(within).isTrue();
        assertThat(contains(range, outside)).as(outside).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"new", "20.1.0.0", ">=", "1..2", "^1 ||", "1.2 -"})
    void should_refuse_what_is_no_range(String text) {
        assertThat(VersionRange.parse(text)).isNull();
    }

    @Test
    void should_choose_the_newest_by_numbers_and_previews() {
        VersionRange range = Objects.requireNonNull(VersionRange.parse(">=1.0.0-0"));

        assertThat(Objects.requireNonNull(range.newest(List.of("1.9.0", "1.10.0-rc.2", "1.10.0-rc.10", "latest")))
                        .text())
                .isEqualTo("1.10.0-rc.10");
        assertThat(range.newest(List.of("latest"))).isNull();
    }

    private static boolean contains(String range, String version) {
        return Objects.requireNonNull(VersionRange.parse(range))
                .contains(Objects.requireNonNull(ChartVersion.parse(version)));
    }
}
