package dev.gantry.engine.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.engine.desired.DesiredObject;
import dev.gantry.finding.Finding;
import org.junit.jupiter.api.Test;

class SizesTest {

    @Test
    void should_name_annotations_that_are_too_large_and_the_biggest() {
        DesiredObject object = Objects.minimal("v1", "ConfigMap", "a");
        ObjectNode annotations = object.tree().withObject("/metadata/annotations");
        annotations.put("example.com/small", "x");
        annotations.put("example.com/big", "x".repeat(300 * 1024));

        Finding finding = Sizes.check(object).orElseThrow();

        assertThat(finding.code()).isEqualTo(ClusterRule.TOO_LARGE.code());
        assertThat(finding.field()).isEqualTo("metadata.annotations");
        assertThat(finding.origin()).isEqualTo(Objects.LINE);
        assertThat(finding.message())
                .isEqualTo("the annotations have 300.0 KiB, and a cluster takes 256.0 KiB; the biggest part is"
                        + " metadata.annotations[\"example.com/big\"] with 300.0 KiB");
    }

    @Test
    void should_take_annotations_of_exactly_the_limit() {
        DesiredObject object = Objects.minimal("v1", "ConfigMap", "a");
        object.tree().withObject("/metadata/annotations").put("k", "x".repeat(256 * 1024 - 1));
        assertThat(Sizes.check(object)).isEmpty();

        object.tree().withObject("/metadata/annotations").put("k", "x".repeat(256 * 1024));
        assertThat(Sizes.check(object)).isPresent();
    }

    @Test
    void should_name_data_of_more_than_a_mebibyte() {
        DesiredObject object = Objects.minimal("v1", "ConfigMap", "a");
        object.tree().withObject("/data").put("page.html", "x".repeat(1_600_000));

        assertThat(Sizes.check(object).orElseThrow().field()).isEqualTo("data[\"page.html\"]");
        assertThat(Sizes.check(object).orElseThrow().message())
                .startsWith("the data has 1.53 MiB, and a cluster takes 1.00 MiB");
    }

    @Test
    void should_count_what_base64_stands_for() {
        DesiredObject object = Objects.minimal("v1", "Secret", "a");
        object.tree().withObject("/data").put("k", "eHh4".repeat(349_525));
        assertThat(Sizes.check(object)).isEmpty();

        object.tree().withObject("/stringData").put("l", "xx");
        assertThat(Sizes.check(object)).isPresent();
    }

    @Test
    void should_count_custom_resources_as_they_are_sent_and_others_by_their_values() {
        DesiredObject custom = Objects.minimal("example.com/v1", "Page", "a");
        custom.tree().withObject("/spec").put("text", "x".repeat(1_600_000));
        assertThat(Sizes.check(custom).orElseThrow().field()).isEqualTo("spec");

        DesiredObject own = Objects.minimal("apps/v1", "Deployment", "a");
        for (int i = 0; i < 50_000; i++) {
            own.tree().withArray("/spec/x").addObject().put("terminationGracePeriodSeconds", 1);
        }
        assertThat(Sizes.check(own)).isEmpty();
        own.tree().withObject("/spec").put("text", "x".repeat(1_600_000));
        assertThat(Sizes.check(own)).isPresent();
    }

    @Test
    void should_name_what_is_more_than_a_request_takes() {
        DesiredObject object = Objects.minimal("apps/v1", "Deployment", "a");
        for (int i = 0; i < 100_000; i++) {
            object.tree().withArray("/spec/x").addObject().put("terminationGracePeriodSeconds", 1);
        }

        assertThat(Sizes.check(object).orElseThrow().message()).contains("a cluster takes 3.00 MiB");
    }
}
