package dev.gantry.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.engine.desired.Selection;
import org.junit.jupiter.api.Test;

/** Requests that fail between the deletion of an object and the one that makes it anew. */
class RecreationFaultsTest extends Faults {

    @Test
    void should_restore_a_job_that_could_not_be_made_anew() {
        assertSucceeded(apply(release(job("one"))));
        String before = job().at("/spec/template/spec/containers/0/image").asText();
        server.faults()
                .on(request -> request.isWrite() && !request.isDryRun() && request.isAbout("jobs") && request.isApply())
                .forever()
                .answer(500, "InternalError", "no");

        Outcome outcome = apply(options -> options.recreate(Selection.ALL), release(job("two")));

        assertThat(outcome.succeeded()).isFalse();
        assertThat(codes(outcome)).containsExactly("GTY-APY-007");
        assertThat(job().at("/spec/template/spec/containers/0/image").asText()).isEqualTo(before);
        server.faults().clear();
        assertSucceeded(apply(options -> options.recreate(Selection.ALL), release(job("two"))));
    }

    @Test
    void should_say_what_is_lost_where_neither_the_new_nor_the_old_can_be_made() {
        assertSucceeded(apply(release(job("one"))));
        server.faults()
                .on(request -> request.isWrite()
                        && !request.isDryRun()
                        && request.isAbout("jobs")
                        && !request.method().equals("DELETE"))
                .forever()
                .answer(500, "InternalError", "no");

        Outcome outcome = apply(options -> options.recreate(Selection.ALL), release(job("two")));

        assertThat(codes(outcome)).containsExactly("GTY-APY-008");
        assertThat(server.object("batch/v1", "Job", "default", "once")).isEmpty();
    }
}
