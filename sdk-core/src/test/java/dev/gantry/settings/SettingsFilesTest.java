package dev.gantry.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.finding.Origin;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFilesTest {

    @TempDir
    Path folder;

    private ModuleFolder module;

    enum Level {
        DEBUG,
        VERY_LOUD
    }

    static final class Version {
        private final String text;

        private Version(String text) {
            this.text = text;
        }

        public static Version parse(String text) {
            return new Version(text);
        }
    }

    record Weight(int grams) {
        public static Weight of(String text) {
            return new Weight(Integer.parseInt(text.replace("kg", "000")));
        }
    }

    record Database(String host, Optional<Integer> port) {}

    record Everything(
            String text,
            int small,
            Integer boxedSmall,
            long big,
            Long boxedBig,
            double ratio,
            Double boxedRatio,
            boolean on,
            Boolean boxedOn,
            BigDecimal exact,
            BigInteger huge,
            Level level,
            List<Level> levels,
            Duration timeout,
            Version version,
            Weight weight,
            Database database,
            List<String> hosts,
            Map<String, String> labels,
            Map<String, List<Database>> replicas,
            Optional<String> absent,
            Optional<String> nothing,
            Optional<List<Integer>> present) {}

    private static final String EVERYTHING = """
            text: "1.20"
            small: -7
            boxedSmall: 2147483647
            big: 9000000000
            boxedBig: -9223372036854775808
            ratio: 0.25
            boxedRatio: 3
            on: true
            boxedOn: True
            exact: 1.50
            huge: 123456789012345678901234567890
            level: very-loud
            levels: [DEBUG, debug, very_loud]
            timeout: 1m30s
            version: 1.20
            weight: 3kg
            database:
              host: db.example.com
              port: 5433
            hosts:
            - b
            - a
            labels:
              zone: north
              app.kubernetes.io/name: "web"
            replicas:
              eu: [{host: one, port: 1}, {host: two}]
            nothing: ~
            present: [3, 1]
            """;

    record Text(String name, String note) {}

    record Empty() {}

    record Counted(int replicas, Optional<Map<String, String>> labels) {}

    @BeforeEach
    void module() {
        module = new ModuleFolder(folder);
    }

    @Test
    void should_bind_every_type() {
        Everything bound = module.file("production.yaml", EVERYTHING)
                .bind(Everything.class, "production")
                .value();

        assertThat(bound)
                .isEqualTo(new Everything(
                        "1.20",
                        -7,
                        Integer.MAX_VALUE,
                        9_000_000_000L,
                        Long.MIN_VALUE,
                        0.25,
                        3.0,
                        true,
                        true,
                        new BigDecimal("1.50"),
                        new BigInteger("123456789012345678901234567890"),
                        Level.VERY_LOUD,
                        List.of(Level.DEBUG, Level.DEBUG, Level.VERY_LOUD),
                        Duration.ofSeconds(90),
                        bound.version(),
                        new Weight(3000),
                        new Database("db.example.com", Optional.of(5433)),
                        List.of("b", "a"),
                        Map.of("zone", "north", "app.kubernetes.io/name", "web"),
                        Map.of(
                                "eu",
                                List.of(new Database("one", Optional.of(1)), new Database("two", Optional.empty()))),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(List.of(3, 1))));
        assertThat(bound.version().text).isEqualTo("1.20");
        assertThat(bound.labels().keySet()).containsExactly("zone", "app.kubernetes.io/name");
    }

    @Test
    void should_give_lists_and_maps_that_cannot_be_changed() {
        Everything bound = module.file("production.yaml", EVERYTHING)
                .bind(Everything.class, "production")
                .value();

        assertThatThrownBy(() -> bound.hosts().add("c")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> bound.labels().put("c", "d")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void should_read_durations_as_people_write_them() {
        record Times(List<Duration> all) {}

        module.file("dev.yaml", "all: [500ms, 5s, 1m30s, 2h, 1d12h, 1h5ms, PT5S]");

        assertThat(module.bind(Times.class, "dev").value().all())
                .containsExactly(
                        Duration.ofMillis(500),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(90),
                        Duration.ofHours(2),
                        Duration.ofHours(36),
                        Duration.ofHours(1).plusMillis(5),
                        Duration.ofSeconds(5));
    }

    @Test
    void should_merge_mappings_by_key_and_replace_lists() {
        record Shop(Database database, List<String> hosts, Map<String, String> labels) {}

        module.file("defaults.yaml", """
                database: {host: db, port: 5432}
                hosts: [a, b]
                labels: {zone: north, team: checkout}
                """);
        module.file("dev.yaml", """
                labels: {tier: front, zone: south}
                database: {port: 15432}
                hosts: [c]
                """);

        Shop shop = module.bind(Shop.class, "dev").value();

        assertThat(shop.database()).isEqualTo(new Database("db", Optional.of(15432)));
        assertThat(shop.hosts()).containsExactly("c");
        assertThat(shop.labels().toString()).isEqualTo("{zone=south, team=checkout, tier=front}");
    }

    @Test
    void should_let_null_take_a_default_away() {
        module.file("defaults.yaml", "host: db\nport: 5432").file("dev.yaml", "port:");

        assertThat(module.bind(Database.class, "dev").value()).isEqualTo(new Database("db", Optional.empty()));
    }

    @Test
    void should_say_where_every_key_was_written() {
        module.file("defaults.yml", "# shared\nhost: db\n").file("dev.yaml", "\nport: 5432\n");

        assertThat(module.bind(Database.class, "dev").lines())
                .isEqualTo(Map.of(
                        "host", Origin.file("src/main/gantry/defaults.yml", 2, 1),
                        "port", Origin.file("src/main/gantry/dev.yaml", 2, 1)));
    }

    @Test
    void should_say_where_parts_were_written_but_not_those_of_overrides() {
        module.file("dev.yaml", EVERYTHING);

        assertThat(module.bind(Everything.class, "dev", Map.of("database.host", "x", "small", "3"))
                        .lines())
                .containsEntry("hosts[1]", Origin.file("src/main/gantry/dev.yaml", 22, 3))
                .containsEntry("replicas.eu[1].host", Origin.file("src/main/gantry/dev.yaml", 27, 31))
                .containsEntry("labels[app.kubernetes.io/name]", Origin.file("src/main/gantry/dev.yaml", 25, 3))
                .containsKey("database.port")
                .doesNotContainKeys("small", "database.host");
    }

    @Test
    void should_have_one_digest_for_the_same_values() {
        module.file("a.yaml", "replicas: 3\nlabels: {x: \"1\", y: b}");
        module.file("b.yaml", "# shuffled\nlabels:\n  x: '1'\n  y: b\n\nreplicas: 3\r\n");
        module.file("c.yaml", "replicas: 4\nlabels: {x: '1', y: b}");
        module.file("d.yaml", "replicas: 3\nlabels: {y: b, x: '1'}");
        module.file("e.yaml", "replicas: 3");
        module.file("f.yaml", "labels: null\nreplicas: 3");

        assertThat(digest("a"))
                .matches("sha256:[0-9a-f]{64}")
                .isEqualTo(digest("b"))
                .isNotEqualTo(digest("c"))
                .isNotEqualTo(digest("e"))
                .isEqualTo(
                        module.bind(Counted.class, "c", Map.of("replicas", "3")).digest());
        assertThat(digest("d")).as("a program sees the order of a map").isNotEqualTo(digest("a"));
        assertThat(digest("e")).isEqualTo(digest("f"));
    }

    private String digest(String environment) {
        return module.bind(Counted.class, environment).digest();
    }

    @Test
    void should_read_files_of_windows_editors() {
        module.file("dev.yaml", "\uFEFFname: größe\r\nnote: |\r\n  one\r\n  two\r\n".getBytes(StandardCharsets.UTF_8));

        assertThat(module.bind(Text.class, "dev").value()).isEqualTo(new Text("größe", "one\ntwo\n"));
    }

    @Test
    void should_count_lines_and_columns_alike_in_files_of_windows_editors() {
        module.file("dev.yaml", "\uFEFFname: x\r\nnote: 12\r\n");

        assertThat(module.mistakes(Text.class, "dev"))
                .containsExactly("003 dev.yaml:2:7 note | note must be text, but is the number 12 | quote it: \"12\"");
    }

    @Test
    void should_show_paths_with_slashes_only() {
        SettingsFiles files =
                SettingsFiles.in(module.file("dev.yaml", "name: x").folder(), "src\\main\\gantry\\");

        assertThat(files.environments()).isEqualTo(List.of("dev"));
        assertThat(ModuleFolder.mistakes(() -> files.bind(Text.class, "dev", new java.util.TreeMap<>())))
                .singleElement()
                .asString()
                .startsWith("002 dev.yaml:1:1 note | note is missing in src/main/gantry/dev.yaml");
    }

    @Test
    void should_list_environments_sorted() {
        module.file("production.yaml", "")
                .file("dev.yml", "")
                .file("defaults.yaml", "")
                .file("notes.txt", "")
                .file(".#dev.yaml", "")
                .file("old.yaml/part", "");

        assertThat(module.settings().environments()).containsExactly("dev", "production");
    }

    @Test
    void should_have_no_environments_without_a_folder() {
        assertThat(module.settings().environments()).isEmpty();
    }

    @Test
    void should_need_no_file_for_a_record_without_components() {
        assertThat(module.bind(Empty.class, "default").value()).isEqualTo(new Empty());
    }

    @Test
    void should_take_an_empty_file_for_one_without_keys() {
        record Relaxed(Optional<String> host) {}

        module.file("dev.yaml", "").file("test.yaml", "# nothing yet\n").file("live.yaml", "---\n");

        assertThat(module.bind(Relaxed.class, "dev").value()).isEqualTo(new Relaxed(Optional.empty()));
        assertThat(module.bind(Relaxed.class, "test").value()).isEqualTo(new Relaxed(Optional.empty()));
        assertThat(module.bind(Relaxed.class, "live").value()).isEqualTo(new Relaxed(Optional.empty()));
    }
}
