package dev.gantry.argocd.check;

import static dev.gantry.argocd.check.Found.inApplication;
import static dev.gantry.argocd.check.Found.inSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.Lines;
import dev.gantry.TestRun;
import dev.gantry.argocd.Generator;
import dev.gantry.argocd.HelmOptions;
import dev.gantry.argocd.HelmRepository;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class HelmCheckTest {

    private static final HelmRepository CHART = HelmRepository.chart("https://charts.example.com", "web", "1.2.3");

    @Test
    void should_find_values_that_are_no_yaml_mapping() {
        assertThat(TestRun.report(app -> Found.gitops(app)
                        .add(Found.application(
                                "shop", a -> a.from(CHART.helm(h -> h.values("replicas=3"))))))) // @values
                .isEqualTo(Lines.fill(HelmCheckTest.class, """
                        error GTY-ARG-034 @values Application argocd/shop spec.source.helm.values
                          The text is a single value, and not a mapping.
                          hint: Write keys with a colon and their values, or let a block write the tree: valuesObject(values -> ...).
                        """));
        assertThat(found(h -> h.values("image: web\n tag: 7\n")))
                .containsExactly(
                        "GTY-ARG-034 spec.source.helm.values The text is not YAML: mapping values are not allowed here"
                                + " (line 2).");
        assertThat(inSet(
                        "shop-{{ .name }}",
                        s -> s.generator(Generator.clusters()).from(CHART.helm(h -> h.values("- a")))))
                .containsExactly(
                        "GTY-ARG-034 spec.template.spec.source.helm.values The text is a list, and not a mapping.");
    }

    @Test
    void should_find_a_parameter_that_is_given_twice() {
        assertThat(TestRun.report(app -> Found.gitops(app)
                        .add(Found.application(
                                "shop",
                                a -> a.from(CHART.helm(h -> h.parameter("image.tag", "7") // @first
                                        .stringParameter("image.tag", "8"))))))) // @second
                .isEqualTo(Lines.fill(HelmCheckTest.class, """
                        warning GTY-ARG-035 @second Application argocd/shop spec.source.helm.parameters[1]
                          The parameter "image.tag" is given twice, and only one of the two counts.
                          hint: Leave one of them out.
                          @first: it is given here first
                        """));
        assertThat(found(h -> h.fileParameter("a", "b").fileParameter("a", "c")))
                .hasSize(1);
    }

    @Test
    void should_accept_what_helm_takes_and_templates_that_become_so() {
        assertThat(found(h -> h.values("replicas: 3\nimage:\n  tag: \"7\"\n")
                        .parameter("a", "1")
                        .parameter("b", "1")
                        .fileParameter("c", "c.txt")))
                .isEmpty();
        assertThat(found(h -> h.values("# nothing yet\n"))).isEmpty();
        assertThat(found(h -> h.values("name: $ARGOCD_APP_NAME\n"))).isEmpty();
        assertThat(inSet(
                        "shop-{{ .name }}",
                        s -> s.generator(Generator.clusters())
                                .from(CHART.helm(h -> h.values("image: {{ .name }}:{{ .server }}: x")))))
                .isEmpty();
    }

    private static List<String> found(Consumer<HelmOptions> options) {
        return inApplication(a -> a.from(CHART.helm(options)));
    }
}
