package dev.gantry.model;

import dev.gantry.LabelSelector;
import dev.gantry.access.ApiResource;
import dev.gantry.access.ClusterRole;
import dev.gantry.access.ClusterRoleBinding;
import dev.gantry.access.Role;
import dev.gantry.access.RoleBinding;
import dev.gantry.access.ServiceAccount;
import dev.gantry.access.Verb;
import dev.gantry.access.Verbs;
import dev.gantry.config.Secret;
import dev.gantry.raw.Raw;
import dev.gantry.workload.Deployment;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import java.util.List;

final class AccessCases {

    private AccessCases() {}

    static List<Case> cases() {
        return List.of(
                new Case(
                        "a ServiceAccount",
                        ServiceAccount.of(
                                "robot",
                                s -> s.namespace("factory")
                                        .label("team", "steel")
                                        .annotation("example.com/role", "welder")
                                        .imagePullSecrets(Secret.existing("registry"), Secret.existing("mirror"))
                                        .secrets(Secret.existing("robot-token"))
                                        .automountServiceAccountToken(false)),
                        new ServiceAccountBuilder()
                                .withMetadata(Cases.named("robot")
                                        .withNamespace("factory")
                                        .addToLabels("team", "steel")
                                        .addToAnnotations("example.com/role", "welder")
                                        .build())
                                .addNewImagePullSecret("registry")
                                .addNewImagePullSecret("mirror")
                                .addNewSecret()
                                .withName("robot-token")
                                .endSecret()
                                .withAutomountServiceAccountToken(false)
                                .build()),
                new Case(
                        "a Role",
                        Role.of(
                                "reader",
                                r -> r.namespace("factory")
                                        .allow(
                                                Verbs.READ,
                                                ApiResource.PODS,
                                                ApiResource.DEPLOYMENTS,
                                                ApiResource.PODS_LOG,
                                                ApiResource.CONFIG_MAPS.named("steel", "iron"))
                                        .allow(
                                                Verbs.of(Verb.GET).and(Verb.PATCH),
                                                Secret.existing("furnace"),
                                                Secret.existing("mould"),
                                                Deployment.existing("welder"))),
                        new RoleBuilder()
                                .withMetadata(Cases.named("reader")
                                        .withNamespace("factory")
                                        .build())
                                .addToRules(rule("get", "list", "watch")
                                        .withApiGroups("")
                                        .withResources("pods", "pods/log")
                                        .build())
                                .addToRules(rule("get", "list", "watch")
                                        .withApiGroups("apps")
                                        .withResources("deployments")
                                        .build())
                                .addToRules(rule("get", "list", "watch")
                                        .withApiGroups("")
                                        .withResources("configmaps")
                                        .withResourceNames("steel", "iron")
                                        .build())
                                .addToRules(rule("get", "patch")
                                        .withApiGroups("")
                                        .withResources("secrets")
                                        .withResourceNames("furnace", "mould")
                                        .build())
                                .addToRules(rule("get", "patch")
                                        .withApiGroups("apps")
                                        .withResources("deployments")
                                        .withResourceNames("welder")
                                        .build())
                                .build()),
                new Case(
                        "a ClusterRole",
                        ClusterRole.of(
                                "system:robots",
                                r -> r.label("rbac.authorization.k8s.io/aggregate-to-view", "true")
                                        .allow(
                                                Verbs.WRITE,
                                                ApiResource.custom("example.com", "robots"),
                                                ApiResource.custom("example.com", "robots")
                                                        .sub("status"),
                                                ApiResource.allOf("batch"))
                                        .allow(Verbs.ALL, ApiResource.ALL)
                                        .allow(Verb.USE, ApiResource.custom("example.com", "tools"))
                                        .allow(Verb.PATCH, Secret.existing("furnace"))
                                        .nonResourceUrls(Verbs.of(Verb.GET).and(Verb.CREATE), "/logs")
                                        .allow(Verbs.custom("weld"), Raw.of(robot(), o -> o.namespaced()))
                                        .nonResourceUrls(Verb.GET, "/metrics", "/healthz/*", "*")),
                        new ClusterRoleBuilder()
                                .withMetadata(Cases.named("system:robots")
                                        .addToLabels("rbac.authorization.k8s.io/aggregate-to-view", "true")
                                        .build())
                                .addToRules(rule("create", "update", "patch", "delete", "deletecollection")
                                        .withApiGroups("example.com")
                                        .withResources("robots", "robots/status")
                                        .build())
                                .addToRules(rule("create", "update", "patch", "delete", "deletecollection")
                                        .withApiGroups("batch")
                                        .withResources("*")
                                        .build())
                                .addToRules(rule("*")
                                        .withApiGroups("*")
                                        .withResources("*")
                                        .build())
                                .addToRules(rule("use")
                                        .withApiGroups("example.com")
                                        .withResources("tools")
                                        .build())
                                .addToRules(rule("patch")
                                        .withApiGroups("")
                                        .withResources("secrets")
                                        .withResourceNames("furnace")
                                        .build())
                                .addToRules(rule("get", "create")
                                        .withNonResourceURLs("/logs")
                                        .build())
                                .addToRules(rule("weld")
                                        .withApiGroups("example.com")
                                        .withResources("robots")
                                        .withResourceNames("r2")
                                        .build())
                                .addToRules(rule("get")
                                        .withNonResourceURLs("/metrics", "/healthz/*", "*")
                                        .build())
                                .build()),
                new Case(
                        "an aggregated ClusterRole",
                        ClusterRole.of(
                                "monitoring",
                                r -> r.aggregates(
                                        LabelSelector.of("example.com/aggregate-to-monitoring", "true"),
                                        LabelSelector.everything().exists("example.com/monitoring"))),
                        new ClusterRoleBuilder()
                                .withMetadata(Cases.named("monitoring").build())
                                .withNewAggregationRule()
                                .addNewClusterRoleSelector()
                                .addToMatchLabels("example.com/aggregate-to-monitoring", "true")
                                .endClusterRoleSelector()
                                .addNewClusterRoleSelector()
                                .addNewMatchExpression()
                                .withKey("example.com/monitoring")
                                .withOperator("Exists")
                                .endMatchExpression()
                                .endClusterRoleSelector()
                                .endAggregationRule()
                                .build()),
                new Case(
                        "a RoleBinding",
                        RoleBinding.of(
                                "readers",
                                Role.existing("reader"),
                                b -> b.namespace("factory")
                                        .serviceAccount(ServiceAccount.existing("robot"))
                                        .serviceAccount(
                                                ServiceAccount.existing("crane").in("harbour"))
                                        .serviceAccountsOf("depot")
                                        .user("jane@example.com")
                                        .group("smiths")),
                        new RoleBindingBuilder()
                                .withMetadata(Cases.named("readers")
                                        .withNamespace("factory")
                                        .build())
                                .withNewRoleRef("rbac.authorization.k8s.io", "Role", "reader")
                                .addNewSubject(null, "ServiceAccount", "robot", "shop")
                                .addNewSubject(null, "ServiceAccount", "crane", "harbour")
                                .addNewSubject(
                                        "rbac.authorization.k8s.io", "Group", "system:serviceaccounts:depot", null)
                                .addNewSubject("rbac.authorization.k8s.io", "User", "jane@example.com", null)
                                .addNewSubject("rbac.authorization.k8s.io", "Group", "smiths", null)
                                .build()),
                new Case(
                        "a RoleBinding of a ClusterRole",
                        RoleBinding.of("viewers", ClusterRole.existing("view"), b -> b.group("smiths")),
                        new RoleBindingBuilder()
                                .withMetadata(Cases.named("viewers").build())
                                .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", "view")
                                .addNewSubject("rbac.authorization.k8s.io", "Group", "smiths", null)
                                .build()),
                new Case(
                        "a ClusterRoleBinding",
                        ClusterRoleBinding.of(
                                "robots",
                                ClusterRole.existing("system:robots"),
                                b -> b.serviceAccount(
                                        ServiceAccount.existing("robot").in("factory"))),
                        new ClusterRoleBindingBuilder()
                                .withMetadata(Cases.named("robots").build())
                                .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", "system:robots")
                                .addNewSubject(null, "ServiceAccount", "robot", "factory")
                                .build()));
    }

    private static PolicyRuleBuilder rule(String... verbs) {
        return new PolicyRuleBuilder().withVerbs(verbs);
    }

    private static GenericKubernetesResource robot() {
        return new GenericKubernetesResourceBuilder()
                .withApiVersion("example.com/v1")
                .withKind("Robot")
                .withMetadata(Cases.named("r2").build())
                .build();
    }
}
