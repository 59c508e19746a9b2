package dev.gantry.engine.release.history;

import static dev.gantry.engine.release.MemoryCluster.failure;
import static dev.gantry.engine.release.Releases.FACTS;
import static dev.gantry.engine.release.Releases.HOME;
import static dev.gantry.engine.release.Releases.configMap;
import static dev.gantry.engine.release.Releases.secret;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.engine.cluster.ApiFailure;
import dev.gantry.engine.cluster.Patience;
import dev.gantry.engine.cluster.PatientCluster;
import dev.gantry.engine.desired.Release;
import dev.gantry.engine.release.Inventory;
import dev.gantry.engine.release.MemoryCluster;
import dev.gantry.engine.release.Releases;
import dev.gantry.engine.release.RunFacts;
import dev.gantry.engine.release.SteppedTime;
import dev.gantry.engine.release.history.Revision.State;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class HistoryTest {

    private static final Release RELEASE = Releases.of(configMap("a"), secret("database"));

    private final MemoryCluster cluster = new MemoryCluster();
    private final SteppedTime time = new SteppedTime();
    private final History history = new History(cluster, HOME, time);

    @Test
    void should_record_who_did_what_when_from_which_commit_and_how_it_ended() {
        Contents contents = Contents.of(RELEASE);
        Revision revision = history.begin(RELEASE, contents, FACTS, null);
        assertThat(history.list()).containsExactly(revision);
        assertThat(revision.state()).isEqualTo(State.PENDING);
        time.pass(Duration.ofSeconds(42));
        history.finish(revision, State.FAILED, "Deployment shop/web is not ready.");
        assertThat(history.list()).singleElement().satisfies(last -> {
            assertThat(last.number()).isEqualTo(1);
            assertThat(last.state()).isEqualTo(State.FAILED);
            assertThat(last.started()).isEqualTo("2026-05-04T10:21:07Z");
            assertThat(last.finished()).isEqualTo("2026-05-04T10:21:49Z");
            assertThat(last.by()).isEqualTo("Ada");
            assertThat(last.commit()).isEqualTo("4f2c1d0");
            assertThat(last.tool()).isEqualTo("gantry/0.1.0");
            assertThat(last.blueprint()).isEqualTo("com.acme.Shop");
            assertThat(last.environment()).isEqualTo("production");
            assertThat(last.digest()).isEqualTo(contents.digest()).startsWith("sha256:");
            assertThat(last.message()).isEqualTo("Deployment shop/web is not ready.");
            assertThat(last.objects()).isEqualTo(2);
            assertThat(last.restores()).isNull();
        });
    }

    @Test
    void should_guess_no_commit_and_remember_what_a_revision_restores() {
        apply(RELEASE, State.SUCCEEDED);
        Revision back = history.begin(RELEASE, Contents.of(RELEASE), new RunFacts("gantry/0.1.0", "Ada", null), 1);
        assertThat(back.number()).isEqualTo(2);
        assertThat(back.commit()).isNull();
        assertThat(back.restores()).isEqualTo(1);
    }

    @Test
    void should_know_the_number_of_the_next_revision() {
        Contents contents = Contents.of(RELEASE);
        assertThat(history.next(contents, null)).isEqualTo(1);
        Revision revision = history.begin(RELEASE, contents, FACTS, null);
        assertThat(history.next(contents, null)).isEqualTo(1);
        assertThat(history.next(contents, 1)).isEqualTo(2);
        history.finish(revision, State.SUCCEEDED, "");
        assertThat(history.next(contents, null)).isEqualTo(2);
    }

    @Test
    void should_record_the_end_though_an_answer_is_lost() {
        Revision revision = history.begin(RELEASE, Contents.of(RELEASE), FACTS, null);
        ApiFailure unknown = new ApiFailure(ApiFailure.Kind.UNKNOWN, "patch", 504, "", "no answer", List.of(), null);
        int[] left = {2};
        cluster.failAfter(request -> request.startsWith("repeatable_patch") && left[0]-- > 0 ? unknown : null);
        Patience patience = Patience.until(time.now().plusSeconds(60), time, (action, why, after) -> {});
        History patient = new History(new PatientCluster(cluster, patience), HOME, time);
        patient.finish(revision, State.SUCCEEDED, "");
        assertThat(history.list().get(0).state()).isEqualTo(State.SUCCEEDED);
        cluster.failAfter(request -> request.startsWith("repeatable_patch") ? unknown : null);
        assertThatThrownBy(() -> patient.finish(revision, State.FAILED, "")).isInstanceOf(ApiFailure.class);
    }

    @Test
    void should_stand_elsewhere_as_soon_as_another_run_begins_goes_on_or_ends() {
        List<Standing> standings = new ArrayList<>();
        Runnable look = () -> standings.add(history.standing(Inventory.read(cluster, HOME)));
        look.run();
        Inventory.read(cluster, HOME).widen(RELEASE, FACTS);
        look.run();
        history.begin(RELEASE, Contents.of(RELEASE), FACTS, null);
        look.run();
        time.pass(Duration.ofSeconds(1));
        Revision revision = history.begin(RELEASE, Contents.of(RELEASE), FACTS, null);
        look.run();
        history.finish(revision, State.FAILED, "");
        look.run();
        assertThat(standings).doesNotHaveDuplicates().hasSize(5);
        look.run();
        assertThat(standings.get(5)).isEqualTo(standings.get(4));
    }

    @Test
    void should_not_end_a_revision_with_which_another_run_goes_on() {
        Revision mine = history.begin(RELEASE, Contents.of(RELEASE), FACTS, null);
        time.pass(Duration.ofMinutes(1));
        history.begin(RELEASE, Contents.of(RELEASE), FACTS, null);
        assertThat(finding(() -> history.finish(mine, State.FAILED, "the lock was lost"))
                        .code())
                .isEqualTo("GTY-REL-009");
        assertThat(history.list().get(0).state()).isEqualTo(State.PENDING);
    }

    @Test
    void should_cut_a_long_message() {
        Revision revision = history.begin(RELEASE, Contents.of(RELEASE), FACTS, null);
        history.finish(revision, State.FAILED, "x".repeat(5000));
        assertThat(history.list().get(0).message()).hasSize(1003).endsWith("...");
    }

    @Test
    void should_be_an_immutable_secret_that_shows_no_value() {
        apply(RELEASE, State.SUCCEEDED);
        ObjectNode secret = cluster.get(HOME.revision(1, 1)).orElseThrow();
        assertThat(secret.at("/metadata/name").asText()).isEqualTo("gantry-shop.r1");
        assertThat(secret.path("type").asText()).isEqualTo("gantry.dev/revision");
        assertThat(secret.path("immutable").asBoolean()).isTrue();
        assertThat(secret.at("/metadata/labels").toString())
                .isEqualTo("{\"gantry.dev/stack\":\"shop\",\"gantry.dev/revision\":\"1\"}");
        assertThat(secret.path("metadata").toString()).doesNotContain("hunter2");
        assertThat(Contents.of(RELEASE).toString()).doesNotContain("hunter2");
        assertThat(history.list().toString()).doesNotContain("hunter2");
    }

    @Test
    void should_need_no_revision_for_what_is_applied_already() {
        Contents contents = Contents.of(RELEASE);
        assertThat(history.current(contents)).isEmpty();
        apply(RELEASE, State.SUCCEEDED);
        assertThat(history.current(contents)).get().extracting(Revision::number).isEqualTo(1);
        assertThat(history.current(Contents.of(Releases.of(configMap("a"))))).isEmpty();
        apply(RELEASE, State.FAILED);
        assertThat(history.current(contents)).isEmpty();
    }

    @Test
    void should_show_a_run_that_was_killed_as_interrupted() {
        history.begin(RELEASE, Contents.of(RELEASE), FACTS, null);
        assertThat(history.list(true)).extracting(Revision::state).containsExactly(State.PENDING);
        assertThat(history.list(false)).extracting(Revision::state).containsExactly(State.INTERRUPTED);
    }

    @Test
    void should_go_on_with_the_revision_of_a_run_that_was_killed() {
        history.begin(RELEASE, Contents.of(RELEASE), FACTS, null);
        time.pass(Duration.ofMinutes(3));
        Revision again = history.begin(RELEASE, Contents.of(RELEASE), new RunFacts("gantry/0.2.0", "Bob", "77"), null);
        assertThat(again.number()).isEqualTo(1);
        assertThat(again.by()).isEqualTo("Bob");
        assertThat(again.commit()).isEqualTo("77");
        assertThat(again.started()).isEqualTo("2026-05-04T10:24:07Z");
        history.finish(again, State.SUCCEEDED, "");
        assertThat(history.list()).extracting(Revision::state).containsExactly(State.SUCCEEDED);
    }

    @Test
    void should_close_the_revision_of_a_run_that_was_killed_where_something_else_is_applied() {
        history.begin(RELEASE, Contents.of(RELEASE), FACTS, null);
        Release other = Releases.of(configMap("b"));
        Revision next = history.begin(other, Contents.of(other), FACTS, null);
        assertThat(next.number()).isEqualTo(2);
        assertThat(history.list()).extracting(Revision::state).containsExactly(State.PENDING, State.INTERRUPTED);
    }

    @Test
    void should_never_trim_the_last_one_that_succeeded() {
        apply(RELEASE, State.SUCCEEDED);
        apply(Releases.of(configMap("b")), State.SUCCEEDED);
        for (int i = 0; i < 3; i++) {
            apply(Releases.of(configMap("c" + i)), State.FAILED);
        }
        history.trim(2);
        assertThat(history.list()).extracting(Revision::number).containsExactly(5, 4, 2);
        history.trim(0);
        assertThat(history.list()).extracting(Revision::number).containsExactly(5, 2);
        assertThat(history.read(2).objects()).hasSize(1);
    }

    @Test
    void should_stop_where_somebody_else_writes_the_history() {
        apply(RELEASE, State.SUCCEEDED);
        Release other = Releases.of(configMap("b"));
        boolean[] raced = {false};
        cluster.failBefore(request -> {
            if (request.equals("create Secret shop/gantry-shop.r2") && !raced[0]) {
                raced[0] = true;
                apply(RELEASE, State.SUCCEEDED);
            }
            return null;
        });
        assertThat(finding(() -> history.begin(other, Contents.of(other), FACTS, null))
                        .code())
                .isEqualTo("GTY-REL-009");
    }

    @Test
    void should_know_its_own_revision_when_the_answer_was_lost() {
        cluster.failAfter(request -> request.startsWith("create") ? failure(409, "AlreadyExists", "exists") : null);
        assertThat(history.begin(RELEASE, Contents.of(RELEASE), FACTS, null).number())
                .isEqualTo(1);
    }

    @Test
    void should_be_gone_when_it_is_removed() {
        apply(RELEASE, State.SUCCEEDED);
        apply(Releases.of(random("a", 1_400_000)), State.FAILED);
        history.remove();
        assertThat(cluster.names("Secret")).isEmpty();
    }

    private void apply(Release release, State state) {
        Revision revision = history.begin(release, Contents.of(release), FACTS, null);
        history.finish(revision, state, "");
    }

    /** A ConfigMap that does not compress well. */
    private static ObjectNode random(String name, int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        ObjectNode map = MemoryCluster.object("v1", "ConfigMap", "shop", name);
        map.putObject("binaryData").put("a", Base64.getEncoder().encodeToString(bytes));
        return map;
    }

    private static Finding finding(Executable action) {
        try {
            action.execute();
        } catch (FindingsException e) {
            return e.findings().get(0);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("There was no finding");
    }
}
