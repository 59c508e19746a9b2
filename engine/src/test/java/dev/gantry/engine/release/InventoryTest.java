package dev.gantry.engine.release;

import static dev.gantry.engine.release.MemoryCluster.failure;
import static dev.gantry.engine.release.MemoryCluster.object;
import static dev.gantry.engine.release.Releases.FACTS;
import static dev.gantry.engine.release.Releases.HOME;
import static dev.gantry.engine.release.Releases.configMap;
import static dev.gantry.engine.release.Releases.generated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.bundle.BundleStack;
import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.cluster.ApiFailure;
import dev.gantry.engine.desired.Release;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import java.util.List;
import org.junit.jupiter.api.Test;

class InventoryTest {

    private final MemoryCluster cluster = new MemoryCluster();

    @Test
    void should_give_the_id_that_kubectl_gives() {
        // As kubectl 1.32 wrote it for secret/gantry-try in the namespace rel-try.
        assertThat(new StackHome("try", "rel-try").setId())
                .isEqualTo("applyset-FyZzYQsIJ48MmjxeHg8ObcC4GjKMFnZcYob_Mnhf41w-v1");
    }

    @Test
    void should_live_in_the_namespace_of_the_stack_or_else_in_the_given_one_or_else_in_default() {
        Release none = new Release("com.acme.Shop", "production", new BundleStack("shop", null, List.of()), List.of());
        assertThat(StackHome.of(Releases.of(), "other").namespace()).isEqualTo("shop");
        assertThat(StackHome.of(none, "other").namespace()).isEqualTo("other");
        assertThat(StackHome.of(none, null).namespace()).isEqualTo("default");
    }

    @Test
    void should_be_the_parent_of_an_apply_set() {
        Release release = Releases.of(
                "shop",
                List.of(generated("database", "password")),
                object("apps/v1", "Deployment", "shop", "web"),
                object("v1", "Namespace", null, "shop"),
                object("v1", "ConfigMap", "tools", "a"),
                object("v1", "ConfigMap", "base", "a"));
        Inventory.read(cluster, HOME).widen(release, FACTS);

        ObjectNode secret = cluster.get(HOME.inventory()).orElseThrow();
        assertThat(secret.path("type").asText()).isEqualTo("gantry.dev/stack");
        assertThat(secret.at("/metadata/labels").toPrettyString())
                .isEqualToNormalizingNewlines("""
                {
                  "applyset.kubernetes.io/id" : "%s",
                  "gantry.dev/stack" : "shop"
                }""".formatted(HOME.setId()));
        assertThat(secret.at("/metadata/annotations").toPrettyString()).isEqualToNormalizingNewlines("""
                {
                  "applyset.kubernetes.io/tooling" : "gantry/0.1.0",
                  "applyset.kubernetes.io/contains-group-kinds" : "ConfigMap,Deployment.apps,Namespace,Secret",
                  "applyset.kubernetes.io/additional-namespaces" : "base,tools",
                  "gantry.dev/blueprint" : "com.acme.Shop",
                  "gantry.dev/environment" : "production",
                  "gantry.dev/revision" : "0"
                }""");
        assertThat(secret.at("/metadata/managedFields/0/manager").asText()).isEqualTo("gantry-applyset");
    }

    @Test
    void should_widen_to_the_union_and_narrow_to_what_is_left() {
        Inventory.read(cluster, HOME).widen(Releases.of(object("apps/v1", "Deployment", "old", "web")), FACTS);
        Release next = Releases.of(configMap("a"));
        Inventory inventory = Inventory.read(cluster, HOME);
        inventory.widen(next, FACTS);
        assertThat(Inventory.read(cluster, HOME).extent().groupKinds()).containsExactly("ConfigMap", "Deployment.apps");
        assertThat(Inventory.read(cluster, HOME).extent().namespaces()).containsExactly("old");

        inventory.narrow(next, List.of(new ResourceId("v1", "PersistentVolumeClaim", "data", "db")), 7, FACTS);
        Inventory after = Inventory.read(cluster, HOME);
        assertThat(after.extent().groupKinds()).containsExactly("ConfigMap", "PersistentVolumeClaim");
        assertThat(after.extent().namespaces()).containsExactly("data");
        assertThat(after.revision()).isEqualTo(7);
    }

