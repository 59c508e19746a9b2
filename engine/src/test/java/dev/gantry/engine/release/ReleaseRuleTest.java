package dev.gantry.engine.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReleaseRuleTest {

    @Test
    void should_number_the_rules_without_a_gap() {
        assertThat(Arrays.stream(ReleaseRule.values()).map(ReleaseRule::code))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, ReleaseRule.values().length)
                        .mapToObj("GTY-REL-%03d"::formatted)
                        .toList());
    }
}
