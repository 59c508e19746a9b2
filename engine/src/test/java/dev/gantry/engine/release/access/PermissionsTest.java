package dev.gantry.engine.release.access;

import static dev.gantry.engine.release.MemoryCluster.object;
import static dev.gantry.engine.release.Releases.HOME;
import static dev.gantry.engine.release.Releases.configMap;
import static dev.gantry.engine.release.Releases.generated;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.bundle.BundleStack;
import dev.gantry.engine.desired.Release;
import dev.gantry.engine.release.MemoryCluster;
import dev.gantry.engine.release.Releases;
import dev.gantry.engine.release.StackHome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermissionsTest {

    private static final String RBAC = "rbac.authorization.k8s.io/v1";

    @Test
    void should_be_what_inventory_lock_and_history_need_and_each_kind_in_its_namespace() {
        assertThat(texts(Releases.of(
                        "shop",
                        List.of(generated("database", "password")),
                        configMap("a"),
                        configMap("b"),
                        object("apps/v1", "Deployment", "tools", "web"),
                        object("v1", "Namespace", null, "tools"))))
                .containsExactly(
                        "cluster: namespaces create,delete,get,list,patch",
                        "shop: configmaps create,delete,get,list,patch",
                        "shop: secrets create,delete,get,list,patch",
                        "shop: leases.coordination.k8s.io create,delete,get,update",
                        "tools: deployments.apps create,delete,get,list,patch");
    }

    @Test
    void should_only_look_at_namespaces_that_are_not_of_the_program() {
        assertThat(texts(Releases.of(configMap("a"), object("v1", "ConfigMap", "tools", "a"))))
                .startsWith("cluster: namespaces[shop, tools] get");
    }

    @Test
    void should_be_allowed_to_grant_what_the_program_grants_and_nothing_else() {
        ObjectNode binding = object(RBAC, "RoleBinding", "shop", "web");
        binding.putObject("roleRef").put("kind", "Role").put("name", "web");
        ObjectNode view = object(RBAC, "RoleBinding", "shop", "view");
        view.putObject("roleRef").put("kind", "ClusterRole").put("name", "view");
        ObjectNode wide = object(RBAC, "ClusterRoleBinding", null, "web");
        wide.putObject("roleRef").put("kind", "ClusterRole").put("name", "web");
        assertThat(texts(Releases.of(
                        object(RBAC, "Role", "shop", "web"),
                        object(RBAC, "ClusterRole", null, "web"),
                        binding,
                        view,
                        wide)))
                .contains(
                        "cluster: clusterroles[web].rbac.authorization.k8s.io bind,escalate",
                        "shop: clusterroles[view].rbac.authorization.k8s.io bind",
                        "shop: roles[web].rbac.authorization.k8s.io bind,escalate");
    }

    @Test
    void should_ask_the_server_or_the_definition_of_the_program_what_a_kind_is_called() {
        ObjectNode definition = object("apiextensions.k8s.io/v1", "CustomResourceDefinition", null, "mice.acme.com");
        definition.putObject("spec").put("group", "acme.com").put("scope", "Cluster");
        definition.withObject("/spec/names").put("kind", "Mouse").put("plural", "mice");
        assertThat(texts(Releases.of(definition, object("acme.com/v1", "Mouse", null, "jerry"))))
                .contains("cluster: mice.acme.com create,delete,get,list,patch");
        MemoryCluster cluster = new MemoryCluster();
        cluster.kind("acme.com/v1", "Ox", "oxen", true);
        Release release = Releases.of(object("acme.com/v1", "Ox", "shop", "ferdinand"));
        assertThat(Permissions.of(Map.of(HOME, release), cluster.discovery()))
                .extracting(Permission::resource)
                .contains("oxen");
    }

    @Test
    void should_find_the_namespace_of_what_states_none() {
        StackHome home = new StackHome("shop", "given");
        Release release = new Release(
                "com.acme.Shop",
                "production",
                new BundleStack("shop", null, List.of()),
                List.of(
                        Releases.desired(object("v1", "ConfigMap", null, "a")),
                        Releases.desired(object("storage.k8s.io/v1", "StorageClass", null, "fast"))));
        assertThat(texts(Map.of(home, release)))
                .contains(
                        "given: configmaps create,delete,get,list,patch",
                        "cluster: storageclasses.storage.k8s.io create,delete,get,list,patch");
    }

    @ParameterizedTest
    @CsvSource({
        "Ingress, ingresses",
        "NetworkPolicy, networkpolicies",
        "Endpoints, endpoints",
        "StorageClass, storageclasses",
        "Gateway, gateways",
        "PriorityClass, priorityclasses",
        "Prometheus, prometheuses",
        "ConfigMap, configmaps"
    })
    void should_know_how_kubernetes_makes_plurals(String kind, String plural) {
        assertThat(Kinds.guess(kind)).isEqualTo(plural);
    }

    @Test
    void should_be_written_as_roles_and_bindings() {
        List<Permission> permissions = Permissions.of(
                Map.of(HOME, Releases.of(configMap("a"), object("apps/v1", "Deployment", "shop", "w"))), null);
        StringBuilder text = new StringBuilder();
        RoleTrees.of(permissions, "gantry-shop", new Subject("ServiceAccount", "ci", "deployer"))
                .forEach(tree -> text.append(tree).append('\n'));
        assertThat(text.toString()).isEqualToNormalizingNewlines("""
                {"apiVersion":"rbac.authorization.k8s.io/v1","kind":"ClusterRole","metadata":{"name":"gantry-shop"},\
                "rules":[{"apiGroups":[""],"resources":["namespaces"],"resourceNames":["shop"],"verbs":["get"]}]}
                {"apiVersion":"rbac.authorization.k8s.io/v1","kind":"ClusterRoleBinding","metadata":{"name":"gantry-shop"},\
                "subjects":[{"kind":"ServiceAccount","namespace":"ci","name":"deployer"}],\
                "roleRef":{"apiGroup":"rbac.authorization.k8s.io","kind":"ClusterRole","name":"gantry-shop"}}
                {"apiVersion":"rbac.authorization.k8s.io/v1","kind":"Role","metadata":{"name":"gantry-shop","namespace":"shop"},\
                "rules":[{"apiGroups":[""],"resources":["configmaps","secrets"],"verbs":["create","delete","get","list","patch"]},\
                {"apiGroups":["apps"],"resources":["deployments"],"verbs":["create","delete","get","list","patch"]},\
                {"apiGroups":["coordination.k8s.io"],"resources":["leases"],"verbs":["create","delete","get","update"]}]}
                {"apiVersion":"rbac.authorization.k8s.io/v1","kind":"RoleBinding","metadata":{"name":"gantry-shop","namespace":"shop"},\
                "subjects":[{"kind":"ServiceAccount","namespace":"ci","name":"deployer"}],\
                "roleRef":{"apiGroup":"rbac.authorization.k8s.io","kind":"Role","name":"gantry-shop"}}
                """);
    }

    private static List<String> texts(Release release) {
        return texts(Map.of(HOME, release));
    }

    private static List<String> texts(Map<StackHome, Release> stacks) {
        return Permissions.of(stacks, null).stream()
                .map(each -> (each.namespace() == null ? "cluster" : each.namespace()) + ": " + each.resource()
                        + (each.names().isEmpty() ? "" : each.names())
                        + (each.group().isEmpty() ? "" : "." + each.group()) + " " + String.join(",", each.verbs()))
                .toList();
    }
}
