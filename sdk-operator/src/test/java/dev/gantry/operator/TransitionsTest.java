package dev.gantry.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.engine.Owner;
import dev.gantry.engine.cluster.Time;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told of a custom resource, and how often. */
class TransitionsTest extends OnMemoryCluster {

    private static final Owner OWNER = new Owner("shop-operator", "example.com/v1", "Shop", "shops", "web", "1-2-3");
    private static final Verdict READY =
            new Verdict(Verdict.Phase.RUNNING, "True", "Ready", "all 2 objects are ready", 2);
    private static final Verdict FAILURE = Verdict.clusterFails(new IllegalStateException("etcd has no leader"));
    private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-01-02T00:00:00Z");

    private Life life;
    private Transitions transitions;

    @BeforeEach
    void openTheCluster() {
        life = new Life(kubeconfig, "shops", false);
        transitions = afterAStart();
    }

    @AfterEach
    void closeTheCluster() {
        life.close();
    }

    /** Nothing is remembered of what an operator told before it was started again. */
    private Transitions afterAStart() {
        return new Transitions(new Events(life.cluster(), Time.system(), "shop-operator", "one"));
    }

    @Test
    void should_tell_once_what_becomes_of_a_custom_resource() {
        Instant begun = transitions.tell(OWNER, noStatus(), progressing("0 of 2 replicas"), THEN);
        Instant same = transitions.tell(OWNER, noStatus(), progressing("1 of 2 replicas"), NOW);
        Instant changed = transitions.tell(OWNER, noStatus(), READY, NOW);
        transitions.tell(OWNER, noStatus(), READY, NOW.plusSeconds(1));

        assertThat(told()).containsExactly("Progressing: 0 of 2 replicas", "Ready: all 2 objects are ready");
        assertThat(List.of(begun, same, changed)).containsExactly(THEN, THEN, NOW);
    }

    @Test
    void should_tell_each_thing_that_is_wrong() {
        for (String wrong : List.of("no image", "no image", "no replicas")) {
            transitions.tell(
                    OWNER, noStatus(), new Verdict(Verdict.Phase.FAILED, "False", "Invalid", wrong, null), NOW);
        }

        assertThat(told()).containsExactly("Invalid: no image", "Invalid: no replicas");
    }

    @Test
    void should_not_tell_after_a_start_what_the_status_says() {
        ObjectNode status = noStatus();
        status.putArray("conditions")
                .addObject()
                .put("type", "Ready")
                .put("status", "True")
                .put("reason", "Ready");

        Instant since = transitions.tell(OWNER, status, READY, NOW);
        transitions.tell(OWNER, status, progressing("1 of 2 replicas"), NOW);

        assertThat(since).isEqualTo(NOW);
        assertThat(told()).containsExactly("Progressing: 1 of 2 replicas");
    }

    @Test
    void should_tell_again_what_has_become_of_it_when_what_has_failed_fails_no_longer() {
        transitions.tell(OWNER, noStatus(), READY, NOW);
        transitions.fail(OWNER, FAILURE);
        transitions.fail(OWNER, FAILURE);

        transitions.settle(OWNER);
        transitions.tell(OWNER, noStatus(), READY, NOW);
        transitions.settle(OWNER);
        transitions.tell(OWNER, noStatus(), READY, NOW);

        assertThat(told())
                .containsExactly("Ready: all 2 objects are ready, 2 times", "ClusterFails: etcd has no leader");
    }

    @Test
    void should_tell_a_failure_again_that_comes_back() {
        transitions.fail(OWNER, FAILURE);
        transitions.settle(OWNER);

        transitions.fail(OWNER, FAILURE);

        assertThat(told()).containsExactly("ClusterFails: etcd has no leader, 2 times");
    }

    @Test
    void should_not_tell_again_after_a_failure_what_was_told_since() {
        transitions.fail(OWNER, FAILURE);
        transitions.tell(OWNER, noStatus(), READY, NOW);

        transitions.settle(OWNER);
        transitions.tell(OWNER, noStatus(), READY, NOW);

        assertThat(told()).containsExactly("ClusterFails: etcd has no leader", "Ready: all 2 objects are ready");
    }

    @Test
    void should_tell_of_a_kind_without_a_status_once_and_again_after_each_start() {
        transitions.tell(OWNER, noStatus(), READY, NOW);
        transitions.settle(OWNER);
        transitions.tell(OWNER, noStatus(), READY, NOW);
        List<String> before = told();

        afterAStart().tell(OWNER, noStatus(), READY, NOW);

        assertThat(before).containsExactly("Ready: all 2 objects are ready");
        assertThat(told()).containsExactly("Ready: all 2 objects are ready, 2 times");
    }

    @Test
    void should_remember_nothing_of_what_is_gone() {
        transitions.tell(OWNER, noStatus(), READY, NOW);

        transitions.forget(OWNER);
        transitions.tell(OWNER, noStatus(), READY, NOW);

        assertThat(told()).containsExactly("Ready: all 2 objects are ready, 2 times");
    }

    private static ObjectNode noStatus() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static Verdict progressing(String message) {
        return new Verdict(Verdict.Phase.PENDING, "False", "Progressing", message, 0);
    }

    /** What the events say, in the order in which they began. */
    private List<String> told() {
        return server.objects("events.k8s.io/v1", "Event").stream()
                .sorted(Comparator.comparing(event -> event.path("eventTime").asText()))
                .map(event -> event.path("reason").asText() + ": "
                        + event.path("note").asText()
                        + (event.has("series") ? ", " + event.at("/series/count") + " times" : ""))
                .toList();
    }
}
