package dev.gantry.findings;

import dev.gantry.App;
import dev.gantry.Blueprint;
import dev.gantry.NoSettings;
import dev.gantry.config.ConfigMap;
import java.io.File;
import java.net.InetAddress;
import java.time.Instant;
import java.util.UUID;

/** What the rules for purity are for. */
final class PurityExamples {

    private PurityExamples() {}

    @Example(value = "GTY-PUR-002", why = "The output would be another one tomorrow.")
    static final class Clock implements Blueprint<NoSettings> {
        @Override
        public void define(App app, NoSettings settings) {
            app.stack("shop")
                    .add(ConfigMap.of("web", c -> c.text("built", Instant.now().toString())));
        }
    }

    @Example(
            value = "GTY-PUR-003",
            why = "The output would differ from run to run, and each apply would change the cluster.")
    static final class Dice implements Blueprint<NoSettings> {
        @Override
        public void define(App app, NoSettings settings) {
            app.stack("shop")
                    .add(ConfigMap.of("web", c -> c.text("id", UUID.randomUUID().toString())));
        }
    }

    @Example(value = "GTY-PUR-004", why = "The output would depend on who makes it.")
    static final class Machine implements Blueprint<NoSettings> {
        @Override
        public void define(App app, NoSettings settings) {
            app.stack("shop").add(ConfigMap.of("web", c -> c.text("user", System.getenv("USER"))));
        }
    }

    @Example(value = "GTY-PUR-005", why = "The output would depend on what somebody else serves today.")
    static final class Remote implements Blueprint<NoSettings> {
        @Override
        public void define(App app, NoSettings settings) {
            app.stack("shop")
                    .add(ConfigMap.of(
                            "web",
                            c -> c.text("host", InetAddress.getLoopbackAddress().getHostName())));
        }
    }

    @Example(
            value = "GTY-PUR-006",
            why = "Gantry would not know that the file is an input. Its own methods read files, and make them one.")
    static final class Reader implements Blueprint<NoSettings> {
        @Override
        public void define(App app, NoSettings settings) {
            app.stack("shop")
                    .add(ConfigMap.of("web", c -> c.text("size", Long.toString(new File("words.txt").length()))));
        }
    }

    @Example(value = "GTY-PUR-007", why = "It would end the build, too.")
    static final class Leaver implements Blueprint<NoSettings> {
        @Override
        public void define(App app, NoSettings settings) {
            if (app.environment().isEmpty()) {
                System.exit(3);
            }
        }
    }
}
