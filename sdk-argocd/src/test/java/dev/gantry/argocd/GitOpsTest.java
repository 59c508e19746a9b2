package dev.gantry.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.App;
import dev.gantry.Stack;
import dev.gantry.Synthesis;
import dev.gantry.TestRun;
import dev.gantry.config.ConfigMap;
import dev.gantry.finding.Finding;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class GitOpsTest {

    private static final Git REPOSITORY =
            Git.repository("https://git.example.com/deploy").revision("main");

    private static Stack stack(App app, String name, Consumer<Stack.Builder> options) {
        Stack stack = app.stack(name, s -> options.accept(s.namespace(name)));
        stack.add(ConfigMap.of(name, c -> c.text("a", "b")));
        return stack;
    }

    private static Stack argocd(App app) {
        return app.stack("argocd", s -> s.namespace("argocd"));
    }

    @Test
    void should_make_an_application_for_each_stack() {
        Synthesis made = TestRun.in("production", app -> {
            stack(app, "shop", s -> {});
            Stack gitops = argocd(app);
            AppProject project = gitops.add(
                    AppProject.of("shop", p -> p.sourceRepos("*").destination(DestinationCluster.named("eu"), "shop")));
            gitops.add(GitOps.of(
                    app,
                    REPOSITORY,
                    stack -> stack.name() + "-" + app.environment(),
                    g -> g.project(project)
                            .cluster(DestinationCluster.named("eu"))
                            .root("clusters")
                            .application(a -> a.automated())
                            .application(a -> a.label("team", "checkout"))));
        });
        assertThat(made.findings()).isEmpty();
        assertThat(TestRun.manifest(made, "Application", "shop-production").tree())
                .isEqualTo(Cases.tree("""
                        apiVersion: argoproj.io/v1alpha1
                        kind: Application
                        metadata:
                          name: shop-production
                          namespace: argocd
                          labels:
                            team: checkout
                        spec:
                          project: shop
                          source:
                            repoURL: https://git.example.com/deploy
                            path: clusters/rendered/production/shop
                            targetRevision: main
                          destination:
                            name: eu
                            namespace: shop
                          syncPolicy:
                            automated: {}
                        """));
    }

    @Test
    void should_leave_alone_what_is_deployed_already() {
        Synthesis made = TestRun.of(app -> {
            Stack own = stack(app, "own", s -> {});
            Stack out = stack(app, "out", s -> {});
            stack(app, "shop", s -> {});
            app.stack("empty");
            Stack gitops = argocd(app);
            gitops.add(Application.of("own", a -> a.deploys(own).from(REPOSITORY.path("overlays/staging"))));
            GitOps all = gitops.add(GitOps.of(app, REPOSITORY, Stack::name, g -> g.leaveOut(out)));
            assertThat(all.applications()).extracting(Application::name).containsExactly("shop");
            assertThat(all.applications().get(0).stack().map(Stack::name)).contains("shop");
        });
        assertThat(made.findings()).isEmpty();
    }

    @Test
    void should_put_stacks_that_wait_into_later_waves() {
        Synthesis made = TestRun.of(app -> {
            Stack first = stack(app, "first", s -> {});
            Stack second = stack(app, "second", s -> s.dependsOn(first));
            Stack third = app.stack("third", s -> s.namespace("third"));
            third.add(ConfigMap.of("third", c -> c.dependsOn(second.resources().get(0))));
            argocd(app).add(GitOps.of(app, REPOSITORY, Stack::name, g -> {}));
        });
        assertThat(made.findings()).isEmpty();
        assertThat(List.of("first", "second", "third"))
                .extracting(name -> TestRun.manifest(made, "Application", name)
                        .tree()
                        .at("/metadata/annotations/argocd.argoproj.io~1sync-wave")
                        .asText())
                .containsExactly("", "1", "2");
    }

    @Test
    void should_end_where_stacks_wait_for_each_other() {
        assertThat(TestRun.findings(app -> {
                    Stack one = app.stack("one");
                    Stack two = app.stack("two");
                    ConfigMap first = ConfigMap.of("first", c -> c.text("a", "b"));
                    ConfigMap second = two.add(ConfigMap.of("second", c -> c.dependsOn(first)));
                    one.add(first);
                    one.add(ConfigMap.of("third", c -> c.dependsOn(second)));
                    argocd(app).add(GitOps.of(app, REPOSITORY, Stack::name, g -> {}));
                }))
                .extracting(Finding::code)
                .contains("GTY-PRG-022");
    }

    @Test
    void should_find_nulls_and_late_calls() {
        GitOps.Builder[] kept = new GitOps.Builder[1];
        assertThat(TestRun.findings(app -> {
                    stack(app, "shop", s -> {});
                    Stack gitops = argocd(app);
                    gitops.add(GitOps.of(app, REPOSITORY, Stack::name, null));
                    gitops.add(GitOps.of(
                            app,
                            REPOSITORY,
                            Stack::name,
                            g -> kept[0] = g.cluster(null)
                                    .project(null)
                                    .root(null)
                                    .leaveOut((Stack) null)
                                    .application(null)));
                    kept[0].root("late");
                }))
                .extracting(Finding::code)
                .containsExactlyInAnyOrder(
                        "GTY-VAL-001",
                        "GTY-VAL-001",
                        "GTY-VAL-001",
                        "GTY-VAL-001",
                        "GTY-VAL-001",
                        "GTY-VAL-001",
                        "GTY-PRG-001");
    }
}
