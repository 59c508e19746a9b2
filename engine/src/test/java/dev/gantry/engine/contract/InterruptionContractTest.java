package dev.gantry.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.engine.Engine;
import dev.gantry.engine.LeapingTime;
import dev.gantry.engine.Outcome;
import dev.gantry.engine.cluster.Time;
import dev.gantry.engine.desired.Release;
import dev.gantry.engine.progress.Event;
import dev.gantry.engine.release.StackHome;
import dev.gantry.engine.release.history.Revision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A run that ends in the middle, after any of its writes. */
class InterruptionContractTest extends Contract {

    private static final int MOST_WRITES = 40;

    private Release before() {
        return program(configMap("web", "mode: slow"), configMap("old", "a: b"));
    }

    private Release after() {
        return program(
                configMap("web", "mode: fast"),
                configMap("new", "a: b"),
                "{apiVersion: v1, kind: Secret, metadata: {name: login, namespace: NS}, stringData: {password: hunter2}}");
    }

    @Test
    void should_converge_after_a_run_that_was_killed_wherever_that_was() {
        Time time = new LeapingTime();
        for (int writes = 1; writes <= MOST_WRITES; writes++) {
            assertSucceeded(engine(cluster, time, options -> {}).apply(List.of(before())));
            KilledCluster killed = new KilledCluster(cluster, writes);
            boolean ended = killed.run(() -> engine(killed, time, options -> {}).apply(List.of(after())));

            assertSucceeded(engine(cluster, time, options -> {}).apply(List.of(after())));

            assertConverged("killed after write " + writes);
            if (ended) {
                assertThat(writes).as("writes of a run").isGreaterThan(8);
                return;
            }
        }
        throw new AssertionError("A run has more writes than " + MOST_WRITES);
    }

    @Test
    void should_converge_after_a_run_that_was_stopped_wherever_that_was() {
        for (int writes = 1; writes <= MOST_WRITES; writes++) {
            assertSucceeded(apply(before()));
            StoppingCluster stopping = new StoppingCluster(cluster, writes);
            Engine engine = engine(stopping, options -> options.parallel(1));
            stopping.stops(engine::stop);
            Outcome stopped = engine.apply(List.of(after()));
            if (!stopped.succeeded()) {
                assertThat(stopped.stacks())
                        .singleElement()
                        .satisfies(stack -> assertThat(stack.result()).isEqualTo(Event.Result.INTERRUPTED));
            }

            // The lock was given back: nothing has to run out.
            assertSucceeded(apply(after()));

            assertConverged("stopped after write " + writes);
            assertThat(find("coordination.k8s.io/v1", "Lease", "gantry-shop")
                            .map(lease -> lease.at("/spec/holderIdentity").asText("")))
                    .as("holder of the lock")
                    .satisfies(holder -> assertThat(holder.orElse("")).isEmpty());
            if (!stopping.hasStopped()) {
                return;
            }
        }
        throw new AssertionError("A run has more writes than " + MOST_WRITES);
    }

    @Test
    void should_say_which_revision_was_interrupted_though_it_was_the_first() {
        StoppingCluster stopping = new StoppingCluster(cluster, 4);
        Engine engine = engine(stopping, options -> options.parallel(1));
        stopping.stops(engine::stop);

        Outcome stopped = engine.apply(List.of(before()));

        assertThat(stopped.stacks())
                .singleElement()
                .satisfies(stack -> assertThat(stack.revision()).isEqualTo(1));
        assertThat(engine(cluster, options -> {}).history(new StackHome("shop", namespace)))
                .singleElement()
                .satisfies(revision -> assertThat(revision.state()).isEqualTo(Revision.State.INTERRUPTED));
    }

    @Test
    void should_end_soon_where_it_is_stopped_while_it_waits_for_the_lock() {
        make(SOMEBODY, """
                {apiVersion: coordination.k8s.io/v1, kind: Lease, metadata: {name: gantry-shop, namespace: NS},
                spec: {holderIdentity: ben@build-9/77, leaseDurationSeconds: 3600}}""");
        LeapingTime time = new LeapingTime();
        Engine[] engine = new Engine[1];
        Time stopping = new Time() {
            @Override
            public Instant now() {
                return time.now();
            }

            @Override
            public void sleep(Duration duration) {
                engine[0].stop();
                time.sleep(duration);
            }
        };
        engine[0] = engine(cluster, stopping, options -> options.lockTimeout(Duration.ofHours(1)));

        Outcome outcome = engine[0].apply(List.of(before()));

        assertThat(outcome.stacks())
                .singleElement()
                .satisfies(stack -> assertThat(stack.result()).isEqualTo(Event.Result.INTERRUPTED));
        assertThat(outcome.stacks().get(0).revision())
                .as("revision that was begun")
                .isZero();
        assertThat(time.leapt()).isLessThan(Duration.ofSeconds(2));
        assertThat(find("v1", "ConfigMap", "web")).isEmpty();
    }

    private void assertConverged(String when) {
        assertThat(live("v1", "ConfigMap", "web").at("/data/mode").asText())
                .as(when)
                .isEqualTo("fast");
        assertThat(find("v1", "ConfigMap", "new")).as(when).isPresent();
        assertThat(find("v1", "ConfigMap", "old")).as(when).isEmpty();
        assertThat(find("v1", "Secret", "login")).as(when).isPresent();
        assertThat(live("v1", "Secret", "gantry-shop")
                        .at("/metadata/annotations/applyset.kubernetes.io~1contains-group-kinds")
                        .asText())
                .as(when)
                .isEqualTo("ConfigMap,Secret");
        List<Revision> history = engine(cluster, options -> {}).history(new StackHome("shop", namespace));
        assertThat(history.get(0).state()).as(when).isEqualTo(Revision.State.SUCCEEDED);
        assertThat(history).as(when).noneMatch(revision -> revision.state() == Revision.State.PENDING);
    }
}
