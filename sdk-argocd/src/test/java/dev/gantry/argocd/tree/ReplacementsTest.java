package dev.gantry.argocd.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.App;
import dev.gantry.OutputRun;
import dev.gantry.Stack;
import dev.gantry.argocd.AppProject;
import dev.gantry.argocd.DestinationCluster;
import dev.gantry.argocd.Git;
import dev.gantry.argocd.GitOps;
import dev.gantry.config.ConfigMap;
import dev.gantry.finding.Finding;
import dev.gantry.finding.Origin;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several environments, and one Argo CD to which all of them are applied. */
class ReplacementsTest {

    private static final Git REPOSITORY = Git.repository("https://git.example.com/deploy");

    private static List<Finding> emit(Consumer<App> program) {
        return new GitOpsEmitter()
                .emit(OutputRun.of(
                        app -> {
                            app.stack("shop", s -> s.namespace("shop"))
                                    .add(ConfigMap.of("web", c -> c.text("env", app.environment())));
                            program.accept(app);
                        },
                        "production",
                        "staging",
                        "test"))
                .findings();
    }

    private static Stack argocd(App app) {
        return app.stack("argocd", s -> s.namespace("argocd"));
    }

    private static Consumer<App> applications(Function<App, DestinationCluster> cluster) {
        return app -> argocd(app).add(GitOps.of(app, REPOSITORY, Stack::name, g -> g.cluster(cluster.apply(app))));
    }

    private static Consumer<App> project(Function<App, DestinationCluster> cluster) {
        return app -> argocd(app)
                .add(AppProject.of(
                        "shop", p -> p.description(app.environment()).destination(cluster.apply(app), "shop")));
    }

    private static List<String> replaced(Consumer<App> program) {
        return emit(program).stream()
                .filter(finding -> finding.code().equals("GTY-GIT-008"))
                .map(Finding::message)
                .toList();
    }

    @Test
    void should_find_applications_of_one_name_for_several_clusters() {
        List<Finding> findings = emit(applications(app -> DestinationCluster.named(app.environment())));
        assertThat(findings).hasSize(1);
        Finding finding = findings.get(0);
        assertThat(finding.message())
                .isEqualTo(
                        "Application argocd/shop is in argocd/production and in argocd/staging and in argocd/test, with"
                                + " other contents in each. In one Argo CD, the one that is applied last replaces the others.");
        assertThat(finding.hint()).contains("stack -> app.environment() + \"-\" + stack.name()");
        assertThat(finding.stack()).isEqualTo("argocd");
        assertThat(finding.origin()).extracting(Origin::path).asString().endsWith("ReplacementsTest.java");
    }

    @Test
    void should_find_them_where_one_environment_is_the_cluster_of_argo_cd() {
        assertThat(replaced(applications(app -> app.environment().equals("production")
                        ? DestinationCluster.IN_CLUSTER
                        : DestinationCluster.server("https://10.0.0.1:6443"))))
                .hasSize(1);
    }

    @Test
    void should_find_projects_that_allow_other_clusters() {
        assertThat(emit(project(app -> DestinationCluster.named(app.environment()))))
                .filteredOn(finding -> finding.code().equals("GTY-GIT-008"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.hint()).contains("app.environment() + \"-shop\""));
    }

    @Test
    void should_leave_environments_that_may_have_an_argo_cd_each() {
        assertThat(replaced(applications(app -> DestinationCluster.IN_CLUSTER))).isEmpty();
        assertThat(replaced(applications(app -> DestinationCluster.named("in-cluster"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "!production", "prod-*"})
    void should_not_take_a_pattern_for_a_cluster(String pattern) {
        assertThat(replaced(project(app -> DestinationCluster.named(pattern)))).isEmpty();
    }

    @Test
    void should_leave_what_is_the_same_in_all_environments() {
        assertThat(replaced(app -> argocd(app)
                        .add(AppProject.of("shop", p -> p.destination(DestinationCluster.named("eu"), "shop")))))
                .isEmpty();
    }

    @Test
    void should_leave_names_that_tell_environments_apart() {
        assertThat(replaced(app -> argocd(app)
                        .add(GitOps.of(
                                app,
                                REPOSITORY,
                                stack -> app.environment() + "-" + stack.name(),
                                g -> g.cluster(DestinationCluster.named(app.environment()))))))
                .isEmpty();
    }
}
