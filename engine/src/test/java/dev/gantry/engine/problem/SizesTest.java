package dev.gantry.engine.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.finding.Finding;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SizesTest {

    @Test
    void should_name_annotations_that_are_too_large_and_the_biggest() {
        ObjectNode object = Objects.minimalTree("v1", "ConfigMap", "a");
        ObjectNode annotations = object.withObject("/metadata/annotations");
        annotations.put("example.com/small", "x");
        annotations.put("example.com/big", "x".repeat(300 * 1024));

        Finding finding = check(object).orElseThrow();

        assertThat(finding.code()).isEqualTo(ClusterRule.TOO_LARGE.code());
        assertThat(finding.field()).isEqualTo("metadata.annotations");
        assertThat(finding.origin()).isEqualTo(Objects.LINE);
        assertThat(finding.message())
                .isEqualTo("The annotations have 300.0 KiB, and a cluster takes 256.0 KiB; the biggest part is"
                        + " metadata.annotations[\"example.com/big\"] with 300.0 KiB.");
    }

    @Test
    void should_take_annotations_of_exactly_the_limit() {
        ObjectNode object = Objects.minimalTree("v1", "ConfigMap", "a");
        object.withObject("/metadata/annotations").put("k", "x".repeat(256 * 1024 - 1));
        assertThat(check(object)).isEmpty();

        object.withObject("/metadata/annotations").put("k", "x".repeat(256 * 1024));
        assertThat(check(object)).isPresent();
    }

    @Test
    void should_name_data_of_more_than_a_mebibyte() {
        ObjectNode object = Objects.minimalTree("v1", "ConfigMap", "a");
        object.withObject("/data").put("page.html", "x".repeat(1_600_000));

        assertThat(check(object).orElseThrow().field()).isEqualTo("data[\"page.html\"]");
        assertThat(check(object).orElseThrow().message())
                .startsWith("The data has 1.53 MiB, and a cluster takes 1.00 MiB");
    }

    @Test
    void should_count_what_base64_stands_for() {
        ObjectNode object = Objects.minimalTree("v1", "Secret", "a");
        object.withObject("/data").put("k", "eHh4".repeat(349_525));
        assertThat(check(object)).isEmpty();

        object.withObject("/stringData").put("l", "xx");
        assertThat(check(object)).isPresent();
    }

    @Test
    void should_count_custom_resources_as_they_are_sent_and_others_by_their_values() {
        ObjectNode custom = Objects.minimalTree("example.com/v1", "Page", "a");
        custom.withObject("/spec").put("text", "x".repeat(1_600_000));
        assertThat(check(custom).orElseThrow().field()).isEqualTo("spec");

        ObjectNode own = Objects.minimalTree("apps/v1", "Deployment", "a");
        for (int i = 0; i < 50_000; i++) {
            own.withArray("/spec/x").addObject().put("terminationGracePeriodSeconds", 1);
        }
        assertThat(check(own)).isEmpty();
        own.withObject("/spec").put("text", "x".repeat(1_600_000));
        assertThat(check(own)).isPresent();
    }

    @Test
    void should_name_what_is_more_than_a_request_takes() {
        ObjectNode object = Objects.minimalTree("apps/v1", "Deployment", "a");
        for (int i = 0; i < 100_000; i++) {
            object.withArray("/spec/x").addObject().put("terminationGracePeriodSeconds", 1);
        }

        assertThat(check(object).orElseThrow().message()).contains("a cluster takes 3.00 MiB");
    }

    private static Optional<Finding> check(ObjectNode tree) {
        return Sizes.check(Objects.of(tree));
    }
}
