package dev.gantry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.config.ConfigMap;
import dev.gantry.finding.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class StackAnnotationTest {

    @Test
    void should_report_what_the_value_of_an_annotation_throws() {
        List<Finding> findings = TestRun.of(app -> {
                    Stack shop = app.stack("shop");
                    shop.add(ConfigMap.of("web", c -> c.text("a", "b")));
                    shop.annotate("team", resource -> {
                        throw new IllegalStateException("nobody"); // @threw
                    });
                })
                .findings();
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("GTY-PRG-008");
            assertThat(finding.message())
                    .isEqualTo("The value of an annotation threw java.lang.IllegalStateException: nobody");
            assertThat(finding.origin()).hasToString(Lines.fill(StackAnnotationTest.class, "@threw"));
        });
    }

    @Test
    void should_reject_annotations_that_no_resource_can_have() {
        Synthesis made = TestRun.of(app -> {
            Stack shop = app.stack("shop");
            shop.add(ConfigMap.of("web", c -> c.text("a", "b")));
            shop.annotate("a b", resource -> "x");
            shop.annotate("team", null);
        });
        assertThat(made.findings()).extracting(Finding::code).containsExactly("GTY-VAL-003", "GTY-VAL-001");
        assertThat(made.manifests().get(0).tree().at("/metadata").has("annotations"))
                .isFalse();
    }
}
