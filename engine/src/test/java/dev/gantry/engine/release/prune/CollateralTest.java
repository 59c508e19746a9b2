package dev.gantry.engine.release.prune;

import static dev.gantry.engine.release.MemoryCluster.failure;
import static dev.gantry.engine.release.MemoryCluster.object;
import static dev.gantry.engine.release.Releases.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.cluster.ApiResource;
import dev.gantry.engine.desired.Selection;
import dev.gantry.engine.release.MemoryCluster;
import dev.gantry.engine.release.ObjectMeta;
import dev.gantry.engine.release.StackHome;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CollateralTest {

    private static final StackHome OTHER = new StackHome("other", "tools");
    private static final ResourceId NAMESPACE = new ResourceId("v1", "Namespace", null, "data");
    private static final ResourceId DEFINITION =
            new ResourceId("apiextensions.k8s.io/v1", "CustomResourceDefinition", null, "widgets.acme.com");

    private final MemoryCluster cluster = new MemoryCluster();
    private PruneOptions options = new PruneOptions(Set.of("CustomResourceDefinition"), Selection.NONE);

    @Test
    void should_be_nothing_for_an_object_that_holds_no_others() {
        assertThat(of(new ResourceId("v1", "ConfigMap", "data", "a"))).isEmpty();
    }

    @Test
    void should_be_nothing_in_a_namespace_that_is_empty() {
        cluster.put(object("v1", "Service", "elsewhere", "web"), "helm");
        assertThat(of(NAMESPACE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "v1, Service, helm",
        "apps/v1, Deployment, kubectl-client-side-apply",
        "v1, ConfigMap, argocd-controller",
        "v1, Secret, kubectl-create"
    })
    void should_be_what_somebody_installed_with_whatever_tool(String apiVersion, String kind, String manager) {
        cluster.put(object(apiVersion, kind, "data", "web"), manager);
        assertThat(of(NAMESPACE)).contains("it still has " + kind + " data/web, which " + manager + " has made");
    }

    @Test
    void should_be_what_several_have_made_together() {
        cluster.put(object("v1", "Service", "data", "web"), "helm", "kubectl-edit");
        assertThat(of(NAMESPACE)).contains("it still has Service data/web, which helm and kubectl-edit have made");
    }

    @Test
    void should_be_what_nobody_can_be_shown_to_have_made() {
        cluster.put(object("v1", "Service", "data", "web"));
        assertThat(of(NAMESPACE)).contains("it still has Service data/web, which is not of this stack");
    }

    @Test
    void should_be_objects_and_inventories_of_other_stacks() {
        ObjectNode theirs = cluster.put(OTHER.member(object("v1", "Service", "data", "theirs")), "gantry");
        assertThat(of(NAMESPACE)).contains("it still has Service data/theirs, which is of another stack");
        cluster.take(cluster.ref(theirs));

        ObjectNode inventory = object("v1", "Secret", "data", "gantry-other");
        inventory.withObject("/metadata/labels").put("applyset.kubernetes.io/id", "applyset-x-v1");
        cluster.put(inventory, "gantry-applyset");
        assertThat(of(NAMESPACE))
                .contains("it still has Secret data/gantry-other, which is the inventory of another stack");
    }

    @Test
    void should_be_data_that_a_workload_has_left_behind() {
        cluster.put(object("v1", "PersistentVolumeClaim", "data", "data-db-0"), "kube-controller-manager");
        assertThat(of(NAMESPACE)).contains("it still has PersistentVolumeClaim data/data-db-0, which holds data");
    }

    @Test
    void should_be_what_is_of_the_stack_and_stays() {
        ObjectNode own = cluster.put(HOME.member(object("v1", "ConfigMap", "data", "a")), "gantry");
        assertThat(of(NAMESPACE)).contains("it still has ConfigMap data/a");
        assertThat(of(NAMESPACE, ObjectMeta.of(own).uid())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "v1, ConfigMap, kube-root-ca.crt",
        "v1, ServiceAccount, default",
        "v1, Event, web.17c4",
        "v1, Endpoints, web",
        "coordination.k8s.io/v1, Lease, leader",
        "discovery.k8s.io/v1, EndpointSlice, web-x7f"
    })
    void should_not_be_what_comes_and_goes_by_itself(String apiVersion, String kind, String name) {
        cluster.kind("v1", "ServiceAccount", "serviceaccounts", true);
        cluster.kind("v1", "Event", "events", true);
        cluster.kind("discovery.k8s.io/v1", "EndpointSlice", "endpointslices", true);
        cluster.put(object(apiVersion, kind, "data", name), "kube-controller-manager");
        assertThat(of(NAMESPACE)).isEmpty();
    }

    @Test
    void should_not_be_what_another_object_owns() {
        ObjectNode pod = object("v1", "ConfigMap", "data", "made-by-an-operator");
        pod.withObject("/metadata").withArray("/ownerReferences").addObject().put("name", "shop");
        cluster.put(pod, "operator");
        assertThat(of(NAMESPACE)).isEmpty();
    }

    @Test
    void should_not_be_what_is_being_deleted() {
        ObjectNode going = object("v1", "ConfigMap", "data", "going");
        going.withObject("/metadata").put("deletionTimestamp", "2026-05-04T10:21:07Z");
        cluster.put(going, "kubectl");
        assertThat(of(NAMESPACE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kubernetes.io/service-account.uid", "cert-manager.io/certificate-name"})
    void should_not_be_a_secret_that_is_made_from_another_object(String annotation) {
        ObjectNode secret = object("v1", "Secret", "data", "made");
        secret.withObject("/metadata/annotations").put(annotation, "web");
        cluster.put(secret, "controller");
        assertThat(of(NAMESPACE)).isEmpty();
    }

    @Test
    void should_not_be_the_records_of_the_stack() {
        ObjectNode record = object("v1", "Secret", HOME.namespace(), "gantry-shop.r1");
        record.withObject("/metadata/labels").put("gantry.dev/stack", "shop");
        cluster.put(record, "gantry-applyset");
        assertThat(of(new ResourceId("v1", "Namespace", null, HOME.namespace())))
                .isEmpty();
    }

    @Test
    void should_be_found_behind_any_number_of_objects_that_do_not_count() {
        for (int i = 0; i < 9; i++) {
            ObjectNode owned = object("v1", "ConfigMap", "data", "a" + i);
            owned.withObject("/metadata")
                    .withArray("/ownerReferences")
                    .addObject()
                    .put("name", "shop");
            cluster.put(owned, "operator");
        }
        cluster.put(object("v1", "ConfigMap", "data", "b"), "helm");
        assertThat(of(NAMESPACE)).contains("it still has ConfigMap data/b, which helm has made");
    }

    @Test
    void should_be_possible_where_it_cannot_be_seen() {
        cluster.failBefore(request -> request.equals("list Service data") ? failure(403, "Forbidden", "no") : null);
        assertThat(of(NAMESPACE)).contains("it is not known what it holds, since services cannot be listed: no");
        cluster.failBefore(request -> null);
        cluster.silence("metrics.k8s.io");
        assertThat(of(NAMESPACE))
                .contains("it is not known what it holds, since the API group metrics.k8s.io does not answer");
    }

    @Test
    void should_not_be_a_view_that_cannot_be_deleted() {
        assertThat(Provenance.isView(
                        new ApiResource("metrics.k8s.io/v1beta1", "PodMetrics", "pods", true, Set.of("get", "list"))))
                .isTrue();
        assertThat(Provenance.isView(new ApiResource("v1", "Pod", "pods", true, Set.of("list", "delete"))))
                .isFalse();
    }

    @Test
    void should_be_the_resources_of_a_definition_unless_they_are_confirmed() {
        cluster.kind("acme.com/v1", "Widget", "widgets", true);
        ObjectNode widget = cluster.put(object("acme.com/v1", "Widget", "elsewhere", "theirs"), "kubectl");
        assertThat(of(DEFINITION)).get().asString().startsWith("it still has Widget elsewhere/theirs, which kubectl");
        assertThat(of(DEFINITION, ObjectMeta.of(widget).uid())).isEmpty();
        options = new PruneOptions(
                options.kinds(),
                Selection.parse("gantry.confirm", List.of("CustomResourceDefinition/widgets.acme.com")));
        assertThat(of(DEFINITION)).isEmpty();
    }

    private Optional<String> of(ResourceId id, String... going) {
        return new Collateral(cluster, HOME, options).of(id, new HashSet<>(List.of(going)));
    }
}
