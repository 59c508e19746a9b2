package dev.gantry.argocd.check;

import static dev.gantry.argocd.check.Found.DEPLOY;
import static dev.gantry.argocd.check.Found.at;
import static dev.gantry.argocd.check.Found.gitops;
import static dev.gantry.argocd.check.Found.inApplication;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.App;
import dev.gantry.Lines;
import dev.gantry.Stack;
import dev.gantry.TestRun;
import dev.gantry.argocd.Application;
import dev.gantry.argocd.DestinationCluster;
import dev.gantry.config.ConfigMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class DestinationCheckTest {

    @Test
    void should_find_no_cluster_and_two() {
        assertThat(inApplication(a -> a.rawTree(at("/spec/destination", d -> d.remove("server")))))
                .containsExactly("GTY-ARG-006 spec.destination The destination says neither a server nor the name of a"
                        + " cluster.");
        assertThat(inApplication(a -> a.rawTree(at("/spec/destination", d -> d.put("name", "eu")))))
                .containsExactly("GTY-ARG-006 spec.destination The destination has both a server and the name of a"
                        + " cluster.");
    }

    @Test
    void should_accept_a_stack_in_any_cluster() {
        assertThat(Found.in(shop("shop", (a, shop) -> a.deploys(shop)))).isEmpty();
        assertThat(Found.in(shop("shop", (a, shop) -> a.deploys(shop, DestinationCluster.named("eu")))))
                .isEmpty();
        assertThat(Found.in(shop(
                        null, (a, shop) -> a.deploys(shop).destination(DestinationCluster.IN_CLUSTER, "anywhere"))))
                .isEmpty();
    }

    @Test
    void should_find_a_namespace_that_no_resource_has() {
        assertThat(TestRun.report(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    shop.add(ConfigMap.of("settings", c -> c.text("A", "b")));
                    gitops(app)
                            .add(Application.of(
                                    "shop",
                                    a -> a.from(DEPLOY)
                                            .deploys(shop)
                                            .destination(DestinationCluster.IN_CLUSTER, "shpo"))); // @destination
                }))
                .isEqualTo(Lines.fill(DestinationCheckTest.class, """
                        warning GTY-ARG-007 @destination Application argocd/shop spec.destination.namespace
                          The destination is the namespace "shpo", but the resources of the stack "shop" say that they live in "shop".
                          hint: A resource's own namespace counts. Call deploys(stack) last, or leave destination(...) out.
                        """));
    }

    @Test
    void should_find_that_nobody_says_a_namespace() {
        assertThat(Found.in(shop(null, (a, shop) -> a.deploys(shop))))
                .containsExactly("GTY-ARG-007 spec.destination Neither ConfigMap settings nor the destination says a"
                        + " namespace.");
    }

    private static Consumer<App> shop(String namespace, BiConsumer<Application.Builder, Stack> options) {
        return app -> {
            Stack shop = app.stack("shop", s -> {
                if (namespace != null) {
                    s.namespace(namespace);
                }
            });
            shop.add(ConfigMap.of("settings", c -> c.text("A", "b")));
            gitops(app).add(Application.of("shop", a -> options.accept(a.from(DEPLOY), shop)));
        };
    }
}
