package dev.gantry.check;

import static dev.gantry.TestRun.findings;
import static dev.gantry.TestRun.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.App;
import dev.gantry.Lines;
import dev.gantry.Stack;
import dev.gantry.access.ApiResource;
import dev.gantry.access.ClusterRole;
import dev.gantry.access.ClusterRoleBinding;
import dev.gantry.access.Role;
import dev.gantry.access.RoleBinding;
import dev.gantry.access.ServiceAccount;
import dev.gantry.access.Verb;
import dev.gantry.access.Verbs;
import dev.gantry.raw.Raw;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class BindingCheckTest {

    @Test
    void should_accept_bindings_of_what_is_there_or_elsewhere() {
        assertThat(findings(shop(shop -> {
                    ServiceAccount web = shop.add(ServiceAccount.of("web", s -> {}));
                    Role reader = shop.add(Role.of("reader", r -> r.allow(Verbs.READ, ApiResource.PODS)));
                    shop.add(RoleBinding.of(
                            "readers",
                            reader,
                            b -> b.serviceAccount(web)
                                    .serviceAccount(ServiceAccount.existing("other"))
                                    .serviceAccount(ServiceAccount.existing("default"))));
                    shop.add(RoleBinding.of("writers", Role.existing("writer"), b -> b.serviceAccount(web)));
                    shop.add(ClusterRoleBinding.of(
                            "viewers",
                            ClusterRole.existing("view"),
                            b -> b.serviceAccount(web)
                                    .serviceAccount(ServiceAccount.existing("x").in("elsewhere"))));
                    shop.add(raw("Role", "reader", "default"));
                })))
                .isEmpty();
    }

    @Test
    void should_warn_of_a_binding_without_subjects() {
        assertThat(report(shop(
                        shop -> shop.add(RoleBinding.of("viewers", ClusterRole.existing("view"), b -> {}))))) // @nobody
                .isEqualTo(expected("""
                        warning GTY-ACC-002 @nobody RoleBinding shop/viewers subjects
                          The binding hands out its role to nobody.
                          hint: Call serviceAccount(...), user(...) or group(...).
                        """));
    }

    @Test
    void should_warn_of_a_role_that_the_namespace_does_not_have() {
        assertThat(findings(shop(shop -> {
                    Role reader = shop.add(Role.of("reader", r -> r.allow(Verbs.READ, ApiResource.PODS)));
                    shop.add(RoleBinding.of("readers", reader, b -> b.group("readers")));
                    shop.add(raw("Role", "raeder", "default"));
                })))
                .extracting(f -> f.code() + " " + f.resource() + " " + f.field() + " " + f.message() + " " + f.hint())
                .containsExactly(
                        "GTY-ACC-003 RoleBinding shop/raw roleRef.name The program has no Role \"raeder\" in the"
                                + " namespace \"shop\". Did you mean \"reader\"? If it exists outside the program, name it with"
                                + " Role.existing(...).");
    }

    @Test
    void should_not_judge_roles_and_accounts_of_namespaces_that_others_fill() {
        assertThat(findings(shop(shop -> shop.add(raw("Role", "reader", "robot")))))
                .isEmpty();
    }

    @Test
    void should_warn_of_an_account_that_the_namespace_does_not_have() {
        assertThat(findings(shop(shop -> {
                    shop.add(ServiceAccount.of("web", s -> {}));
                    shop.add(raw("ClusterRole", "view", "robot"));
                })))
                .extracting(f -> f.code() + " " + f.field() + " " + f.message() + " " + f.hint())
                .containsExactly(
                        "GTY-ACC-004 subjects[0].name The program has no ServiceAccount \"robot\" in the namespace"
                                + " \"shop\". It has \"web\". If it exists outside the program, name it with"
                                + " ServiceAccount.existing(...).");
    }

    @Test
    void should_warn_of_a_role_that_nobody_has() {
        assertThat(report(shop(shop ->
                        shop.add(Role.of("reader", r -> r.allow(Verbs.READ, ApiResource.PODS)))))) // @unused
                .isEqualTo(expected("""
                        warning GTY-ACC-008 @unused Role shop/reader
                          No RoleBinding of the program hands out this Role.
                          hint: Add RoleBinding.of(name, role, b -> b.serviceAccount(account)), or do not make the Role.
                        """));
    }

    @Test
    void should_reject_an_account_of_no_known_namespace() {
        assertThat(report(shop(shop -> shop.add(ClusterRoleBinding.of(
                        "viewers",
                        ClusterRole.existing("view"),
                        b -> b.serviceAccount(ServiceAccount.existing("web"))))))) // @account
                .isEqualTo(expected("""
                        error GTY-ACC-009 @account ClusterRoleBinding viewers subjects[0]
                          It is not known in which namespace the ServiceAccount "web" is.
                          hint: Give its stack a namespace, or name it with ServiceAccount.existing(name).in(namespace).
                        """));
    }

    @Test
    void should_warn_of_reading_all_secrets_of_the_cluster() {
        assertThat(report(shop(shop -> {
                    ClusterRole reader = shop.add(
                            ClusterRole.of("reader", r -> r.allow(Verbs.READ, ApiResource.SECRETS))); // @secrets
                    shop.add(ClusterRoleBinding.of("readers", reader, b -> b.group("readers"))); // @binding
                })))
                .isEqualTo(expected("""
                        warning GTY-ACC-006 @secrets ClusterRole reader rules[0].resources
                          Whoever has this role reads all Secrets of all namespaces.
                          hint: Bind it in single namespaces with a RoleBinding, or allow Verb.GET on the Secrets that are \
                        needed.
                          @binding: ClusterRoleBinding readers hands it out for the whole cluster
                        """));
    }

    @Test
    void should_accept_reading_secrets_of_one_namespace_or_by_name() {
        assertThat(findings(shop(shop -> {
                    ClusterRole all = shop.add(ClusterRole.of("all", r -> r.allow(Verbs.READ, ApiResource.SECRETS)));
                    shop.add(RoleBinding.of("all", all, b -> b.group("readers")));
                    ClusterRole some = shop.add(ClusterRole.of(
                            "some",
                            r -> r.allow(Verbs.READ, ApiResource.SECRETS.named("a"))
                                    .allow(Verb.GET, ApiResource.SECRETS)));
                    shop.add(ClusterRoleBinding.of("some", some, b -> b.group("readers")));
                })))
                .isEmpty();
    }

    private static Consumer<App> shop(Consumer<Stack> resources) {
        return app -> resources.accept(app.stack("shop", s -> s.namespace("shop")));
    }

    private static Raw raw(String kind, String role, String account) {
        return Raw.of(new RoleBindingBuilder()
                .withNewMetadata()
                .withName("raw")
                .endMetadata()
                .withNewRoleRef("rbac.authorization.k8s.io", kind, role)
                .addNewSubject(null, "ServiceAccount", account, "shop")
                .build());
    }

    private static String expected(String text) {
        return Lines.fill(BindingCheckTest.class, text);
    }
}
