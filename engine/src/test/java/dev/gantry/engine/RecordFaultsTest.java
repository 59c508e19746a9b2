package dev.gantry.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.bundle.BundleStack;
import dev.gantry.engine.desired.Release;
import dev.gantry.engine.release.history.Revision;
import dev.gantry.finding.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Requests that fail about what the cluster remembers of a stack: its inventory, its history, its namespace. */
class RecordFaultsTest extends Faults {

    @Test
    void should_write_down_how_it_ended_though_the_server_is_not_available_for_a_moment() {
        server.faults()
                .on(request -> request.method().equals("PATCH") && !request.isApply() && request.isAbout("secrets"))
                .times(2)
                .answer(503, "ServiceUnavailable", "not now");

        assertSucceeded(apply(twenty()));

        Engine engine = engine(options -> {});
        assertThat(engine.history(engine.home("shop")))
                .singleElement()
                .satisfies(revision -> assertThat(revision.state()).isEqualTo(Revision.State.SUCCEEDED));
    }

    @Test
    void should_take_nothing_back_because_old_revisions_cannot_be_deleted() {
        assertSucceeded(apply(release(configMap(0))));
        server.access().forbid("delete", "secrets");

        Outcome outcome = apply(options -> options.atomic(true).historyLimit(1), release(configMap(0), configMap(1)));

        assertSucceeded(outcome);
        assertThat(outcome.findings()).isNotEmpty().noneMatch(Finding::isError);
        assertThat(configMaps()).contains("map-1");
    }

    @Test
    void should_not_prune_where_what_is_there_cannot_be_listed() {
        for (int status : new int[] {500, 403}) {
            assertSucceeded(apply(release(configMap(0), configMap(99))));
            server.faults()
                    .on(request -> request.method().equals("GET")
                            && request.isAbout("configmaps")
                            && request.parameter("labelSelector") != null)
                    .forever()
                    .answer(status, status == 403 ? "Forbidden" : "InternalError", "no");

            List<Finding> findings = findings(() -> apply(release(configMap(0))));
            server.faults().clear();

            assertThat(findings).anyMatch(Finding::isError);
            assertThat(configMaps()).contains("map-99");
            assertThat(groupKinds()).contains("ConfigMap");
        }
    }

    @Test
    void should_destroy_a_stack_that_lives_in_a_namespace_of_its_own() {
        Release shop = release("""
                {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "shop"}}""", """
                {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "web", "namespace": "shop"}}""");
        Release own = new Release(
                shop.blueprint(),
                shop.environment(),
                new BundleStack("shop", "shop", List.of(), List.of()),
                shop.objects());
        assertSucceeded(apply(own));
        Engine engine = engine(options -> {});

        assertSucceeded(engine.destroy(List.of(engine.home(own))));

        assertThat(server.objects("v1", "Namespace"))
                .noneMatch(namespace -> namespace.at("/metadata/name").asText().equals("shop"));
        assertThat(engine.history(engine.home(own))).isEmpty();
    }
}
