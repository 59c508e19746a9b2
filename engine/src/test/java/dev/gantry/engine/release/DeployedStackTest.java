package dev.gantry.engine.release;

import static dev.gantry.engine.release.MemoryCluster.failure;
import static dev.gantry.engine.release.MemoryCluster.object;
import static dev.gantry.engine.release.Releases.FACTS;
import static dev.gantry.engine.release.Releases.HOME;
import static dev.gantry.engine.release.Releases.configMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.finding.Finding;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeployedStackTest {

    private static final StackHome GITOPS = new StackHome("gitops", "argocd");
    private static final StackHome OLD = new StackHome("shop", "old");

    private final MemoryCluster cluster = new MemoryCluster();

    @BeforeEach
    void deploy() {
        Inventory.read(cluster, HOME).widen(Releases.of(configMap("a")), FACTS);
    }

    @Test
    void should_list_the_inventories_of_gantry_and_no_others() {
        ObjectNode foreign = object("v1", "Secret", "shop", "foreign");
        foreign.withObject("/metadata/labels").put(ApplySet.PARENT_ID, "x").put(StackLabels.STACK, "x");
        foreign.withObject("/metadata/annotations").put(ApplySet.TOOLING, "kubectl/v1.32.4");
        cluster.put(foreign);
        assertThat(DeployedStack.list(cluster, null))
                .containsExactly(new DeployedStack(HOME, "com.acme.Shop", "production"));
        assertThat(DeployedStack.list(cluster, "argocd")).isEmpty();
    }

    @Test
    void should_warn_of_a_stack_that_the_program_no_longer_has() {
        Inventory.read(cluster, GITOPS).widen(Releases.of(configMap("a")), FACTS);
        assertThat(left()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("GTY-REL-018");
            assertThat(finding.isError()).isFalse();
            assertThat(finding.message()).startsWith("The stack gitops is deployed in namespace argocd");
            assertThat(finding.hint()).contains("-Dgantry.stack=gitops -Dgantry.namespace=argocd");
        });
        assertThat(DeployedStack.left(cluster, List.of(HOME, GITOPS), "com.acme.Shop", "production"))
                .isEmpty();
        assertThat(DeployedStack.left(cluster, List.of(HOME), "com.acme.Shop", "staging"))
                .isEmpty();
        assertThat(DeployedStack.left(cluster, List.of(), "com.acme.Other", "production"))
                .isEmpty();
    }

    @Test
    void should_warn_of_a_stack_whose_namespace_has_changed() {
        Inventory.read(cluster, OLD).widen(Releases.of(configMap("a")), FACTS);
        assertThat(left())
                .extracting(Finding::message)
                .containsExactly("The stack shop has moved to another namespace: it is still deployed in old, too.");
    }

    @Test
    void should_look_only_into_its_own_namespaces_where_it_may_not_look_into_all() {
        Inventory.read(cluster, GITOPS).widen(Releases.of(configMap("a")), FACTS);
        StackHome here = new StackHome("tools", "shop");
        Inventory.read(cluster, here).widen(Releases.of(configMap("b")), FACTS);
        cluster.failBefore(request -> request.equals("list Secret") ? failure(403, "Forbidden", "no") : null);
        assertThat(left()).extracting(Finding::stack).containsExactly("tools");
        cluster.failBefore(request -> failure(403, "Forbidden", "no"));
        assertThat(left()).isEmpty();
    }

    private List<Finding> left() {
        return DeployedStack.left(cluster, List.of(HOME), "com.acme.Shop", "production");
    }
}
