package dev.gantry.engine.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainProgressTest {

    private final Story story = new Story();
    private final List<String> lines = new ArrayList<>();
    private final PlainProgress progress = new PlainProgress(lines::add, story, false);

    private String told() {
        String text = String.join("\n", lines);
        lines.clear();
        return text;
    }

    @Test
    void should_tell_each_event_in_a_line() {
        story.all().forEach(event -> {
            progress.on(event);
            story.after(1);
        });

        assertThat(told()).isEqualTo("""
                Cluster production (https://10.0.0.1:6443), user jane
                Plan: 1 to create, 4 to update, 1 to recreate, 1 in conflict, 1 deferred, 1 rejected, 1 to delete, 2 to keep, 1 unchanged
                shop: ci-7 has been at work on it since 2024-05-01T11:58:30Z; waits for that, 30 s at most
                shop: wave 2 of 4, 3 objects
                shop: created Namespace shop
                shop: changed Deployment shop/web
                shop: recreated Deployment shop/old
                shop: Deployment shop/web is not ready: 2 of 6 pods are available, 20 s
                shop: Deployment shop/web is ready after 2 min 5 s
                error GTY-APY-003 Deployment shop/web Shop.java:31: It cannot be changed.
                warning GTY-APY-003 Deployment shop/web Shop.java:31: It cannot be changed.
                shop: deleted Deployment shop/old
                shop: kept Service shop/web: its annotation says so
                again in 0.5 s: apply Deployment shop/web (503: etcd is down)
                shop: revision 4 succeeded after 14 s, 1 object unchanged""");
    }

    @Test
    void should_tell_objects_that_do_not_change_if_asked() {
        new PlainProgress(lines::add, story, true)
                .on(new Event.Applied("shop", Story.SERVICE, Event.Outcome.UNCHANGED));

        assertThat(told()).isEqualTo("shop: unchanged Service shop/web");
    }

    @Test
    void should_tell_what_is_waited_for_when_it_changes() {
        progress.on(story.waiting(
                story.pending(Story.WEB, "1 of 6 pods is available", 0),
                story.pending(Story.SERVICE, "waits for a load balancer address", 0)));
        assertThat(told()).isEqualTo("""
                shop: Deployment shop/web is not ready: 1 of 6 pods is available, 0 s
                shop: Service shop/web is not ready: waits for a load balancer address, 0 s""");

        story.after(1);
        progress.on(story.waiting(
                story.pending(Story.WEB, "2 of 6 pods are available", 1),
                story.pending(Story.SERVICE, "waits for a load balancer address", 1)));
        assertThat(told()).isEqualTo("shop: Deployment shop/web is not ready: 2 of 6 pods are available, 1 s");
    }

    @Test
    void should_tell_what_is_waited_for_every_ten_seconds_otherwise() {
        progress.on(story.waiting(story.pending(Story.WEB, "2 of 6 pods are available", 0)));
        told();

        story.after(9);
        progress.on(story.waiting(story.pending(Story.WEB, "2 of 6 pods are available", 9)));
        assertThat(told()).isEmpty();

        story.after(1);
        progress.on(story.waiting(story.pending(Story.WEB, "2 of 6 pods are available", 10)));
        assertThat(told()).isEqualTo("shop: Deployment shop/web is still not ready: 2 of 6 pods are available, 10 s");

        story.after(20);
        progress.on(story.waiting());
        assertThat(told()).isEmpty();
    }

    @Test
    void should_name_only_some_of_many() {
        progress.on(story.waitingFor(30));

        assertThat(lines).hasSize(6).last().isEqualTo("shop: waits for 25 objects more");
    }

    @Test
    void should_say_how_it_ended() {
        progress.on(new Event.Finished("shop", 4, Event.Result.FAILED));
        progress.on(new Event.Finished("shop", 4, Event.Result.ROLLED_BACK));
        progress.on(new Event.Finished("shop", 4, Event.Result.INTERRUPTED));
        progress.on(new Event.Finished("shop", 0, Event.Result.INTERRUPTED));

        assertThat(told()).isEqualTo("""
                shop: revision 4 failed after 0 s
                shop: revision 4 failed, and the stack was rolled back after 0 s
                shop: revision 4 was interrupted after 0 s
                shop: was interrupted before a revision was begun, after 0 s""");
    }

    @Test
    void should_word_durations() {
        assertThat(List.of(0, 40, 999, 1000, 59_999, 60_000, 125_000, 3_600_000, 3_780_000, -5))
                .extracting(millis -> Told.duration(Duration.ofMillis(millis)))
                .containsExactly(
                        "0 s", "0.1 s", "0.9 s", "1 s", "59 s", "1 min", "2 min 5 s", "1 h", "1 h 3 min", "0 s");
    }

    @Test
    void should_show_what_would_command_a_terminal() {
        progress.on(new Event.Kept("shop", Story.SERVICE, "a\u001b[2Jb\nc"));

        assertThat(told()).isEqualTo("shop: kept Service shop/web: a\\u001b[2Jb\\nc");
    }
}
