package dev.gantry.helm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainScalarTest {

    @ParameterizedTest
    @CsvSource({
        "yes, true",
        "off, false",
        "Y, true",
        "~, null",
        "Null, null",
        "5, 5",
        "-5, -5",
        "+5, 5",
        "1_000, 1000",
        "0x1F, 31",
        "017, 15",
        "0o17, 15",
        "0b101, 5",
        "1e3, 1E+3",
        "1.50, 1.50",
        ".5, 0.5",
        "08, 8",
        "12345678901234567890," + " 12345678901234567890"
    })
    void should_be_what_kubernetes_takes_it_for(String text, String json) {
        assertThat(PlainScalar.node(text).toString()).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"web", "1.2.3", "0x", "1:30", "500m", "-", ".", "+x", "2024-01-01", "TRue"})
    void should_be_text_where_it_is_nothing_else(String text) {
        assertThat(PlainScalar.node(text).isTextual()).isTrue();
    }
}
