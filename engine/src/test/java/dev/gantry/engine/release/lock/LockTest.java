package dev.gantry.engine.release.lock;

import static dev.gantry.engine.release.MemoryCluster.failure;
import static dev.gantry.engine.release.Releases.HOME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.engine.cluster.ApiFailure;
import dev.gantry.engine.release.MemoryCluster;
import dev.gantry.engine.release.SteppedTime;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LockTest {

    private final MemoryCluster cluster = new MemoryCluster();
    private final SteppedTime time = new SteppedTime();
    private final List<String> waits = new ArrayList<>();
    private final List<Runnable> beats = new ArrayList<>();
    private final Locks locks = new Locks(
            cluster,
            cluster,
            time,
            LockTiming.STANDARD,
            (holder, atMost) -> waits.add(holder.name() + " " + atMost.toSeconds()),
            (beat, every) -> {
                beats.add(beat);
                return () -> beats.remove(beat);
            });

    @Test
    void should_be_a_lease_and_go_when_it_is_given_back() throws InterruptedException {
        try (Lock lock = locks.take(HOME, "ada@build-7/4711", Duration.ZERO)) {
            ObjectNode lease = cluster.get(HOME.lock()).orElseThrow();
            assertThat(lease.path("spec").toString())
                    .isEqualTo(
                            "{\"holderIdentity\":\"ada@build-7/4711\",\"leaseDurationSeconds\":30,"
                                    + "\"acquireTime\":\"2026-05-04T10:21:07.000000Z\",\"renewTime\":\"2026-05-04T10:21:07.000000Z\"}");
            assertThat(Locks.holder(cluster, time, HOME))
                    .get()
                    .extracting(Holder::name)
                    .isEqualTo("ada@build-7/4711");
            lock.check();
        }
        assertThat(cluster.names("Lease")).isEmpty();
        assertThat(Locks.holder(cluster, time, HOME)).isEmpty();
        assertThat(beats).isEmpty();
        assertThat(waits).isEmpty();
    }

    @Test
    void should_refuse_a_lock_that_is_renewed_and_say_who_has_it_since_when() throws InterruptedException {
        Lock lock = locks.take(HOME, "ada@build-7/4711", Duration.ZERO);
        time.afterEachSleep(now -> beat(10));
        assertThat(refusal(Duration.ZERO)).satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("GTY-REL-007");
            assertThat(finding.message())
                    .isEqualTo("Stack shop is being deployed by ada@build-7/4711 since 2026-05-04T10:21:07Z.");
            assertThat(finding.hint()).contains("-Dgantry.lockTimeout");
        });
        assertThat(waits).containsExactly("ada@build-7/4711 30");
        lock.check();
    }

    @Test
    void should_wait_as_long_as_it_may_for_a_lock_that_is_renewed() throws InterruptedException {
        Lock lock = locks.take(HOME, "ada", Duration.ZERO);
        time.afterEachSleep(now -> beat(10));
        refusal(Duration.ofSeconds(100));
        assertThat(time.slept()).isEqualTo(Duration.ofSeconds(100));

        int[] polls = {0};
        time.afterEachSleep(now -> {
            beat(10);
            if (polls[0]++ == 25) {
                lock.close();
            }
        });
        locks.take(HOME, "bob", Duration.ofSeconds(100)).check();
        assertThat(Locks.holder(cluster, time, HOME))
                .get()
                .extracting(Holder::name)
                .isEqualTo("bob");
    }

    @Test
    void should_take_the_lock_of_a_run_that_was_killed_when_it_has_run_out() throws InterruptedException {
        locks.take(HOME, "killed", Duration.ZERO);
        time.pass(Duration.ofSeconds(5));
        Lock lock = locks.take(HOME, "bob", Duration.ZERO);
        assertThat(time.slept()).isEqualTo(Duration.ofSeconds(30));
        assertThat(waits).containsExactly("killed 30");
        lock.check();
    }

    @Test
    void should_not_take_a_lock_that_is_renewed_however_late_it_is_by_its_own_clock() throws InterruptedException {
        Lock lock = locks.take(HOME, "ada", Duration.ZERO);
        time.set(Duration.ofHours(2));
        time.afterEachSleep(now -> beat(5));
        assertThat(refusal(Duration.ZERO).message()).contains("ada");
        lock.check();
    }

    @ParameterizedTest
    @ValueSource(longs = {-120, 10, 600})
    void should_watch_a_lock_for_its_time_whatever_the_clocks_say(long minutes) throws InterruptedException {
        locks.take(HOME, "killed", Duration.ZERO);
        time.set(Duration.ofMinutes(minutes));
        locks.take(HOME, "bob", Duration.ZERO).check();
        assertThat(time.slept()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void should_go_by_the_time_that_the_lock_states() throws InterruptedException {
        locks.take(HOME, "killed", Duration.ZERO);
        cluster.edit(HOME.lock(), lease -> lease.withObject("/spec").put("leaseDurationSeconds", 60));
        locks.take(HOME, "bob", Duration.ofSeconds(100)).check();
        assertThat(time.slept()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void should_not_wait_for_ever_for_a_lock_that_states_a_long_time() throws InterruptedException {
        locks.take(HOME, "somebody", Duration.ZERO);
        cluster.edit(HOME.lock(), lease -> lease.withObject("/spec").put("leaseDurationSeconds", 86_400));
        assertThat(refusal(Duration.ZERO).message()).contains("somebody");
        assertThat(time.slept()).isEqualTo(Duration.ofSeconds(31));
    }

    @Test
    void should_take_nothing_for_a_sign_of_life_but_a_renewal() throws InterruptedException {
        locks.take(HOME, "killed", Duration.ZERO);
        time.afterEachSleep(now -> cluster.edit(
                HOME.lock(), lease -> lease.withObject("/metadata/labels").put("seen", "at-" + now.getEpochSecond())));
        locks.take(HOME, "bob", Duration.ZERO).check();
        assertThat(time.slept()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void should_measure_its_own_renewals_though_its_clock_is_set() throws InterruptedException {
        Lock lock = locks.take(HOME, "ada", Duration.ZERO);
        cluster.failBefore(request -> failure(503, "ServiceUnavailable", "etcd is away"));
        time.set(Duration.ofHours(2));
        lock.check();
        time.set(Duration.ofHours(-4));
        time.pass(Duration.ofSeconds(20));
        assertThat(loss(lock).message()).contains("could not be renewed for 20 s");
    }

    @Test
    void should_take_a_lease_without_holder() throws InterruptedException {
        locks.take(HOME, "ada", Duration.ZERO);
        cluster.edit(HOME.lock(), lease -> lease.withObject("/spec").put("holderIdentity", ""));
        locks.take(HOME, "bob", Duration.ZERO).check();
        assertThat(time.slept()).isZero();
    }

    @Test
    void should_notice_before_the_next_write_that_somebody_else_has_it() throws InterruptedException {
        Lock lock = locks.take(HOME, "ada", Duration.ZERO);
        time.pass(Duration.ofMinutes(10));
        locks.take(HOME, "bob", Duration.ZERO);
        assertThat(loss(lock).code()).isEqualTo("GTY-REL-008");
        assertThat(loss(lock).message()).contains("bob has it since 2026-05-04T10:31:37Z");
        lock.close();
        assertThat(Locks.holder(cluster, time, HOME))
                .get()
                .extracting(Holder::name)
                .isEqualTo("bob");
    }

    @Test
    void should_stop_before_others_may_take_what_it_cannot_renew() throws InterruptedException {
        Lock lock = locks.take(HOME, "ada", Duration.ZERO);
        cluster.failBefore(request -> failure(503, "ServiceUnavailable", "etcd is away"));
        time.pass(Duration.ofSeconds(16));
        lock.check();
        time.pass(Duration.ofSeconds(4));
        assertThat(loss(lock).message()).contains("could not be renewed for 20 s: etcd is away");
    }

    @Test
    void should_go_on_when_it_can_be_renewed_again() throws InterruptedException {
        Lock lock = locks.take(HOME, "ada", Duration.ZERO);
        cluster.failBefore(request -> failure(503, "ServiceUnavailable", "etcd is away"));
        time.pass(Duration.ofSeconds(10));
        beats.get(0).run();
        cluster.failBefore(request -> null);
        time.pass(Duration.ofSeconds(25));
        lock.check();
        assertThat(Locks.holder(cluster, time, HOME))
                .get()
                .extracting(Holder::renewed)
                .isEqualTo(time.now());
    }

    @Test
    void should_notice_that_somebody_deleted_it() throws InterruptedException {
        Lock lock = locks.take(HOME, "ada", Duration.ZERO);
        cluster.take(HOME.lock());
        beats.get(0).run();
        assertThat(loss(lock).message()).contains("somebody deleted Lease shop/gantry-shop");
    }

    @Test
    void should_not_be_lost_to_itself_when_an_answer_is_lost() throws InterruptedException {
        ApiFailure unknown =
                new ApiFailure(ApiFailure.Kind.UNKNOWN, "create Lease", 504, "Timeout", "no answer", List.of(), null);
        boolean[] failed = {false};
        cluster.failAfter(request -> {
            boolean fails = !failed[0] && request.startsWith("create");
            failed[0] |= fails;
            return fails ? unknown : null;
        });
        Lock lock = locks.take(HOME, "ada", Duration.ZERO);
        time.pass(Duration.ofSeconds(12));
        cluster.failAfter(request -> request.startsWith("replace") ? failure(409, "Conflict", "modified") : null);
        beats.get(0).run();
        time.pass(Duration.ofSeconds(12));
        cluster.failAfter(request -> null);
        lock.check();
    }

    @Test
    void should_not_ask_for_ever_where_no_answer_comes() {
        ApiFailure unknown =
                new ApiFailure(ApiFailure.Kind.UNKNOWN, "create Lease", 504, "Timeout", "no answer", List.of(), null);
        cluster.failBefore(request -> request.startsWith("create") ? unknown : null);
        assertThatThrownBy(() -> locks.take(HOME, "ada", Duration.ZERO)).isSameAs(unknown);
    }

    @Test
    void should_count_from_before_the_request_that_took_it_if_the_answer_is_late() throws InterruptedException {
        ApiFailure unknown =
                new ApiFailure(ApiFailure.Kind.UNKNOWN, "create Lease", 504, "Timeout", "no answer", List.of(), null);
        cluster.failAfter(request -> {
            boolean fails = request.startsWith("create");
            if (fails) {
                time.pass(Duration.ofSeconds(12));
            }
            return fails ? unknown : null;
        });
        Lock lock = locks.take(HOME, "ada", Duration.ZERO);
        cluster.failBefore(request -> failure(503, "ServiceUnavailable", "etcd is away"));
        time.pass(Duration.ofSeconds(8));
        assertThat(loss(lock).message()).contains("could not be renewed for 20 s");
    }

    @Test
    void should_tell_two_runs_of_one_holder_apart() throws InterruptedException {
        locks.take(HOME, "ada", Duration.ZERO);
        time.afterEachSleep(now -> beat(3));
        assertThatThrownBy(() -> locks.take(HOME, "ada", Duration.ZERO)).isInstanceOf(FindingsException.class);
    }

    @Test
    void should_be_given_to_one_of_many() {
        List<CompletableFuture<Boolean>> runs = new ArrayList<>();
        LockTiming quick = new LockTiming(Duration.ofMillis(1500), Duration.ofMillis(200));
        for (int i = 0; i < 4; i++) {
            String holder = "run-" + i;
            runs.add(CompletableFuture.supplyAsync(() -> {
                try {
                    new Locks(cluster, dev.gantry.engine.cluster.Time.system(), quick, (other, left) -> {})
                            .take(HOME, holder, Duration.ZERO);
                    return true;
                } catch (FindingsException e) {
                    return false;
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }));
        }
        assertThat(runs.stream().filter(CompletableFuture::join)).hasSize(1);
    }

    private int count;

    /** Lets the holder's beat come with every so many polls. */
    private void beat(int every) {
        if (++count % every == 0) {
            List.copyOf(beats).forEach(Runnable::run);
        }
    }

    private Finding refusal(Duration timeout) throws InterruptedException {
        try {
            locks.take(HOME, "bob", timeout);
        } catch (FindingsException e) {
            return e.findings().get(0);
        }
        throw new AssertionError("The lock was given to two");
    }

    private static Finding loss(Lock lock) {
        try {
            lock.check();
        } catch (FindingsException e) {
            return e.findings().get(0);
        }
        throw new AssertionError("The lock is not lost");
    }
}
