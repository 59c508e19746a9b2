package dev.gantry.argocd.check;

import static dev.gantry.argocd.check.Found.DEPLOY;
import static dev.gantry.argocd.check.Found.at;
import static dev.gantry.argocd.check.Found.inApplication;
import static dev.gantry.argocd.check.Found.inSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.Lines;
import dev.gantry.TestRun;
import dev.gantry.argocd.DestinationCluster;
import dev.gantry.argocd.Generator;
import dev.gantry.argocd.Git;
import dev.gantry.argocd.HelmRepository;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceCheckTest {

    private static final Git VALUES = Git.repository("https://git.example.com/values");
    private static final HelmRepository CHART = HelmRepository.chart("https://charts.example.com", "web", "1.2.3");

    @Test
    void should_accept_a_folder_a_chart_and_several_sources_of_which_one_is_only_named() {
        assertThat(inApplication(a -> a.from(DEPLOY.revision("HEAD")).automated()))
                .isEmpty();
        assertThat(inApplication(a -> a.from(CHART))).isEmpty();
        assertThat(inApplication(a -> a.rawTree(at("/spec", spec -> spec.remove("source")))
                        .from(CHART.helm(h -> h.valueFiles("values.yaml", "$values/a.yaml")), VALUES.ref("values"))))
                .isEmpty();
    }

    @Test
    void should_name_the_line_of_a_source_that_brings_nothing() {
        assertThat(TestRun.report(app -> Found.gitops(app)
                        .add(Found.application("shop", a -> a.from(VALUES.revision("main")))))) // @source
                .isEqualTo(Lines.fill(SourceCheckTest.class, """
                        error GTY-ARG-002 @source Application argocd/shop spec.source
                          The source has neither a path nor a chart.
                          hint: Call path(folder), with "." for the root.
                        """));
    }

    @Test
    void should_find_no_source_and_one_that_is_only_named_though_it_is_the_only_one() {
        assertThat(inApplication(a -> a.rawTree(at("/spec", spec -> spec.remove("source")))))
                .containsExactly("GTY-ARG-002 spec Nobody says where the manifests come from.");
        assertThat(inApplication(a -> a.from(VALUES.ref("values"))))
                .containsExactly("GTY-ARG-002 spec.source The source has neither a path nor a chart.");
    }

    @Test
    void should_find_both_a_path_and_a_chart_and_a_chart_without_version() {
        assertThat(inApplication(a -> a.from(CHART).rawTree(at("/spec/source", source -> source.put("path", "shop")))))
                .containsExactly(
                        "GTY-ARG-001 spec.source.chart The source has both the path \"shop\" and the chart \"web\".");
        assertThat(inApplication(a -> a.from(CHART).rawTree(at("/spec/source", s -> s.remove("targetRevision")))))
                .containsExactly(
                        "GTY-ARG-003 spec.source.chart Nobody says which version of the chart \"web\" is meant.");
    }

    @Test
    void should_find_versions_that_a_repository_of_charts_cannot_have() {
        assertThat(TestRun.report(app -> Found.gitops(app)
                        .add(Found.application(
                                "shop",
                                a -> a.from(HelmRepository.chart("https://charts.example.com", "web", "")))))) // @empty
                .isEqualTo(Lines.fill(SourceCheckTest.class, """
                        error GTY-ARG-003 @empty Application argocd/shop spec.source.targetRevision
                          Nobody says which version of the chart "web" is meant.
                          hint: Pass it to HelmRepository.chart(repository, chart, version): a version, or a range such as 1.2.*.
                        """));
        assertThat(version("https://charts.example.com", "latest"))
                .containsExactly(
                        "GTY-ARG-003 spec.source.targetRevision \"latest\" is no version of a chart, nor a range"
                                + " of versions.");
        assertThat(version("registry.example.com/charts", "latest"))
                .as("it may be a tag of a registry")
                .isEmpty();
        for (String version : List.of("*", "x", "v1", "^1.2", ">=1 <2", "1.2.3-beta")) {
            assertThat(version("https://charts.example.com", version)).isEmpty();
        }
    }

    @Test
    void should_find_repositories_and_clusters_that_are_no_urls() {
        assertThat(inApplication(
                        a -> a.from(Git.repository("git.example.com/shop").path("."))))
                .containsExactly(
                        "GTY-VAL-009 spec.source.repoURL \"git.example.com/shop\" is no URL of a Git repository.");
        assertThat(inApplication(a -> a.destination(DestinationCluster.server("in-cluster"), "shop")))
                .containsExactly("GTY-VAL-009 spec.destination.server \"in-cluster\" is no URL.");
        assertThat(inApplication(
                        a -> a.destination(DestinationCluster.named("https://kubernetes.default.svc"), "shop")))
                .containsExactly(
                        "GTY-VAL-009 spec.destination.name \"https://kubernetes.default.svc\" is a URL, and not"
                                + " the name of a cluster.");
        for (String url : List.of(
                "git@git.example.com:shop.git", "git.example.com:shop", "ssh://git@git.example.com/shop", "/srv/git")) {
            assertThat(inApplication(a -> a.from(Git.repository(url).path("."))))
                    .isEmpty();
        }
    }

    @Test
    void should_find_one_source_beside_several() {
        assertThat(inApplication(a -> a.from(DEPLOY, CHART)))
                .containsExactly("GTY-ARG-004 spec.source There are sources, so Argo CD does not look at this source.");
    }

    @Test
    void should_find_a_value_file_of_a_source_that_is_not_there() {
        assertThat(inApplication(a -> a.from(CHART.helm(
                        h -> h.valueFiles("values.yaml", "$values/a.yaml", "$ARGOCD_APP_NAME/b.yaml", "$.yaml")))))
                .containsExactly("GTY-ARG-005 spec.source.helm.valueFiles[1] No source has the ref \"values\".");
    }

    private static List<String> version(String repository, String version) {
        return inApplication(a -> a.from(HelmRepository.chart(repository, "web", version)));
    }

    @Test
    void should_leave_templates_of_sources_alone() {
        assertThat(inSet(
                        "shop-{{ .name }}",
                        s -> s.generator(Generator.clusters())
                                .destination(DestinationCluster.named("{{ .name }}"), "shop")
                                .from(Git.repository("https://git.example.com/{{ .name }}")
                                        .path("{{ .metadata.labels.stage }}"))))
                .isEmpty();
    }
}
