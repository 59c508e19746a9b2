package dev.gantry.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final FakeTime time = new FakeTime();

    @Test
    void should_spread_requests_evenly_over_a_second() throws Exception {
        Pace pace = Pace.of(time, 8, 4);

        for (int i = 0; i < 9; i++) {
            pace.begin();
            pace.end();
        }

        assertThat(time.passed()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void should_not_make_up_for_a_pause() throws Exception {
        Pace pace = Pace.of(time, 8, 2);
        pace.begin();
        time.sleep(Duration.ofSeconds(10));

        pace.begin();
        pace.begin();

        assertThat(time.waits()).containsExactly(Duration.ofSeconds(10), Duration.ofMillis(500));
    }

    @Test
    void should_wait_for_nothing_without_a_limit() throws Exception {
        Pace pace = Pace.of(time, 8, 0);

        pace.begin();
        pace.begin();

        assertThat(time.waits()).isEmpty();
    }

    @Test
    void should_let_no_more_begin_than_there_are_places() throws Exception {
        Pace pace = Pace.of(time, 1, 0);
        CountDownLatch begun = new CountDownLatch(1);
        pace.begin();
        Thread other = new Thread(() -> {
            try {
                pace.begin();
                begun.countDown();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        other.start();

        assertThat(begun.await(100, TimeUnit.MILLISECONDS)).isFalse();
        pace.end();
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void should_give_the_place_back_when_interrupted() throws Exception {
        Pace pace = Pace.of(time, 1, 1);
        pace.begin();
        pace.end();
        Thread.currentThread().interrupt();

        assertThatThrownBy(pace::begin).isInstanceOf(InterruptedException.class);

        pace.begin();
        assertThat(time.passed()).isPositive();
    }
}
