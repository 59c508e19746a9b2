package dev.gantry.permission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.LabelSelector;
import dev.gantry.Stack;
import dev.gantry.TestRun;
import dev.gantry.access.ApiResource;
import dev.gantry.access.ClusterRole;
import dev.gantry.access.ClusterRoleBinding;
import dev.gantry.access.Role;
import dev.gantry.access.RoleBinding;
import dev.gantry.access.ServiceAccount;
import dev.gantry.access.Verb;
import dev.gantry.access.Verbs;
import dev.gantry.raw.Raw;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PermissionsTest {

    @Test
    void should_follow_a_binding_to_its_role() {
        Permissions web = permissions(shop -> {
            ServiceAccount account = shop.add(ServiceAccount.of("web", s -> {}));
            Role reader = shop.add(Role.of(
                    "reader", r -> r.allow(Verbs.READ, ApiResource.PODS, ApiResource.CONFIG_MAPS.named("a", "b"))));
            shop.add(RoleBinding.of("readers", reader, b -> b.serviceAccount(account)));
        });

        assertThat(web.may(Verb.LIST, ApiResource.PODS, "shop")).isTrue();
        assertThat(web.may(Verb.LIST, ApiResource.PODS, "other")).isFalse();
        assertThat(web.mayInCluster(Verb.LIST, ApiResource.PODS)).isFalse();
        assertThat(web.may(Verb.DELETE, ApiResource.PODS, "shop")).isFalse();
        assertThat(web.may(Verb.GET, ApiResource.PODS_LOG, "shop")).isFalse();
        assertThat(web.may(Verb.GET, ApiResource.POD_METRICS, "shop")).isFalse();
        assertThat(web.may(Verb.GET, ApiResource.CONFIG_MAPS, "shop")).isFalse();
        assertThat(web.may(Verb.GET, ApiResource.CONFIG_MAPS.named("b"), "shop"))
                .isTrue();
        assertThat(web.may(Verb.GET, ApiResource.CONFIG_MAPS.named("b", "c"), "shop"))
                .isFalse();
        assertThat(web.may(Verb.GET, ApiResource.PODS.named("any"), "shop")).isTrue();
        assertThat(web.all())
                .extracting(p -> p + " by " + p.role() + " through " + p.binding())
                .containsExactly(
                        "get, list, watch pods in the namespace \"shop\" by Role shop/reader through RoleBinding"
                                + " shop/readers",
                        "get, list, watch configmaps \"a\", \"b\" in the namespace \"shop\" by Role shop/reader through"
                                + " RoleBinding shop/readers");
        assertThat(web).hasToString("ServiceAccount shop/web");
    }

    @Test
    void should_hold_everywhere_what_is_bound_for_the_cluster() {
        Permissions web = permissions(shop -> {
            ClusterRole reader = shop.add(ClusterRole.of(
                    "reader",
                    r -> r.allow(Verbs.READ, ApiResource.PODS, ApiResource.NODES)
                            .nonResourceUrls(Verb.GET, "/metrics", "/healthz*")));
            shop.add(ClusterRoleBinding.of(
                    "readers",
                    reader,
                    b -> b.serviceAccount(ServiceAccount.existing("web").in("shop"))));
        });

        assertThat(web.mayInCluster(Verb.LIST, ApiResource.NODES)).isTrue();
        assertThat(web.may(Verb.LIST, ApiResource.NODES, "any")).isTrue();
        assertThat(web.mayNonResourceUrl(Verb.GET, "/metrics")).isTrue();
        assertThat(web.mayNonResourceUrl(Verb.GET, "/healthz/etcd")).isTrue();
        assertThat(web.mayNonResourceUrl(Verb.GET, "/metrics/x")).isFalse();
        assertThat(web.mayNonResourceUrl(Verb.LIST, "/metrics")).isFalse();
    }

    @Test
    void should_hold_in_one_namespace_what_a_role_binding_hands_out_of_a_cluster_role() {
        Permissions web = permissions(shop -> {
            ClusterRole reader = shop.add(ClusterRole.of(
                    "reader",
                    r -> r.allow(Verbs.READ, ApiResource.PODS, ApiResource.NODES, ApiResource.NAMESPACES)
                            .nonResourceUrls(Verb.GET, "/metrics")));
            shop.add(RoleBinding.of("readers", reader, b -> b.serviceAccount(ServiceAccount.existing("web"))));
        });

        assertThat(web.may(Verb.LIST, ApiResource.PODS, "shop")).isTrue();
        assertThat(web.may(Verb.LIST, ApiResource.NODES, "shop")).isFalse();
        assertThat(web.may(Verb.GET, ApiResource.NAMESPACES, "shop")).isTrue();
        assertThat(web.mayNonResourceUrl(Verb.GET, "/metrics")).isFalse();
    }

    @Test
    void should_count_the_groups_and_the_user_that_an_account_is() {
        for (Consumer<RoleBinding.Builder> subject : List.<Consumer<RoleBinding.Builder>>of(
                b -> b.group("system:serviceaccounts"),
                b -> b.serviceAccountsOf("shop"),
                b -> b.group("system:authenticated"),
                b -> b.user("system:serviceaccount:shop:web"))) {
            assertThat(bound(subject).may(Verb.LIST, ApiResource.PODS, "shop")).isTrue();
        }
        assertThat(bound(b -> b.serviceAccountsOf("other").user("web").group("web"))
                        .all())
                .isEmpty();
    }

    @Test
    void should_understand_wildcards() {
        Permissions web = permissions(shop -> {
            shop.add(Raw.of(new ClusterRoleBuilder()
                    .withNewMetadata()
                    .withName("wild")
                    .endMetadata()
                    .addNewRule()
                    .withVerbs("*")
                    .withApiGroups("apps")
                    .withResources("*")
                    .endRule()
                    .addNewRule()
                    .withVerbs("get")
                    .withApiGroups("*")
                    .withResources("*/status", "pods")
                    .endRule()
                    .build()));
            shop.add(Raw.of(new RoleBindingBuilder()
                    .withNewMetadata()
                    .withName("wild")
                    .endMetadata()
                    .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", "wild")
                    .addNewSubject(null, "ServiceAccount", "web", null)
                    .build()));
        });

        assertThat(web.may(Verb.DELETE_COLLECTION, ApiResource.DEPLOYMENTS_SCALE, "shop"))
                .isTrue();
        assertThat(web.may(Verb.ALL, ApiResource.allOf("apps"), "shop")).isTrue();
        assertThat(web.may(Verb.GET, ApiResource.INGRESSES_STATUS, "shop")).isTrue();
        assertThat(web.may(Verb.GET, ApiResource.POD_METRICS, "shop")).isTrue();
        assertThat(web.may(Verb.GET, ApiResource.INGRESSES, "shop")).isFalse();
        assertThat(web.may(Verb.ALL, ApiResource.ALL, "shop")).isFalse();
    }

    @Test
    void should_put_aggregated_roles_together() {
        Permissions web = permissions(shop -> {
            shop.add(ClusterRole.of(
                    "part", r -> r.label("example.com/to-all", "true").allow(Verbs.READ, ApiResource.JOBS)));
            shop.add(ClusterRole.of(
                    "middle",
                    r -> r.label("example.com/to-top", "true")
                            .aggregates(LabelSelector.of("example.com/to-all", "true"))));
            ClusterRole top = shop.add(ClusterRole.of(
                    "top", r -> r.aggregates(LabelSelector.everything().exists("example.com/to-top"))));
            shop.add(RoleBinding.of("top", top, b -> b.serviceAccountsOf("shop")));
        });

        assertThat(web.may(Verb.LIST, ApiResource.JOBS, "shop")).isTrue();
        assertThat(web.all()).hasSize(1);
        assertThat(web.unknown()).isEmpty();
    }

    @Test
    void should_say_which_roles_it_does_not_know() {
        Permissions web = permissions(shop -> {
            shop.add(ClusterRole.of(
                    "part",
                    r -> r.label("rbac.authorization.k8s.io/aggregate-to-view", "true")
                            .allow(Verbs.READ, ApiResource.JOBS)));
            shop.add(RoleBinding.of("editors", ClusterRole.existing("edit"), b -> b.serviceAccountsOf("shop")));
        });

        assertThat(web.unknown()).extracting(Object::toString).containsExactly("RoleBinding shop/editors");
        assertThat(web.may(Verb.LIST, ApiResource.JOBS, "shop")).isTrue();
    }

    @Test
    void should_know_what_an_administrator_may() {
        Permissions web = permissions(shop -> shop.add(ClusterRoleBinding.of(
                "admins", ClusterRole.existing("cluster-admin"), b -> b.serviceAccountsOf("shop"))));

        assertThat(web.mayInCluster(Verb.ALL, ApiResource.ALL)).isTrue();
        assertThat(web.mayNonResourceUrl(Verb.GET, "/metrics")).isTrue();
        assertThat(web.unknown()).isEmpty();
        assertThat(web.all())
                .extracting(Object::toString)
                .containsExactly("* everything in the whole cluster", "* * in the whole cluster");
    }

    @Test
    void should_look_at_objects_of_no_stated_namespace() {
        Permissions web = Permissions.of(
                TestRun.of(app -> {
                    Stack shop = app.stack("shop");
                    ServiceAccount account = shop.add(ServiceAccount.of("web", s -> {}));
                    Role reader = shop.add(Role.of("reader", r -> r.allow(Verbs.READ, ApiResource.PODS)));
                    shop.add(RoleBinding.of("readers", reader, b -> b.serviceAccount(account)));
                }),
                null,
                "web");

        assertThat(web.may(Verb.LIST, ApiResource.PODS, null)).isTrue();
        assertThat(web.may(Verb.LIST, ApiResource.PODS, "shop")).isFalse();
        assertThat(web).hasToString("ServiceAccount web");
    }

    private static Permissions bound(Consumer<RoleBinding.Builder> subject) {
        return permissions(shop -> {
            Role reader = shop.add(Role.of("reader", r -> r.allow(Verbs.READ, ApiResource.PODS)));
            shop.add(RoleBinding.of("readers", reader, subject));
        });
    }

    private static Permissions permissions(Consumer<Stack> resources) {
        return Permissions.of(
                TestRun.of(app -> resources.accept(app.stack("shop", s -> s.namespace("shop")))), "shop", "web");
    }
}
