package dev.gantry.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.App;
import dev.gantry.Blueprint;
import dev.gantry.NoSettings;
import dev.gantry.config.ConfigMap;
import org.junit.jupiter.api.Test;

class SnapshotsTest {

    record Colours(String name) {}

    /** A blueprint whose module has no settings files. */
    static final class Banner implements Blueprint<NoSettings> {

        @Override
        public void define(App app, NoSettings none) {
            app.stack("banner").add(ConfigMap.of("banner", c -> c.text("text", "hello\nworld\n")));
        }
    }

    static final class Coloured implements Blueprint<Colours> {

        @Override
        public void define(App app, Colours colours) {
            app.stack("colours").add(ConfigMap.of("colour", c -> c.text("name", colours.name())));
        }
    }

    @Test
    void should_compare_every_environment_of_the_module() {
        Snapshots.verify(new Banner());
    }

    @Test
    void should_compare_settings_that_no_file_holds() {
        Snapshots.verify(new Coloured(), new Colours("yes"), "quoted");
    }

    @Test
    void should_say_what_is_wrong_with_the_settings() {
        assertThatThrownBy(() -> Snapshots.verify(new Coloured()))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("No snapshot was taken, because the settings have errors:\n\nerror GTY-SET-")
                .hasMessageContaining("src/main/gantry/default.yaml");
    }
}
