package dev.gantry.engine.release.prune;

import static dev.gantry.engine.release.MemoryCluster.failure;
import static dev.gantry.engine.release.MemoryCluster.object;
import static dev.gantry.engine.release.Releases.HOME;
import static dev.gantry.engine.release.Releases.configMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.engine.desired.Release;
import dev.gantry.engine.desired.Selection;
import dev.gantry.engine.plan.Step;
import dev.gantry.engine.release.Extent;
import dev.gantry.engine.release.MemoryCluster;
import dev.gantry.engine.release.Releases;
import dev.gantry.engine.release.StackHome;
import dev.gantry.finding.Finding;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemovalsTest {

    private static final StackHome OTHER = new StackHome("other", "tools");
    private static final PruneOptions CLAIMS = new PruneOptions(Set.of("PersistentVolumeClaim"), Selection.NONE);
    private static final PruneOptions DEFINITIONS =
            new PruneOptions(Set.of("CustomResourceDefinition"), Selection.NONE);
    private static final Extent EVERYWHERE = new Extent(
            new TreeSet<>(List.of(
                    "ConfigMap",
                    "CustomResourceDefinition.apiextensions.k8s.io",
                    "Deployment.apps",
                    "Endpoints",
                    "Namespace",
                    "PersistentVolumeClaim",
                    "Widget.acme.com")),
            new TreeSet<>(List.of("data")));

    private final MemoryCluster cluster = new MemoryCluster();

    @Test
    void should_list_members_and_nothing_else() {
        apply(configMap("a"));
        cluster.put(configMap("b"), "gantry");
        cluster.put(OTHER.member(configMap("c")), "gantry");
        apply(object("v1", "ConfigMap", "elsewhere", "d"));
        apply(object("v1", "Service", "shop", "not-in-the-extent"));
        apply(object("v1", "ConfigMap", "data", "e"));
        apply(object("v1", "Namespace", null, "shop"));
        Members members = members();
        assertThat(members.findings()).isEmpty();
        assertThat(members.members())
                .extracting(member -> member.id().toString())
                .containsExactly("ConfigMap data/e", "ConfigMap shop/a", "Namespace shop");
    }

    @Test
    void should_not_take_the_copies_of_controllers_for_members() {
        cluster.put(HOME.member(object("v1", "Endpoints", "shop", "web")), "kube-controller-manager");
        assertThat(members().members()).isEmpty();
    }

    @Test
    void should_pass_over_a_kind_that_is_no_longer_served() {
        assertThat(members().findings()).isEmpty();
        cluster.silence("acme.com");
        assertThat(members().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("GTY-REL-015");
            assertThat(finding.message()).contains("acme.com").contains("Widget");
            assertThat(finding.hint()).contains("-Dgantry.prune=false");
        });
    }

    @ParameterizedTest
    @CsvSource({"500, InternalError", "403, Forbidden"})
    void should_say_what_cannot_be_listed(int status, String reason) {
        apply(configMap("a"));
        cluster.failBefore(
                request -> request.equals("list Deployment shop") ? failure(status, reason, "not now") : null);
        assertThat(members().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("GTY-REL-015");
            assertThat(finding.isError()).isTrue();
            assertThat(finding.message())
                    .contains("Deployment.apps in namespace shop")
                    .contains("not now");
        });
    }

    @Test
    void should_prune_what_the_program_no_longer_has() {
        apply(configMap("a"));
        apply(configMap("b"));
        assertThat(decide(configMap("a"))).containsExactly("prune ConfigMap shop/b");
    }

    @Test
    void should_leave_an_object_that_was_just_applied_under_another_name_of_its_kind() {
        apply(configMap("b"));
        String uid = members().members().get(0).uid();
        Desired desired = new Desired(HOME, Releases.of(configMap("a")), Map.of(), Set.of(uid));
        assertThat(decide(desired, PruneOptions.CAREFUL).steps()).isEmpty();
    }

    @Test
    void should_find_what_states_no_namespace_in_that_of_the_stack() {
        apply(configMap("a"));
        assertThat(decide(object("v1", "ConfigMap", null, "a"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "gantry.dev/prune, keep",
        "helm.sh/resource-policy, keep",
        "helm.sh/resource-policy, ' Keep'",
        "cli-utils.sigs.k8s.io/on-remove, keep",
        "client.lifecycle.config.k8s.io/deletion, detach"
    })
    void should_keep_and_let_go_what_says_so(String annotation, String value) {
        ObjectNode map = configMap("b");
        map.withObject("/metadata/annotations").put(annotation, value);
        apply(map);
        assertThat(decide(configMap("a")))
                .containsExactly("let go ConfigMap shop/b: its annotation " + annotation + ": "
                        + value.strip().toLowerCase(java.util.Locale.ROOT) + " says so");
    }

    @Test
    void should_prune_what_says_something_else() {
        ObjectNode map = configMap("b");
        map.withObject("/metadata/annotations").put("gantry.dev/prune", "yes").put("helm.sh/resource-policy", "");
        apply(map);
        assertThat(decide(configMap("a"))).containsExactly("prune ConfigMap shop/b");
    }

    @Test
    void should_refuse_to_prune_what_a_controller_makes() {
        ObjectNode map = configMap("b");
        map.withObject("/metadata")
                .withArray("/ownerReferences")
                .addObject()
                .put("kind", "Shop")
                .put("name", "x")
                .put("controller", true);
        apply(map);
        Removals.Decided decided = decide(desired(configMap("a")), PruneOptions.CAREFUL);
        assertThat(decided.steps()).isEmpty();
        assertThat(decided.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("GTY-REL-006");
            assertThat(finding.message()).contains("Shop x");
            assertThat(finding.hint()).contains("kubectl label ConfigMap b -n shop applyset.kubernetes.io/part-of-");
        });
    }

    @Test
    void should_keep_what_nobody_can_be_shown_to_have_applied() {
        cluster.put(HOME.member(configMap("b")));
        assertThat(decide(configMap("a")))
                .containsExactly(
                        "keep ConfigMap shop/b: its managed fields are lost, so that nobody knows who applied it");
    }

    @Test
    void should_not_delete_what_moves_to_another_stack_of_the_program() {
        apply(configMap("b"));
        Release other = Releases.of("other", List.of(), configMap("b"));
        Desired desired =
                new Desired(HOME, Releases.of(configMap("a")), Map.of(OTHER, other, HOME, Releases.of()), Set.of());
        assertThat(texts(decide(desired, PruneOptions.CAREFUL)))
                .containsExactly("keep ConfigMap shop/b: it moves to stack other");
    }

    @Test
    void should_keep_claims_unless_asked() {
        apply(object("v1", "PersistentVolumeClaim", "data", "db"));
        assertThat(decide(configMap("a")))
                .containsExactly("keep PersistentVolumeClaim data/db: it holds data;"
                        + " -Dgantry.pruneKinds=PersistentVolumeClaim deletes it");
        assertThat(texts(decide(desired(configMap("a")), CLAIMS)))
                .containsExactly(
                        "prune PersistentVolumeClaim data/db: its data is deleted, unless the volume is retained");
    }

    @Test
    void should_keep_definitions_unless_asked_and_those_in_use_unless_confirmed() {
        String name = "CustomResourceDefinition widgets.acme.com";
        apply(object("apiextensions.k8s.io/v1", "CustomResourceDefinition", null, "widgets.acme.com"));
        cluster.kind("acme.com/v1", "Widget", "widgets", true);
        assertThat(decide(configMap("a")))
                .containsExactly("keep " + name + ": all resources of its kind would go with it;"
                        + " -Dgantry.pruneKinds=CustomResourceDefinition deletes it");
        assertThat(texts(decide(desired(configMap("a")), DEFINITIONS)))
                .containsExactly("prune " + name + ": all resources of its kind are deleted with it");

        apply(object("acme.com/v1", "Widget", "shop", "ours"));
        assertThat(texts(decide(desired(configMap("a")), DEFINITIONS)))
                .containsExactly(
                        "prune Widget shop/ours", "prune " + name + ": all resources of its kind are deleted with it");

        cluster.put(object("acme.com/v1", "Widget", "elsewhere", "theirs"), "kubectl");
        assertThat(texts(decide(desired(configMap("a")), DEFINITIONS)))
                .contains("keep " + name + ": it still has Widget elsewhere/theirs, which kubectl has made;"
                        + " -Dgantry.confirm=CustomResourceDefinition/widgets.acme.com deletes it and them");
        PruneOptions confirmed = new PruneOptions(
                Set.of("CustomResourceDefinition"),
                Selection.parse("gantry.confirm", List.of("CustomResourceDefinition/widgets.acme.com")));
        assertThat(texts(decide(desired(configMap("a")), confirmed)))
                .contains("prune " + name + ": all resources of its kind are deleted with it");
        PruneOptions onlyConfirmed = new PruneOptions(Set.of(), confirmed.confirmed());
        assertThat(texts(decide(desired(configMap("a")), onlyConfirmed)))
                .anyMatch(text -> text.startsWith("keep " + name));

        cluster.failBefore(request -> request.equals("list Widget") ? failure(403, "Forbidden", "no") : null);
        assertThat(texts(decide(desired(configMap("a")), DEFINITIONS)))
                .anyMatch(text -> text.startsWith("keep " + name + ": it is not known what it holds"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "kube-system", "kube-public"})
    void should_never_delete_the_namespaces_of_kubernetes(String name) {
        apply(object("v1", "Namespace", null, name));
        assertThat(decide(configMap("a")))
                .containsExactly("let go Namespace " + name + ": it is a namespace of Kubernetes itself");
    }

    @Test
    void should_delete_a_namespace_with_all_that_the_stack_had_in_it() {
        apply(object("v1", "Namespace", null, "data"));
        apply(object("v1", "ConfigMap", "data", "b"));
        assertThat(decide(configMap("a")))
                .containsExactly(
                        "prune ConfigMap data/b",
                        "prune Namespace data: everything in the namespace is deleted with it");
    }

    @Test
    void should_keep_a_namespace_in_which_something_of_the_stack_stays() {
        apply(object("v1", "Namespace", null, "data"));
        assertThat(decide(object("v1", "ConfigMap", "data", "new")))
                .containsExactly("keep Namespace data: it still has ConfigMap data/new");
        apply(object("v1", "PersistentVolumeClaim", "data", "db"));
        assertThat(decide(configMap("a"))).contains("keep Namespace data: it still has PersistentVolumeClaim data/db");
    }

    @Test
    void should_keep_a_namespace_with_what_others_have_installed() {
        apply(object("v1", "Namespace", null, "data"));
        cluster.put(object("v1", "Service", "data", "theirs"), "helm");
        assertThat(decide(configMap("a")))
                .containsExactly("keep Namespace data: it still has Service data/theirs, which helm has made");
    }

    @Test
    void should_keep_the_namespace_of_the_inventory_until_the_stack_is_destroyed() {
        apply(object("v1", "Namespace", null, "shop"));
        assertThat(decide(object("v1", "ConfigMap", "data", "new")))
                .containsExactly("keep Namespace shop: it holds the inventory of the stack");
        assertThat(decide()).containsExactly("prune Namespace shop: everything in the namespace is deleted with it");
    }

    @Test
    void should_say_so_where_an_object_is_being_deleted_already() {
        ObjectNode map = configMap("b");
        map.withObject("/metadata").put("deletionTimestamp", "2026-05-04T10:21:07Z");
        apply(map);
        assertThat(decide(configMap("a"))).containsExactly("prune ConfigMap shop/b: it is being deleted already");
    }

    private void apply(ObjectNode object) {
        cluster.put(HOME.member(object), "gantry");
    }

    private Members members() {
        return Members.list(cluster, HOME, EVERYWHERE, Runnable::run);
    }

    private static Desired desired(ObjectNode... objects) {
        return new Desired(HOME, Releases.of(objects), Map.of(), Set.of());
    }

    private List<String> decide(ObjectNode... objects) {
        Removals.Decided decided = decide(desired(objects), PruneOptions.CAREFUL);
        assertThat(decided.findings()).extracting(Finding::message).isEmpty();
        return texts(decided);
    }

    private Removals.Decided decide(Desired desired, PruneOptions options) {
        return Removals.of(HOME, members().members(), desired, new Collateral(cluster, HOME, options));
    }

    private static List<String> texts(Removals.Decided decided) {
        return decided.steps().stream().map(RemovalsTest::text).toList();
    }

    private static String text(Step step) {
        if (step instanceof Step.Prune prune) {
            return "prune " + prune.id() + (prune.effects().isEmpty() ? "" : ": " + String.join("; ", prune.effects()));
        }
        Step.Keep keep = (Step.Keep) step;
        return (keep.released() ? "let go " : "keep ") + keep.id() + ": " + keep.why();
    }
}
