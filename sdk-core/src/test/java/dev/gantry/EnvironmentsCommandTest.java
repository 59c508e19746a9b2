package dev.gantry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.config.ConfigMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentsCommandTest {

    private static final String STAGING = """
            image: {repository: shop, tag: "1.4"}
            replicas: 1
            """;
    private static final String PRODUCTION = """
            image: {repository: prod/shop, tag: "1.3"}
            replicas: 5
            labels: {example.com/tier: gold}
            debug: true
            """;

    @TempDir
    Path module;

    private final StringBuilder report = new StringBuilder();
    private final StringBuilder summary = new StringBuilder();

    record ImageSettings(String repository, String tag) {}

    record ShopSettings(
            ImageSettings image,
            int replicas,
            Optional<Map<String, String>> labels,
            Optional<Boolean> debug,
            Optional<String> unused) {

        ShopSettings {
            if (replicas > 1 && image.tag().equals("none")) {
                throw new IllegalArgumentException("none can be scaled only once");
            }
        }
    }

    /** A program in which a field is the setting, another is made of two, and the environment's name decides a third. */
    static final class Shop implements Blueprint<ShopSettings> {

        @Override
        public void define(App app, ShopSettings env) {
            Stack shop = app.stack("shop", s -> s.namespace("shop"));
            for (String name : List.of("web", "api", "cart", "mail", "jobs")) {
                shop.add(ConfigMap.of(name, c -> c.text("tag", env.image().tag())));
            }
            shop.add(ConfigMap.of("settings", c -> {
                c.text("image", env.image().repository() + ":" + env.image().tag());
                c.text("replicas", "x" + env.replicas());
                c.text("name", app.environment());
                env.labels().ifPresent(labels -> labels.forEach(c::label));
            }));
            if (env.debug().orElse(false)) {
                shop.add(ConfigMap.of("debug", c -> c.text("on", "yes")));
            }
        }
    }

    @BeforeEach
    void write() throws IOException {
        settings("staging", STAGING);
        settings("production", PRODUCTION);
    }

    @Test
    void should_show_settings_and_the_fields_that_each_moves() {
        assertThat(run("--environment", "staging", "--environment", "production"))
                .isEqualTo(Main.OK);

        assertThat(summary).hasToString("""
                        staging → production: 5 settings differ, 10 differences of 7 resources

                        image.repository: "shop" → "prod/shop"  (src/main/gantry/staging.yaml:1, src/main/gantry/production.yaml:1)
                            moves nothing alone

                        image.tag: "1.4" → "1.3"  (src/main/gantry/staging.yaml:1, src/main/gantry/production.yaml:1)
                            ConfigMap shop/api, ConfigMap shop/cart, ConfigMap shop/jobs and 2 more  data.tag

                        replicas: 1 → 5  (src/main/gantry/staging.yaml:2, src/main/gantry/production.yaml:2)
                            ConfigMap shop/settings  data.replicas: "x1" → "x5"

                        labels: (absent) → {"example.com/tier":"gold"}  (src/main/gantry/production.yaml:3)
                            ConfigMap shop/settings  metadata.labels

                        debug: (absent) → true  (src/main/gantry/production.yaml:4)
                            ConfigMap shop/debug  is added

                        What the program is told of the environment's name
                            ConfigMap shop/settings  data.name: "staging" → "production"

                        image.repository and image.tag together
                            ConfigMap shop/settings  data.image: "shop:1.4" → "prod/shop:1.3"
                        """);
    }

    @Test
    void should_compare_in_the_order_that_was_asked_for() {
        run("--environment", "production", "--environment", "staging");

        assertThat(summary.toString())
                .startsWith("production → staging: 5 settings differ")
                .contains("is removed");
    }

    @Test
    void should_say_that_a_setting_is_not_possible_without_the_others() throws IOException {
        settings("staging", STAGING.replace("1.4", "none"));
        run("--environment", "staging", "--environment", "production");

        assertThat(summary.toString())
                .containsPattern(
                        "replicas: 1 → 5 .*\n    not possible without the other settings: .*none can be scaled");
    }

    @Test
    void should_say_that_a_setting_moves_nothing() throws IOException {
        settings("staging", STAGING);
        settings("production", STAGING + "unused: x\n");
        run("--environment", "staging", "--environment", "production");

        assertThat(summary).contains("1 setting differs").contains("""
                unused: (absent) → "x"  (src/main/gantry/production.yaml:3)
                    moves nothing
                """);
    }

    @Test
    void should_compare_the_only_two_environments_by_itself() {
        run();

        assertThat(summary.toString()).startsWith("production → staging: ");
    }

    @Test
    void should_show_the_settings_of_more_than_two_environments_side_by_side() throws IOException {
        settings("test", STAGING);
        run();

        assertThat(summary).hasToString("""
                                  production                   staging   test
                image.repository  "prod/shop"                  "shop"    "shop"
                image.tag         "1.3"                        "1.4"     "1.4"
                replicas          5                            1         1
                labels            {"example.com/tier":"gold"}  (absent)  (absent)
                debug             true                         (absent)  (absent)

                Name two of them with -Dgantry.from and -Dgantry.to to see what each setting moves.
                """);
    }

    @Test
    void should_refuse_to_compare_one_environment() throws IOException {
        Files.delete(module.resolve("src/main/gantry/staging.yaml"));

        assertThat(run()).isEqualTo(Main.FINDINGS);
        assertThat(report).contains("There is one environment, production, and none to compare it with.");
    }

    @Test
    void should_write_nothing() {
        run();

        assertThat(module.resolve("target/gantry")).doesNotExist();
    }

    private void settings(String environment, String text) throws IOException {
        Path folder = Files.createDirectories(module.resolve("src/main/gantry"));
        Files.writeString(folder.resolve(environment + ".yaml"), text);
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("environments", "--module", module.toString()));
        all.addAll(List.of(arguments));
        return new Execution(new Shop(), getClass().getClassLoader(), report::append, summary::append, null)
                .run(all.toArray(String[]::new));
    }
}
