package dev.gantry.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.gantry.finding.FindingsException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bounds of numbers and of sizes. */
class RangeTest {

    record Settings(
            @Range(min = 1, max = 9) int replicas,
            @Range(max = 2) List<String> hosts,
            @Range(min = 1) Map<String, String> labels,
            @Range(min = 0) Optional<Double> rate) {}

    private static final SettingsModel<Settings> MODEL = SettingsModel.of(Settings.class);

    private static ObjectNode tree(String yaml) throws IOException {
        return (ObjectNode) new YAMLMapper().readTree(yaml);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{replicas: 1, hosts: [], labels: {a: b}}",
                "{replicas: 9, hosts: [a, b], labels: {a: b, c: d}, rate: 0}"
            })
    void should_take_what_is_within_bounds(String yaml) throws IOException {
        assertThat(MODEL.bind(tree(yaml))).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{replicas: 0, hosts: [], labels: {a: b}} | replicas must be from 1 to 9, but is 0",
                "{replicas: 10, hosts: [], labels: {a: b}} | replicas must be from 1 to 9, but is 10",
                "{replicas: 1, hosts: [a, b, c], labels: {a: b}} | hosts must be at most 2 elements, but is 3",
                "{replicas: 1, hosts: [], labels: {}} | labels must be at least 1 elements, but is 0",
                "{replicas: 1, hosts: [], labels: {a: b}, rate: -0.5} | rate must be at least 0, but is -0.5"
            })
    void should_refuse_what_is_out_of_bounds(String yaml, String message) {
        assertThatThrownBy(() -> MODEL.bind(tree(yaml)))
                .isInstanceOfSatisfying(
                        FindingsException.class,
                        e -> assertThat(e.findings()).singleElement().satisfies(finding -> {
                            assertThat(finding.code()).isEqualTo("GTY-SET-004");
                            assertThat(finding.message()).startsWith(message);
                        }));
    }

    @Test
    void should_tell_bounds_and_samples_to_whoever_writes_settings_elsewhere() {
        SettingComponent replicas = MODEL.root().components().get(0);

        assertThat(replicas.min()).isEqualTo(1);
        assertThat(replicas.max()).isEqualTo(9);
        assertThat(MODEL.root().components().get(3).optional()).isTrue();
    }
}
