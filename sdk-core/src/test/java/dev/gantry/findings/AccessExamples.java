package dev.gantry.findings;

import dev.gantry.App;
import dev.gantry.LabelSelector;
import dev.gantry.Stack;
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
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;

/** What the rules for access are for. */
final class AccessExamples {

    private AccessExamples() {}

    @Example(
            value = "GTY-ACC-001",
            why = "A wildcard also allows what nobody thought of, and what a later version or an add-on brings.")
    static void wildcard(App app) {
        app.stack("shop").add(ClusterRole.of("operator", r -> r.allow(Verbs.ALL, ApiResource.DEPLOYMENTS)));
    }

    @Example(value = "GTY-ACC-002", why = "A cluster takes such a binding; it allows nobody anything.")
    static void noSubjects(App app) {
        app.stack("shop").add(RoleBinding.of("viewers", ClusterRole.existing("view"), b -> {}));
    }

    @Example(
            value = "GTY-ACC-003",
            why = "A cluster takes a binding to a Role that is not there; it allows nothing until there is one.")
    static void noRole(App app) {
        Stack shop = app.stack("shop", s -> s.namespace("shop"));
        Role reader = shop.add(Role.of("reader", r -> r.allow(Verbs.READ, ApiResource.PODS)));
        shop.add(RoleBinding.of("staff", reader, b -> b.group("staff")));
        shop.add(Raw.of(new RoleBindingBuilder()
                .withNewMetadata()
                .withName("guests")
                .endMetadata()
                .withNewRoleRef("rbac.authorization.k8s.io", "Role", "raeder")
                .addNewSubject("rbac.authorization.k8s.io", "Group", "guests", null)
                .build()));
    }

    @Example(
            value = "GTY-ACC-004",
            why = "The pods run as another account than the one that is allowed something, and are refused.")
    static void noAccount(App app) {
        Stack shop = app.stack("shop", s -> s.namespace("shop"));
        shop.add(ServiceAccount.of("web", s -> {}));
        shop.add(Raw.of(new RoleBindingBuilder()
                .withNewMetadata()
                .withName("viewers")
                .endMetadata()
                .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", "view")
                .addNewSubject(null, "ServiceAccount", "wbe", "shop")
                .build()));
    }

    @Example(
            value = "GTY-ACC-005",
            why = "Whoever may escalate, bind or impersonate can make an administrator of himself.")
    static void escalation(App app) {
        app.stack("shop").add(ClusterRole.of("operator", r -> r.allow(Verb.BIND, ApiResource.CLUSTER_ROLES)));
    }

    @Example(
            value = "GTY-ACC-006",
            why =
                    "Secrets hold passwords and tokens of everybody in the cluster. A list has their content, so there is no need to get one by name.")
    static void allSecrets(App app) {
        Stack shop = app.stack("shop");
        ClusterRole reader = shop.add(ClusterRole.of("reader", r -> r.allow(Verbs.READ, ApiResource.SECRETS)));
        shop.add(ClusterRoleBinding.of("readers", reader, b -> b.group("readers")));
    }

    @Example(
            value = "GTY-ACC-007",
            why = "A cluster takes any word. The rule allows nothing, and the program is refused when it runs.")
    static void noResource(App app) {
        app.stack("shop")
                .add(ClusterRole.of(
                        "reader", r -> r.allow(Verbs.READ, ApiResource.custom("extensions", "deployments"))));
    }

    @Example(value = "GTY-ACC-008", why = "Without a binding a Role allows nobody anything.")
    static void unusedRole(App app) {
        app.stack("shop").add(Role.of("reader", r -> r.allow(Verbs.READ, ApiResource.PODS)));
    }

    @Example(
            value = "GTY-ACC-009",
            why = "A cluster rejects the binding: each namespace may have an account of that name.")
    static void noNamespace(App app) {
        Stack shop = app.stack("shop");
        ServiceAccount web = shop.add(ServiceAccount.of("web", s -> {}));
        shop.add(ClusterRoleBinding.of("web", ClusterRole.existing("view"), b -> b.serviceAccount(web)));
    }

    @Example(value = "GTY-ACC-010", why = "A cluster rejects the role.")
    static void rule(App app) {
        app.stack("shop").add(ClusterRole.of("reader", r -> r.allow(Verbs.of(), ApiResource.PODS)));
    }

    @Example(
            value = "GTY-ACC-011",
            why = "A Role holds in its namespace only, whatever it says. Nodes and the like are in none.")
    static void outside(App app) {
        Stack shop = app.stack("shop");
        Role reader = shop.add(Role.of("reader", r -> r.allow(Verbs.READ, ApiResource.NODES)));
        shop.add(RoleBinding.of("readers", reader, b -> b.group("readers")));
    }

    @Example(
            value = "GTY-ACC-012",
            why = "The rules are gone a moment after they were applied, and come back with each apply.")
    static void replaced(App app) {
        app.stack("shop")
                .add(ClusterRole.of(
                        "monitoring",
                        r -> r.aggregates(LabelSelector.of("example.com/aggregate-to-monitoring", "true"))
                                .allow(Verbs.READ, ApiResource.PODS)));
    }

    @Example(
            value = "GTY-ACC-013",
            why = "A request to create an object has no name yet when access is decided, so the rule never fits.")
    static void namedCreate(App app) {
        app.stack("shop")
                .add(ClusterRole.of(
                        "writer", r -> r.allow(Verbs.of(Verb.CREATE, Verb.UPDATE), Secret.existing("database"))));
    }

    @Example(
            value = "GTY-ACC-014",
            why = "Rules name resources by the plural in URLs, which only the definition of a custom kind tells.")
    static void plural(App app) {
        Stack shop = app.stack("shop");
        Raw tenant = shop.add(Raw.of(
                new GenericKubernetesResourceBuilder()
                        .withApiVersion("example.com/v1")
                        .withKind("Tenant")
                        .withNewMetadata()
                        .withName("blue")
                        .endMetadata()
                        .build(),
                r -> r.namespaced()));
        shop.add(ClusterRole.of("tenants", r -> r.allow(Verb.GET, tenant)));
    }

    @Example(
            value = "GTY-ACC-015",
            why = "An API server takes any text for a verb, and the rule allows nothing. Verbs are in lower case.")
    static void verb(App app) {
        app.stack("shop").add(ClusterRole.of("reader", r -> r.allow(Verbs.custom("gett"), ApiResource.PODS)));
    }
}
