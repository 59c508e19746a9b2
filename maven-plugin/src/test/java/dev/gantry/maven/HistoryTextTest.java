package dev.gantry.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.engine.release.StackHome;
import dev.gantry.engine.release.history.Revision;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTextTest {

    private static final StackHome HOME = new StackHome("shop", "web");
    private static final Instant TIME = Instant.parse("2024-05-06T07:08:10.123Z");

    @Test
    void should_say_that_there_is_none() {
        assertThat(HistoryText.of(HOME, List.of())).isEqualTo("Stack shop (namespace web) was never deployed.");
    }

    @Test
    void should_show_a_line_for_each_revision() {
        Revision last = new Revision(
                12,
                Revision.State.ROLLED_BACK,
                TIME,
                TIME,
                "",
                null,
                "sha256:01",
                "com.acme.Shop",
                "staging",
                "gantry/0.1.0",
                "Deployment shop/web has failed",
                null,
                1,
                0,
                "uid");
        Revision first = new Revision(
                2,
                Revision.State.SUCCEEDED,
                TIME,
                TIME,
                "ada",
                "1f0c",
                "sha256:02",
                "com.acme.Shop",
                "production",
                "gantry/0.1.0",
                "",
                1,
                7,
                1,
                "uid");

        assertThat(HistoryText.of(HOME, List.of(last, first))).isEqualTo("""
                Stack shop (namespace web)
                   12  rolled-back  2024-05-06T07:08:10Z  staging  1 object  cannot be gone back to  Deployment shop/web has failed
                    2  succeeded    2024-05-06T07:08:10Z  production  7 objects  by ada  commit 1f0c  back to 1""");
    }
}
