package dev.gantry.argocd.check;

import static dev.gantry.argocd.check.Found.DEPLOY;
import static dev.gantry.argocd.check.Found.application;
import static dev.gantry.argocd.check.Found.gitops;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.Lines;
import dev.gantry.Stack;
import dev.gantry.TestRun;
import dev.gantry.argocd.Application;
import dev.gantry.argocd.DestinationCluster;
import dev.gantry.argocd.Git;
import dev.gantry.argocd.HelmRepository;
import dev.gantry.config.ConfigMap;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class OverlapCheckTest {

    private static final HelmRepository CHART = HelmRepository.chart("https://charts.example.com", "web", "1.2.3");

    @Test
    void should_find_two_applications_of_one_folder_in_whatever_revision() {
        assertThat(TestRun.report(app -> {
                    Stack gitops = gitops(app);
                    gitops.add(Application.of( // @one
                            "one", a -> a.from(DEPLOY).destination(DestinationCluster.IN_CLUSTER, "shop")));
                    gitops.add(application(
                            "two",
                            a -> a.from(Git.repository("https://git.example.com/deploy.git") // @two
                                    .path("shop")
                                    .revision("v2"))));
                }))
                .isEqualTo(Lines.fill(OverlapCheckTest.class, """
                        warning GTY-ARG-014 @two Application argocd/two spec.source
                          Application argocd/one deploys shop of https://git.example.com/deploy.git to the same destination too: each takes the resources from the other.
                          hint: Leave one of them out, or give them other destinations.
                          @one: the other one is made here
                        """));
    }

    @Test
    void should_accept_what_differs_in_folder_options_or_destination() {
        assertThat(two(a ->
                        a.from(Git.repository("https://git.example.com/deploy").path("other"))))
                .isEmpty();
        assertThat(two(a -> a.from(DEPLOY.directory(d -> d.include("*.json"))))).isEmpty();
        assertThat(two(a -> a.from(DEPLOY.kustomize(k -> k.namePrefix("two-")))))
                .isEmpty();
        assertThat(two(a -> a.destination(DestinationCluster.IN_CLUSTER, "other")))
                .isEmpty();
        assertThat(two(a -> a.destination(DestinationCluster.named("eu"), "shop")))
                .isEmpty();
    }

    @Test
    void should_tell_releases_of_a_chart_apart() {
        assertThat(charts(CHART, CHART)).isEmpty();
        assertThat(charts(
                        CHART.helm(h -> h.releaseName("web")),
                        HelmRepository.chart("https://charts.example.com", "web", "2.0.0")
                                .helm(h -> h.releaseName("web"))))
                .hasSize(1);
    }

    @Test
    void should_find_two_applications_of_one_stack() {
        assertThat(Found.in(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    shop.add(ConfigMap.of("settings", c -> c.text("A", "b")));
                    Stack gitops = gitops(app);
                    gitops.add(Application.of("one", a -> a.deploys(shop).from(DEPLOY)));
                    gitops.add(Application.of(
                            "two",
                            a -> a.deploys(shop)
                                    .from(Git.repository("https://git.example.com/two")
                                            .path("."))));
                    gitops.add(Application.of(
                            "three",
                            a -> a.deploys(shop, DestinationCluster.named("eu")).from(DEPLOY)));
                }))
                .containsExactly(
                        "GTY-ARG-014 spec.destination Application argocd/one deploys the stack \"shop\" to the same"
                                + " destination too: each takes the resources from the other.");
    }

    @Test
    void should_find_applications_that_deploy_themselves_in_a_circle() {
        assertThat(Found.in(app -> {
                    Stack one = app.stack("one", s -> s.namespace("argocd"));
                    Stack two = app.stack("two", s -> s.namespace("argocd"));
                    one.add(Application.of("two", a -> a.deploys(two).from(DEPLOY)));
                    two.add(Application.of(
                            "one",
                            a -> a.deploys(one)
                                    .from(Git.repository("https://git.example.com/one")
                                            .path("."))));
                }))
                .containsExactly(
                        "GTY-ARG-015 spec.destination It deploys the stack \"two\", which deploys the stack \"one\", of which"
                                + " it is a part.",
                        "GTY-ARG-015 spec.destination It deploys the stack \"one\", which deploys the stack \"two\", of which"
                                + " it is a part.");
    }

    @Test
    void should_accept_an_application_of_applications() {
        assertThat(Found.in(app -> {
                    Stack apps = app.stack("apps", s -> s.namespace("argocd"));
                    apps.add(application("shop", a -> {}));
                    gitops(app)
                            .add(Application.of(
                                    "root",
                                    a -> a.deploys(apps)
                                            .from(Git.repository("https://git.example.com/apps")
                                                    .path("."))));
                }))
                .isEmpty();
    }

    private static List<String> two(Consumer<Application.Builder> second) {
        return Found.in(app -> {
            Stack gitops = gitops(app);
            gitops.add(application("one", a -> {}));
            gitops.add(application("two", second));
        });
    }

    private static List<String> charts(HelmRepository one, HelmRepository two) {
        return Found.in(app -> {
            Stack gitops = gitops(app);
            gitops.add(application("one", a -> a.from(one)));
            gitops.add(application("two", a -> a.from(two)));
        });
    }
}
