package dev.gantry.engine.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.engine.plan.Plans;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TerminalProgressTest {

    private final Story story = new Story();
    private final Screen screen = new Screen(80);
    private final TerminalProgress progress = new TerminalProgress(screen, 80, true, story);

    @Test
    void should_show_a_block_below_what_is_done() {
        progress.on(new Event.Connected(Plans.CONNECTION));
        progress.on(new Event.WaveStarted("shop", 2, 4, 4));
        progress.on(new Event.Applied("shop", Story.NAMESPACE, Event.Outcome.CREATED));
        progress.on(new Event.Applied("shop", Story.SERVICE, Event.Outcome.UNCHANGED));
        progress.on(new Event.Applied("shop", Story.WEB, Event.Outcome.CHANGED));
        progress.on(story.waiting(
                story.pending(Story.WEB, "2 of 6 pods are available", 12),
                story.pending(Story.SERVICE, "waits for a load balancer address", 0)));

        assertThat(screen.text()).isEqualTo("""
                Cluster production (https://10.0.0.1:6443), user jane
                + shop: created Namespace shop
                ~ shop: changed Deployment shop/web
                shop wave 2 of 4 [###############.....] 3 of 4 objects
                  Deployment shop/web: 2 of 6 pods are available, 12 s
                  Service shop/web: waits for a load balancer address, 0 s
                _""");
    }

    @Test
    void should_draw_the_block_anew() {
        progress.on(new Event.WaveStarted("shop", 1, 1, 1));
        progress.on(story.waiting(story.pending(Story.WEB, "2 of 6 pods are available", 0)));
        story.after(5);
        progress.refresh();
        assertThat(screen.text()).isEqualTo("""
                shop wave 1 of 1 [....................] 0 of 1 object
                  Deployment shop/web: 2 of 6 pods are available, 5 s
                _""");

        progress.on(new Event.Ready("shop", Story.WEB, Duration.ofSeconds(7)));
        assertThat(screen.text()).isEqualTo("""
                ✓ shop: Deployment shop/web is ready after 7 s
                shop wave 1 of 1 [....................] 0 of 1 object
                _""");
    }

    @Test
    void should_leave_only_what_was_done() {
        story.all().forEach(event -> {
            progress.on(event);
            story.after(1);
        });
        progress.refresh();

        assertThat(screen.text()).isEqualTo("""
                Cluster production (https://10.0.0.1:6443), user jane
                Plan: 1 to create, 4 to update, 1 to recreate, 1 in conflict, 1 deferred, 1 reje
                cted, 1 to delete, 2 to keep, 1 unchanged
                + shop: created Namespace shop
                ~ shop: changed Deployment shop/web
                ± shop: recreated Deployment shop/old
                ✓ shop: Deployment shop/web is ready after 2 min 5 s
                error GTY-APY-003 Deployment shop/web Shop.java:31: It cannot be changed.
                warning GTY-APY-003 Deployment shop/web Shop.java:31: It cannot be changed.
                - shop: deleted Deployment shop/old
                · shop: kept Service shop/web: its annotation says so
                again in 0.5 s: apply Deployment shop/web (503: etcd is down)
                shop: revision 4 succeeded after 14 s, 1 object unchanged
                _""");
    }

    @Test
    void should_show_whose_lock_is_waited_for() {
        progress.on(new Event.Locked("shop", "ci-7", story.now(), Duration.ofSeconds(30)));

        assertThat(screen.text()).isEqualTo("""
                shop ci-7 has been at work on it since 2024-05-01T12:00:00Z; waits for that, 3…
                _""");
    }

    @Test
    void should_name_only_some_of_many() {
        progress.on(story.waitingFor(30));

        assertThat(screen.text().lines()).hasSize(10);
        assertThat(screen.text())
                .contains("  Deployment shop/d7: ", "  and 23 objects more\n")
                .doesNotContain("d8:");

        progress.on(story.waitingFor(8));
        assertThat(screen.text()).contains("  Deployment shop/d8: ").doesNotContain("more");
    }

    @Test
    void should_show_stacks_side_by_side() {
        progress.on(new Event.WaveStarted("data", 1, 1, 1));
        progress.on(new Event.WaveStarted("shop", 1, 2, 1));
        progress.on(new Event.Finished("data", 3, Event.Result.FAILED));

        assertThat(screen.text()).isEqualTo("""
                data: revision 3 failed after 0 s
                shop wave 1 of 2 [....................] 0 of 1 object
                _""");
    }

    @Test
    void should_keep_the_block_inside_of_the_terminal() {
        Screen narrow = new Screen(30);
        TerminalProgress shown = new TerminalProgress(narrow, 30, false, story);
        shown.on(new Event.WaveStarted("shop", 1, 1, 1));
        shown.on(story.waiting(story.pending(Story.WEB, "a long reason ".repeat(9) + "\u001b[2J", 0)));
        shown.refresh();

        assertThat(narrow.text()).isEqualTo("""
                shop wave 1 of 1 [..........…
                  Deployment shop/web: a lon…
                _""");
    }

    @Test
    void should_use_colours_only_if_asked() {
        List<String> plain = new ArrayList<>();
        TerminalProgress uncoloured = new TerminalProgress(plain::add, 80, false, story);
        story.all().forEach(uncoloured::on);
        assertThat(String.join("", plain)).doesNotContain("m✓", "\u001b[3", "\u001b[m");

        List<String> coloured = new ArrayList<>();
        new TerminalProgress(coloured::add, 80, true, story)
                .on(new Event.Applied("shop", Story.WEB, Event.Outcome.CREATED));
        assertThat(coloured.get(0)).startsWith("\u001b[32m+ \u001b[mshop: created Deployment shop/web\n");
    }
}
