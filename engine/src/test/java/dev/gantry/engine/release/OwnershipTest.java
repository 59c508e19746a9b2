package dev.gantry.engine.release;

import static dev.gantry.engine.release.MemoryCluster.failure;
import static dev.gantry.engine.release.MemoryCluster.object;
import static dev.gantry.engine.release.Releases.FACTS;
import static dev.gantry.engine.release.Releases.HOME;
import static dev.gantry.engine.release.Releases.configMap;
import static dev.gantry.engine.release.Releases.desired;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.finding.Finding;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OwnershipTest {

    private static final StackHome OTHER = new StackHome("other", "shop");

    private final MemoryCluster cluster = new MemoryCluster();

    @Test
    void should_find_the_label_in_the_input_at_its_line() {
        ObjectNode labelled = OTHER.member(configMap("a"));
        assertThat(Ownership.ofInput(Releases.of(labelled, configMap("b"))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("GTY-REL-004");
                    assertThat(finding.resource()).isEqualTo("ConfigMap shop/a");
                    assertThat(String.valueOf(finding.origin())).isEqualTo("Shop.java:31");
                    assertThat(finding.stack()).isEqualTo("shop");
                });
    }

    @Test
    void should_allow_what_is_of_no_set_of_the_same_or_of_another_stack_of_the_program() {
        Ownership ownership = new Ownership(cluster, HOME, List.of(HOME, OTHER), false);
        assertThat(ownership.of(desired(configMap("a")), configMap("a"))).isEmpty();
        assertThat(ownership.of(desired(configMap("a")), HOME.member(configMap("a"))))
                .isEmpty();
        assertThat(ownership.of(desired(configMap("a")), OTHER.member(configMap("a"))))
                .isEmpty();
    }

    @Test
    void should_name_the_stack_that_an_object_belongs_to() {
        Inventory.read(cluster, OTHER).widen(Releases.of(configMap("a")), FACTS);
        assertThat(of(OTHER.member(configMap("a")), false)).get().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("GTY-REL-005");
            assertThat(finding.message())
                    .isEqualTo("ConfigMap shop/a exists, and belongs to stack other in namespace shop"
                            + " (of com.acme.Shop for production).");
            assertThat(finding.hint()).contains("-Dgantry.takeOver=true");
            assertThat(String.valueOf(finding.origin())).isEqualTo("Shop.java:31");
        });
        assertThat(of(OTHER.member(configMap("a")), true)).isEmpty();
    }

    @Test
    void should_name_the_set_of_another_tool_and_never_take_it_over() {
        ObjectNode parent = object("v1", "ConfigMap", "tools", "inventory");
        parent.withObject("/metadata/labels").put("applyset.kubernetes.io/id", "applyset-x-v1");
        parent.withObject("/metadata/annotations").put("applyset.kubernetes.io/tooling", "kubectl/v1.32.4");
        cluster.put(parent);
        ObjectNode live = configMap("a");
        live.withObject("/metadata/labels").put(ApplySet.PART_OF, "applyset-x-v1");
        assertThat(of(live, true)).get().satisfies(finding -> {
            assertThat(finding.message()).contains("the ApplySet ConfigMap tools/inventory of kubectl/v1.32.4");
            assertThat(finding.hint()).contains("kubectl label ConfigMap a -n shop applyset.kubernetes.io/part-of-");
        });
    }

    @Test
    void should_say_so_where_the_other_set_is_gone_or_cannot_be_seen() {
        ObjectNode live = OTHER.member(configMap("a"));
        assertThat(of(live, false).orElseThrow().message()).contains("whose parent is gone");
        assertThat(of(live, true)).isEmpty();
        cluster.failBefore(request -> request.startsWith("list") ? failure(403, "Forbidden", "no") : null);
        assertThat(of(live, true).orElseThrow().message()).contains("the ApplySet " + OTHER.setId());
    }

    @Test
    void should_name_the_controller_of_an_object() {
        ObjectNode live = configMap("a");
        live.withObject("/metadata")
                .withArray("/ownerReferences")
                .addObject()
                .put("kind", "Node")
                .put("name", "n");
        assertThat(of(live, false)).isEmpty();
        live.withObject("/metadata")
                .withArray("/ownerReferences")
                .addObject()
                .put("kind", "Operator")
                .put("name", "web")
                .put("controller", true);
        assertThat(of(live, true)).get().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("GTY-REL-006");
            assertThat(finding.message()).contains("controlled by Operator web");
        });
    }

    private Optional<Finding> of(ObjectNode live, boolean takeOver) {
        return new Ownership(cluster, HOME, List.of(HOME), takeOver).of(desired(configMap("a")), live);
    }
}
