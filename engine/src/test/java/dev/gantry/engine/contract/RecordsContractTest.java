package dev.gantry.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.engine.Engine;
import dev.gantry.engine.Outcome;
import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.desired.Release;
import dev.gantry.engine.release.StackHome;
import dev.gantry.finding.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is known of a stack leads to all of its objects, whoever else is at work. */
class RecordsContractTest extends Contract {

    private static final String ACCOUNT =
            "{apiVersion: v1, kind: ServiceAccount, metadata: {name: old, namespace: NS}}";

    @Test
    void should_find_later_what_was_not_to_be_deleted_at_first() {
        Release less = program(configMap("web", "a: b"));
        assertSucceeded(apply(program(configMap("web", "a: b"), ACCOUNT)));

        assertSucceeded(apply(options -> options.prune(false), less));
        assertSucceeded(apply(options -> options.prune(false), less));
        assertThat(find("v1", "ServiceAccount", "old")).isPresent();

        assertSucceeded(apply(less));
        assertThat(find("v1", "ServiceAccount", "old")).isEmpty();
    }

    @Test
    void should_plan_anew_where_another_run_has_worked_between_plan_and_lock() {
        assertSucceeded(apply(program(configMap("web", "a: b"))));
        Release mine = program(configMap("web", "a: c"));

        Outcome outcome =
                engine(meanwhile(this::makeTheAccountAndStop), options -> {}).apply(List.of(mine));

        assertSucceeded(outcome);
        assertThat(find("v1", "ServiceAccount", "old"))
                .as("what the other run made")
                .isEmpty();
        assertThat(live("v1", "ConfigMap", "web").at("/data/a").asText()).isEqualTo("c");
    }

    @Test
    void should_not_destroy_what_another_run_has_worked_on_since_it_was_looked_at() {
        assertSucceeded(apply(program(configMap("web", "a: b"))));

        Outcome outcome = engine(
                        meanwhile(() -> assertSucceeded(apply(program(configMap("web", "a: b"), ACCOUNT)))),
                        options -> {})
                .destroy(List.of(new StackHome("shop", namespace)));

        assertThat(outcome.succeeded()).isFalse();
        assertThat(outcome.findings()).extracting(Finding::code).containsExactly("GTY-REL-009");
        assertThat(find("v1", "ConfigMap", "web")).isPresent();
        assertSucceeded(engine(cluster, options -> {}).destroy(List.of(new StackHome("shop", namespace))));
        assertThat(find("v1", "ServiceAccount", "old")).isEmpty();
    }

    @Test
    void should_not_wait_for_finalizers_where_nothing_is_to_be_waited_for_and_find_the_object_again() {
        String held = """
                {apiVersion: v1, kind: ConfigMap, metadata: {name: held, namespace: NS, finalizers: [acme.com/backup]}}""";
        assertSucceeded(apply(program(configMap("web", "a: b"), held)));

        assertSucceeded(apply(program(configMap("web", "a: b"))));
        assertThat(live("v1", "ConfigMap", "held").at("/metadata").has("deletionTimestamp"))
                .isTrue();

        change(ref("v1", "ConfigMap", "held"), "/metadata/finalizers", List.of());
        assertSucceeded(apply(program(configMap("web", "a: b"))));
        assertThat(find("v1", "ConfigMap", "held")).isEmpty();
    }

    /** A run after which what is applied as a whole is still what was, although there is an object more. */
    private void makeTheAccountAndStop() {
        StoppingCluster stopping = new StoppingCluster(cluster, 4);
        Engine other = engine(stopping, options -> options.parallel(1));
        stopping.stops(other::stop);
        assertThat(other.apply(List.of(program(configMap("web", "a: d"), ACCOUNT)))
                        .succeeded())
                .isFalse();
        assertThat(find("v1", "ServiceAccount", "old")).isPresent();
    }

    /** A cluster on which something happens just before the first write. */
    private Cluster meanwhile(Runnable happening) {
        return new MeanwhileCluster(cluster, happening);
    }
}
