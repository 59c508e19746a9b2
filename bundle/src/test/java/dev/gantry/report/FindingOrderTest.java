package dev.gantry.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.finding.Finding;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingOrderTest {

    @Test
    void should_read_the_indices_of_lists_as_numbers() {
        assertThat(ordered(
                        "spec.rules[10]",
                        "spec.rules[2].to[11].port",
                        "spec.rules[1]",
                        "spec.rules[2].to[2]",
                        "spec.rules[0]",
                        "spec.rules",
                        "spec.rules[12].a",
                        "spec.rules[10].to"))
                .containsExactly(
                        "spec.rules",
                        "spec.rules[0]",
                        "spec.rules[1]",
                        "spec.rules[2].to[2]",
                        "spec.rules[2].to[11].port",
                        "spec.rules[10]",
                        "spec.rules[10].to",
                        "spec.rules[12].a");
    }

    @Test
    void should_read_digits_of_names_as_letters() {
        assertThat(ordered("data.v2", "data[\"2\"]", "data.v10", "data[\"10\"]", "data.v"))
                .containsExactly("data.v", "data.v10", "data.v2", "data[\"10\"]", "data[\"2\"]");
    }

    private static List<String> ordered(String... fields) {
        return Arrays.stream(fields)
                .map(field -> Samples.NOWHERE.on("Service shop/web", field))
                .sorted(FindingOrder.BY_WEIGHT_AND_PLACE)
                .map(Finding::field)
                .toList();
    }
}
