package dev.gantry.raw;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What kubectl 1.32 made of each ({@code kubectl label --local -f FILE x=y -o json}). */
class ScalarsTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', textBlock = """
                    yes, true
                    Yes, true
                    y, true
                    N, false
                    on, true
                    oFF, "oFF"
                    True, true
                    tRue, "tRue"
                    0644, 420
                    0o644, 420
                    0O17, 15
                    0b11, 3
                    -0b11, -3
                    0x1F, 31
                    -0x1F, -31
                    0x, "0x"
                    0x1.8p1, "0x1.8p1"
                    1_000, 1000
                    1__0, 10
                    _1, "_1"
                    1_, 1
                    0_7, 7
                    08, 8
                    019, 19
                    00, 0
                    1e3, 1000
                    1.e3, 1000
                    1e, "1e"
                    1e400, "1e400"
                    1.5e-7, 1.5E-7
                    .5, 0.5
                    +.5, 0.5
                    +1, 1
                    -0, 0
                    -0.0, 0
                    1., 1
                    1.0, 1
                    0.10, 0.1
                    1_0.5, 10.5
                    ., "."
                    +, "+"
                    -, "-"
                    '1,000', '"1,000"'
                    1:30, "1:30"
                    2001-01-01, "2001-01-01"
                    2001-01-01T10:00:00Z, "2001-01-01T10:00:00Z"
                    9223372036854775807, 9223372036854775807
                    9223372036854775808, 9223372036854776000
                    123456789012345678901234567890, 1.2345678901234568E29
                    1e20, 100000000000000000000
                    1e21, 1.0E21
                    ~, null
                    Null, null
                    nUll, "nUll"
                    =, "="
                    NaN, "NaN"
                    inf, "inf"
                    """)
    void should_mean_what_it_means_to_kubectl(String text, String json) {
        assertThat(String.valueOf(Scalars.plain(text))).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(strings = {".inf", "-.INF", "+.Inf", ".NaN", ".nan"})
    void should_have_no_value_that_json_has_not(String text) {
        assertThat(Scalars.plain(text)).isNull();
    }
}
