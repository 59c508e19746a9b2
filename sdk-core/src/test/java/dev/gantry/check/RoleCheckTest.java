package dev.gantry.check;

import static dev.gantry.TestRun.findings;
import static dev.gantry.TestRun.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.App;
import dev.gantry.LabelSelector;
import dev.gantry.Lines;
import dev.gantry.Stack;
import dev.gantry.TestRun;
import dev.gantry.access.ApiResource;
import dev.gantry.access.ClusterRole;
import dev.gantry.access.Role;
import dev.gantry.access.RoleBinding;
import dev.gantry.access.Verb;
import dev.gantry.access.Verbs;
import dev.gantry.config.Secret;
import dev.gantry.customresource.CustomResourceDefinition;
import dev.gantry.finding.Finding;
import dev.gantry.raw.Raw;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RoleCheckTest {

    @Test
    void should_accept_a_role_that_says_what_it_allows() {
        assertThat(findings(cluster(
                        r -> r.allow(Verbs.READ, ApiResource.PODS_LOG, ApiResource.NODES, ApiResource.INGRESSES_STATUS)
                                .allow(Verbs.WRITE, ApiResource.custom("example.com", "webapp"))
                                .allow(Verbs.of(Verb.GET, Verb.UPDATE), Secret.existing("database"))
                                .allow(Verb.BIND, ApiResource.CLUSTER_ROLES.named("view"))
                                .allow(Verb.CREATE, ApiResource.PODS_EXEC.named("web-0"))
                                .nonResourceUrls(Verb.GET, "/metrics"))))
                .isEmpty();
    }

    @Test
    void should_warn_of_wildcards() {
        assertThat(report(cluster(r -> r.allow(Verbs.ALL, ApiResource.ALL)))) // @everything
                .isEqualTo(expected("""
                        warning GTY-ACC-001 @everything ClusterRole reader rules[0].verbs
                          The rule is for all verbs, all resources and all API groups, also for those that are added later.
                          hint: Name what is needed, such as allow(Verbs.READ, ApiResource.PODS).
                        """));
        assertThat(findings(cluster(r -> r.allow(Verbs.READ, ApiResource.allOf("apps")))))
                .extracting(f -> f.code() + " " + f.field())
                .containsExactly("GTY-ACC-001 rules[0].resources");
    }

    @Test
    void should_warn_of_verbs_that_lead_to_more() {
        assertThat(report(cluster(r -> r.allow(Verbs.of(Verb.BIND, Verb.ESCALATE), ApiResource.ROLES)))) // @escalate
                .isEqualTo(expected("""
                        warning GTY-ACC-005 @escalate ClusterRole reader rules[0].verbs
                          The rule allows "bind" and "escalate": who has it can get permissions that nobody granted.
                          hint: Say which roles or accounts are meant with named(...), or leave it out.
                        """));
    }

    @Test
    void should_warn_of_creating_objects_of_certain_names() {
        assertThat(report(cluster(r -> r.allow(Verb.CREATE, ApiResource.LEASES.named("web"))))) // @create
                .isEqualTo(expected("""
                        warning GTY-ACC-013 @create ClusterRole reader rules[0].resourceNames
                          The rule allows "create" for certain names, but such a request has no name: it is never allowed.
                          hint: Allow "create" in a rule without names, or not at all.
                        """));
    }

    @Test
    void should_reject_resources_that_their_group_does_not_have() {
        assertThat(report(cluster(r -> r.allow(Verbs.READ, ApiResource.custom("apps", "deployment"))))) // @singular
                .isEqualTo(expected("""
                        error GTY-ACC-007 @singular ClusterRole reader rules[0].resources[0]
                          The group "apps" has no resource "deployment", so the rule allows nothing on it.
                          hint: Did you mean "deployments"?
                        """));
        assertThat(hints(r -> r.allow(Verbs.READ, ApiResource.custom("apps", "pods"))))
                .containsExactly("It is in the core group and the group \"metrics.k8s.io\".");
        assertThat(hints(r -> r.allow(Verbs.READ, ApiResource.custom("extensions", "ingresses"))))
                .containsExactly("It is in the group \"networking.k8s.io\".");
        assertThat(hints(r -> r.allow(Verbs.READ, ApiResource.PODS.sub("logs"))))
                .containsExactly("Did you mean \"pods/log\"?");
        assertThat(hints(r -> r.allow(Verbs.READ, ApiResource.custom("", "Secret"))))
                .containsExactly("Did you mean \"secrets\"?");
    }

    @Test
    void should_accept_resources_that_one_of_several_groups_has() {
        assertThat(findings(raw(new PolicyRuleBuilder()
                        .withVerbs("get")
                        .withApiGroups("", "apps", "extensions")
                        .withResources("pods", "deployments", "*/scale")
                        .build())))
                .isEmpty();
    }

    @Test
    void should_not_judge_what_it_does_not_know() {
        assertThat(findings(cluster(r -> r.allow(
                        Verbs.READ,
                        ApiResource.custom("scheduling.k8s.io", "somethingnewer"),
                        ApiResource.custom("example.com", "deployment")))))
                .isEmpty();
    }

    @Test
    void should_reject_rules_that_are_not_complete() {
        assertThat(findings(raw(
                        new PolicyRuleBuilder()
                                .withApiGroups("")
                                .withResources("pods")
                                .build(),
                        new PolicyRuleBuilder()
                                .withVerbs("get")
                                .withResources("pods")
                                .build(),
                        new PolicyRuleBuilder()
                                .withVerbs("get")
                                .withApiGroups("")
                                .build(),
                        new PolicyRuleBuilder()
                                .withVerbs("get")
                                .withApiGroups("")
                                .withResources("pods")
                                .withNonResourceURLs("/metrics")
                                .build())))
                .extracting(f -> f.code() + " " + f.field() + " " + f.message())
                .containsExactly(
                        "GTY-ACC-010 rules[0] The rule has no verbs.",
                        "GTY-ACC-010 rules[1] The rule names no API groups.",
                        "GTY-ACC-010 rules[2] The rule names no resources.",
                        "GTY-ACC-010 rules[3] A rule cannot allow both resources and paths.");
    }

    @Test
    void should_warn_of_what_a_role_for_one_namespace_cannot_allow() {
        assertThat(report(namespaced(r -> r.allow(
                        Verbs.READ,
                        ApiResource.PODS,
                        ApiResource.NODES, // @nodes
                        ApiResource.NAMESPACES))))
                .contains("GTY-ACC-011")
                .contains("The resource \"nodes\" lives in no namespace, so a Role allows nothing on it.")
                .doesNotContain("namespaces");
    }

    @Test
    void should_warn_of_rules_that_an_aggregation_replaces() {
        LabelSelector some = LabelSelector.of("example.com/to-reader", "true");
        assertThat(findings(cluster(r -> r.aggregates(some)))).isEmpty();
        assertThat(findings(cluster(r -> r.aggregates(some).allow(Verbs.READ, ApiResource.PODS))))
                .extracting(f -> f.code() + " " + f.field())
                .containsExactly("GTY-ACC-012 rules");
        assertThat(findings(cluster(r -> r.rawTree(tree -> tree.putObject("aggregationRule")))))
                .extracting(f -> f.code() + " " + f.message())
                .containsExactly("GTY-ACC-010 The aggregation selects no ClusterRoles.");
    }

    @Group("example.com")
    @Version("v1")
    @Plural("oxen")
    record Ox(String spec) implements Namespaced {}

    @Test
    void should_take_the_plural_of_a_custom_kind_from_its_definition() {
        Consumer<App> program = app -> {
            Stack shop = app.stack("shop", s -> s.namespace("shop"));
            Raw ox = shop.add(Raw.of(new GenericKubernetesResourceBuilder()
                    .withApiVersion("example.com/v1")
                    .withKind("Ox")
                    .withNewMetadata()
                    .withName("bert")
                    .endMetadata()
                    .build()));
            shop.add(CustomResourceDefinition.of(Ox.class, d -> {}));
            shop.add(ClusterRole.of("farmer", r -> r.allow(Verb.GET, ox)));
        };

        assertThat(findings(program)).isEmpty();
        assertThat(TestRun.manifest(TestRun.of(program), "ClusterRole", "farmer")
                        .tree()
                        .path("rules"))
                .hasToString("[{\"verbs\":[\"get\"],\"apiGroups\":[\"example.com\"],\"resources\":[\"oxen\"],"
                        + "\"resourceNames\":[\"bert\"]}]");
    }

    @Test
    void should_ask_for_the_plural_of_a_custom_kind_without_definition() {
        assertThat(report(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    Raw ox = shop.add(Raw.of( // @ox
                            new GenericKubernetesResourceBuilder()
                                    .withApiVersion("example.com/v1")
                                    .withKind("Ox")
                                    .withNewMetadata()
                                    .withName("bert")
                                    .endMetadata()
                                    .build(),
                            r -> r.namespaced()));
                    shop.add(ClusterRole.of("farmer", r -> r.allow(Verb.GET, ox))); // @farmer
                }))
                .isEqualTo(expected("""
                        error GTY-ACC-014 @farmer ClusterRole farmer rules[0].resourceNames
                          The program does not define the kind Ox of example.com, so it is not known how its resource is \
                        called.
                          hint: Call allow(verbs, ApiResource.custom("example.com", <plural>).named("bert")), or add the \
                        definition to the program.
                          @ox: Raw bert is made here
                        """.replace("Raw bert", "Ox bert")));
    }

    @Test
    void should_warn_of_verbs_that_are_almost_others() {
        assertThat(findings(cluster(r -> r.allow(Verbs.custom("gett", "Get", "wacth"), ApiResource.PODS))))
                .extracting(f -> f.code() + " " + f.field() + " " + f.message() + " "
                        + f.hint().substring(0, 20))
                .containsExactly(
                        "GTY-ACC-015 rules[0].verbs[0] The rule allows \"gett\", which is no verb of Kubernetes' own."
                                + " Did you mean \"get\"? ",
                        "GTY-ACC-015 rules[0].verbs[1] The rule allows \"Get\", which is no verb of Kubernetes' own."
                                + " Did you mean \"get\"? ",
                        "GTY-ACC-015 rules[0].verbs[2] The rule allows \"wacth\", which is no verb of Kubernetes' own."
                                + " Did you mean \"watch\"");
        assertThat(findings(cluster(r -> r.allow(
                                Verbs.custom("get", "attest", "view", "upgrade", "assign", "mutate", "sync"),
                                ApiResource.PODS)
                        .nonResourceUrls(Verbs.custom("head", "post", "put"), "/metrics"))))
                .isEmpty();
    }

    private static List<String> hints(Consumer<ClusterRole.Builder> options) {
        return findings(cluster(options)).stream().map(Finding::hint).toList();
    }

    private static Consumer<App> cluster(Consumer<ClusterRole.Builder> options) {
        return app -> app.stack("shop").add(ClusterRole.of("reader", options));
    }

    private static Consumer<App> namespaced(Consumer<Role.Builder> options) {
        return app -> {
            Stack shop = app.stack("shop", s -> s.namespace("shop"));
            Role reader = shop.add(Role.of("reader", options));
            shop.add(RoleBinding.of("readers", reader, b -> b.group("readers")));
        };
    }

    private static Consumer<App> raw(PolicyRule... rules) {
        return app -> app.stack("shop")
                .add(Raw.of(new ClusterRoleBuilder()
                        .withNewMetadata()
                        .withName("reader")
                        .endMetadata()
                        .withRules(rules)
                        .build()));
    }

    private static String expected(String text) {
        return Lines.fill(RoleCheckTest.class, text);
    }
}
