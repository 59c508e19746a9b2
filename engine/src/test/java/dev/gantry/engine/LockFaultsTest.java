package dev.gantry.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.engine.progress.Event;
import dev.gantry.fake.RecordedRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Requests that fail about the lock of a stack, for which nobody waits long. */
class LockFaultsTest extends Faults {

    @Test
    void should_not_wait_long_for_the_lock_where_the_server_does_not_work() {
        server.faults().on(LockFaultsTest::isAboutTheLock).forever().answer(503, "ServiceUnavailable", "not now");

        Outcome outcome = apply(options -> options.timeout(Duration.ofMinutes(30)), release(configMap(0)));

        assertThat(codes(outcome)).containsExactly("GTY-CLU-011");
        assertThat(time.leapt()).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(20));
        assertThat(configMaps()).isEmpty();
    }

    @Test
    void should_try_again_for_a_moment_to_get_the_lock() {
        server.faults().on(LockFaultsTest::isAboutTheLock).times(2).answer(503, "ServiceUnavailable", "not now");

        assertSucceeded(apply(release(configMap(0))));

        assertThat(retries()).hasSize(2);
    }

    @Test
    void should_end_soon_where_it_is_stopped_while_requests_for_the_lock_fail() {
        server.faults().on(LockFaultsTest::isAboutTheLock).forever().answer(503, "ServiceUnavailable", "not now");
        Engine[] engine = new Engine[1];
        engine[0] = engine(options -> {}, event -> {
            if (event instanceof Event.Retrying) {
                engine[0].stop();
            }
        });

        Outcome outcome = engine[0].apply(List.of(release(configMap(0))));

        assertThat(outcome.stacks())
                .singleElement()
                .satisfies(stack -> assertThat(stack.result()).isEqualTo(Event.Result.INTERRUPTED));
        assertThat(time.leapt()).isZero();
    }

    @Test
    void should_give_the_lock_back_though_it_is_stopped() {
        Engine[] engine = new Engine[1];
        engine[0] = engine(options -> {}, event -> {
            if (event instanceof Event.WaveStarted) {
                engine[0].stop();
            }
        });

        engine[0].apply(List.of(release(configMap(0))));

        assertThat(server.objects("coordination.k8s.io/v1", "Lease")).isEmpty();
    }

    private static boolean isAboutTheLock(RecordedRequest request) {
        return request.isAbout("leases");
    }
}