    @Test
    void should_write_nothing_where_nothing_changes() {
        Release release = Releases.of(configMap("a"));
        Inventory.read(cluster, HOME).widen(release, FACTS);
        cluster.requests();
        Inventory inventory = Inventory.read(cluster, HOME);
        inventory.widen(release, FACTS);
        inventory.narrow(release, List.of(), 0, FACTS);
        assertThat(cluster.writes()).isEmpty();
    }

    @Test
    void should_refuse_the_parent_of_another_tool() {
        ObjectNode parent = object("v1", "Secret", "shop", "gantry-shop");
        parent.withObject("/metadata")
                .putObject("annotations")
                .put("applyset.kubernetes.io/tooling", "kubectl/v1.32.4");
        cluster.put(parent, "kubectl-applyset");
        assertThat(refusal()).satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("GTY-REL-001");
            assertThat(finding.message()).contains("kubectl/v1.32.4").contains("Secret shop/gantry-shop");
        });
        assertThat(cluster.writes()).isEmpty();
    }

    @Test
    void should_refuse_a_secret_that_somebody_else_made() {
        ObjectNode secret = object("v1", "Secret", "shop", "gantry-shop");
        secret.put("type", "Opaque");
        cluster.put(secret, "kubectl-create");
        assertThat(refusal().code()).isEqualTo("GTY-REL-001");
        assertThat(refusal().message()).contains("Opaque");
    }

    @Test
    void should_refuse_a_tool_whose_name_only_begins_like_ours() {
        assertThat(Inventory.isOurs("gantry/0.1.0")).isTrue();
        assertThat(Inventory.isOurs("gantry/fork/0.1.0")).isFalse();
        assertThat(Inventory.isOurs("gantry-fork/0.1.0")).isFalse();
        assertThat(Inventory.isOurs(null)).isFalse();
    }

    @Test
    void should_refuse_an_id_that_does_not_match() {
        Inventory.read(cluster, HOME).widen(Releases.of(configMap("a")), FACTS);
        cluster.edit(
                HOME.inventory(),
                secret -> secret.withObject("/metadata/labels").put("applyset.kubernetes.io/id", "applyset-x-v1"));
        assertThat(refusal().code()).isEqualTo("GTY-REL-002");
        assertThat(refusal().message()).contains("applyset-x-v1").contains(HOME.setId());
        assertThat(refusal().hint()).contains("kubectl label secret gantry-shop -n shop");
    }

    @Test
    void should_refuse_an_inventory_that_does_not_say_where_its_objects_are() {
        Inventory.read(cluster, HOME).widen(Releases.of(configMap("a")), FACTS);
        cluster.edit(
                HOME.inventory(),
                secret -> secret.withObject("/metadata/annotations").remove(ApplySet.GROUP_KINDS));
        assertThat(refusal().code()).isEqualTo("GTY-REL-002");
    }

    @Test
    void should_find_a_stack_of_another_program_or_environment_unless_it_is_taken_over() {
        Release release = Releases.of(configMap("a"));
        Inventory.read(cluster, HOME).widen(release, FACTS);
        Release staging = new Release("com.acme.Shop", "staging", release.stack(), release.objects());
        Inventory inventory = Inventory.read(cluster, HOME);
        assertThat(inventory.findings(release, false, false)).isEmpty();
        assertThat(inventory.findings(staging, false, false)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("GTY-REL-003");
            assertThat(finding.message()).contains("for production").contains("for staging");
            assertThat(finding.hint()).contains("-Dgantry.takeOver=true");
        });
        assertThat(inventory.findings(staging, true, false)).isEmpty();
        inventory.widen(staging, FACTS);
        assertThat(Inventory.read(cluster, HOME).environment()).isEqualTo("staging");
    }

    @Test
    void should_find_that_nothing_is_left_unless_that_is_allowed() {
        Release empty = Releases.of();
        assertThat(Inventory.read(cluster, HOME).findings(empty, false, false)).isEmpty();
        Inventory.read(cluster, HOME).widen(Releases.of(configMap("a")), FACTS);
        Inventory inventory = Inventory.read(cluster, HOME);
        assertThat(inventory.findings(empty, false, false))
                .extracting(Finding::code)
                .containsExactly("GTY-REL-014");
        assertThat(inventory.findings(empty, false, true)).isEmpty();
        Release generated = Releases.of("shop", List.of(generated("database", "password")));
        assertThat(inventory.findings(generated, false, false)).isEmpty();
    }

    @Test
    void should_refuse_to_write_over_what_somebody_else_wrote_meanwhile() {
        Inventory.read(cluster, HOME).widen(Releases.of(configMap("a")), FACTS);
        Inventory mine = Inventory.read(cluster, HOME);
        Inventory.read(cluster, HOME).widen(Releases.of(object("apps/v1", "Deployment", "shop", "web")), FACTS);
        assertThatThrownBy(() -> mine.narrow(Releases.of(configMap("a")), List.of(), 3, FACTS))
                .isInstanceOfSatisfying(
                        FindingsException.class,
                        e -> assertThat(e.findings()).extracting(Finding::code).containsExactly("GTY-REL-009"));
        assertThat(Inventory.read(cluster, HOME).extent().groupKinds()).contains("Deployment.apps");
    }

    @Test
    void should_not_be_in_conflict_with_itself_when_an_answer_was_lost() {
        Inventory.read(cluster, HOME).widen(Releases.of(configMap("a")), FACTS);
        Inventory inventory = Inventory.read(cluster, HOME);
        cluster.failAfter(request -> request.startsWith("apply") ? failure(409, "Conflict", "modified") : null);
        inventory.widen(Releases.of(object("apps/v1", "Deployment", "shop", "web")), FACTS);
        cluster.failAfter(request -> null);
        inventory.narrow(Releases.of(configMap("a")), List.of(), 1, FACTS);
        assertThat(Inventory.read(cluster, HOME).revision()).isEqualTo(1);
    }

    @Test
    void should_let_other_failures_through() {
        Inventory inventory = Inventory.read(cluster, HOME);
        cluster.failBefore(request -> request.startsWith("apply") ? failure(403, "Forbidden", "no") : null);
        assertThatThrownBy(() -> inventory.widen(Releases.of(configMap("a")), FACTS))
                .isInstanceOf(ApiFailure.class);
    }

    @Test
    void should_stay_wide_where_nothing_was_deleted() {
        Inventory inventory = Inventory.read(cluster, HOME);
        inventory.widen(Releases.of(object("apps/v1", "Deployment", "old", "web")), FACTS);
        Release next = Releases.of(configMap("a"));
        inventory.advance(next, 2, FACTS);
        Inventory after = Inventory.read(cluster, HOME);
        assertThat(after.extent().groupKinds()).containsExactly("ConfigMap", "Deployment.apps");
        assertThat(after.extent().covers(Extent.of(HOME, HOME.ids(next)))).isTrue();
        assertThat(Extent.of(HOME, HOME.ids(next)).covers(after.extent())).isFalse();
        assertThat(after.revision()).isEqualTo(2);
    }

    @Test
    void should_not_be_removed_where_somebody_else_changed_it_meanwhile() {
        Inventory.read(cluster, HOME).widen(Releases.of(configMap("a")), FACTS);
        Inventory mine = Inventory.read(cluster, HOME);
        assertThat(mine.version()).isNotEmpty();
        Inventory.read(cluster, HOME).advance(Releases.of(configMap("a")), 5, FACTS);
        assertThatThrownBy(mine::remove).isInstanceOf(FindingsException.class).hasMessageContaining("GTY-REL-009");
        assertThat(Inventory.read(cluster, HOME).exists()).isTrue();
    }

    @Test
    void should_be_gone_when_it_is_removed() {
        Inventory inventory = Inventory.read(cluster, HOME);
        assertThat(inventory.exists()).isFalse();
        inventory.remove();
        inventory.widen(Releases.of(configMap("a")), FACTS);
        assertThat(inventory.exists()).isTrue();
        inventory.remove();
        assertThat(inventory.exists()).isFalse();
        assertThat(Inventory.read(cluster, HOME).exists()).isFalse();
    }

    private Finding refusal() {
        try {
            Inventory.read(cluster, HOME);
        } catch (FindingsException e) {
            return e.findings().get(0);
        }
        throw new AssertionError("The inventory was not refused");
    }
}
