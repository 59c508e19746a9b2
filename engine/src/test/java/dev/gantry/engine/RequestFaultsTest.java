package dev.gantry.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.engine.progress.Event;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Requests that fail now and then: what is written is right, and nothing is deleted after a failure. */
class RequestFaultsTest extends Faults {

    @Test
    void should_wait_as_long_as_the_server_asks_three_times_in_a_row() {
        server.faults()
                .on(Faults::writesAnObject)
                .nth(7)
                .times(3)
                .answer(429, "TooManyRequests", "slow down", Map.of("Retry-After", "4"));

        assertSucceeded(apply(twenty()));

        assertThat(retries())
                .hasSize(3)
                .allSatisfy(retry -> assertThat(retry.after()).isEqualTo(Duration.ofSeconds(4)));
        assertTwentyObjects();
    }

    @Test
    void should_succeed_after_a_server_that_was_not_available_twice() {
        server.faults().on(Faults::writesAnObject).nth(5).times(2).answer(503, "ServiceUnavailable", "not now");

        assertSucceeded(apply(twenty()));

        assertThat(retries()).hasSize(2);
        assertTwentyObjects();
    }

    @Test
    void should_fail_at_the_deadline_with_what_was_applied_listed_and_nothing_deleted() {
        assertSucceeded(apply(release(configMap(0), configMap(99))));
        server.faults().on(Faults::writesAnObject).nth(6).forever().answer(503, "ServiceUnavailable", "not now");
        events.clear();

        Outcome outcome = apply(options -> options.parallel(1), twenty());

        assertThat(outcome.succeeded()).isFalse();
        assertThat(codes(outcome)).containsExactly("GTY-CLU-011");
        assertThat(events.stream().filter(event -> event instanceof Event.Applied))
                .hasSize(5 + 1); // one is unchanged
        assertThat(configMaps()).as("nothing is pruned").contains("map-99");
    }

    @Test
    void should_make_one_object_each_though_connections_break_before_and_after() {
        server.faults().on(Faults::writesAnObject).nth(3).times(1).resetBefore();
        server.faults().on(Faults::writesAnObject).nth(9).times(1).resetAfterCommit();

        assertSucceeded(apply(twenty()));

        assertTwentyObjects();
    }

    @Test
    void should_apply_again_where_there_is_no_answer_or_a_gateway_gave_up() {
        server.faults().on(Faults::writesAnObject).nth(2).times(1).hang(Duration.ofSeconds(60));
        server.faults()
                .on(Faults::writesAnObject)
                .nth(4)
                .times(1)
                .answerAfterCommit(504, "Timeout", "the gateway gave up");

        assertSucceeded(apply(twenty()));

        assertTwentyObjects();
    }

    @Test
    void should_stop_without_pruning_where_credentials_are_refused_and_go_on_with_the_next_run() {
        assertSucceeded(apply(release(configMap(0), configMap(99))));
        var fault = server.faults().on(Faults::writesAnObject).nth(10).forever();
        fault.answer(401, "Unauthorized", "Unauthorized");

        Outcome outcome = apply(options -> options.parallel(1), twenty());
        server.faults().clear();

        assertThat(outcome.succeeded()).isFalse();
        assertThat(codes(outcome)).containsExactly("GTY-CLU-010");
        assertThat(configMaps()).contains("map-99").hasSizeLessThan(20);
        assertSucceeded(apply(twenty()));
        assertTwentyObjects();
    }

    @Test
    void should_say_once_that_credentials_are_refused_however_many_objects_there_are() {
        server.faults().on(request -> request.isDryRun()).forever().answer(401, "Unauthorized", "Unauthorized");

        List<Finding> findings = findings(() -> apply(twenty()));

        assertThat(findings).extracting(Finding::code).containsExactly("GTY-CLU-010");
    }

    @Test
    void should_never_show_the_values_of_secrets_whatever_goes_wrong() {
        String secret = """
                {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "login", "namespace": "default"},
                "type": 7, "stringData": {"password": "hunter2"}}""";

        Outcome outcome = apply(release(secret));

        assertThat(outcome.succeeded()).isFalse();
        assertThat(outcome.toString() + events).doesNotContain("hunter2").doesNotContain("aHVudGVyMg");
        assertThatThrownBy(() -> {
                    throw new FindingsException(outcome.findings());
                })
                .hasMessageNotContaining("hunter2");
    }
}
