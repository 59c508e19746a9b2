package dev.gantry.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.App;
import dev.gantry.Stack;
import dev.gantry.Synthesis;
import dev.gantry.TestRun;
import dev.gantry.config.ConfigMap;
import org.junit.jupiter.api.Test;

/** A program as users write theirs. */
class ExampleTest {

    @Test
    void should_tie_an_application_to_the_stack_that_it_deploys() {
        Synthesis made = TestRun.in("production", ExampleTest::define);

        assertThat(made.findings()).isEmpty();
        assertThat(TestRun.manifest(made, "Application", "shop").tree()).isEqualTo(Cases.tree("""
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata:
                  name: shop
                  namespace: argocd
                spec:
                  project: default
                  source:
                    repoURL: https://git.example.com/deploy
                    path: rendered/production
                  destination:
                    server: https://kubernetes.default.svc
                    namespace: shop
                """));
    }

    private static void define(App app) {
        Stack shop = app.stack("shop", s -> s.namespace("shop"));
        shop.add(ConfigMap.of("settings", c -> c.text("LOG_LEVEL", "info")));
        app.stack("gitops", s -> s.namespace("argocd"))
                .add(Application.of(
                        "shop",
                        a -> a.deploys(shop)
                                .from(Git.repository("https://git.example.com/deploy")
                                        .path("rendered/" + app.environment()))));
    }
}
