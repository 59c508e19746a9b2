package dev.gantry.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverridesTest {

    @TempDir
    Path folder;

    private ModuleFolder module;

    record Database(String host, int port) {}

    record Shop(
            String tag,
            int replicas,
            boolean alerts,
            Duration timeout,
            Database database,
            List<String> hosts,
            List<Database> mirrors,
            Map<String, String> labels,
            Map<String, Database> regions,
            Optional<String> note,
            Optional<Database> archive) {}

    @BeforeEach
    void module() {
        module = new ModuleFolder(folder).file("dev.yaml", """
                tag: "1.0"
                replicas: 2
                alerts: false
                timeout: 5s
                database: {host: db, port: 5432}
                hosts: [a, b]
                mirrors:
                - {host: m, port: 1}
                labels: {team: shop}
                regions:
                  eu: {host: eu, port: 7}
                note: draft
                """);
    }

    private Shop with(Map<String, String> overrides) {
        return module.bind(Shop.class, "dev", overrides).value();
    }

    @Test
    void should_read_text_as_the_component_wants_it() {
        Shop shop = with(Map.of("tag", "1.20", "replicas", "7", "alerts", "true", "timeout", "2m", "note", "null"));

        assertThat(shop.tag()).isEqualTo("1.20");
        assertThat(shop.replicas()).isEqualTo(7);
        assertThat(shop.alerts()).isTrue();
        assertThat(shop.timeout()).isEqualTo(Duration.ofMinutes(2));
        assertThat(shop.note()).isEmpty();
    }

    @Test
    void should_set_one_part_and_keep_the_others() {
        Shop shop = with(Map.of(
                "database.port", "15432",
                "hosts[1]", "9",
                "mirrors[0].host", "n",
                "labels.app.kubernetes.io/name", "web",
                "labels[a.b]", "c",
                "regions.eu.port", "8"));

        assertThat(shop.database()).isEqualTo(new Database("db", 15432));
        assertThat(shop.hosts()).containsExactly("a", "9");
        assertThat(shop.mirrors()).containsExactly(new Database("n", 1));
        assertThat(shop.labels()).isEqualTo(Map.of("team", "shop", "app.kubernetes.io/name", "web", "a.b", "c"));
        assertThat(shop.regions()).isEqualTo(Map.of("eu", new Database("eu", 8)));
    }

    @Test
    void should_replace_a_whole_list_and_merge_a_whole_mapping() {
        Shop shop = with(Map.of("hosts", "[x, 1.20, true]", "database", "{port: 1}"));

        assertThat(shop.hosts()).containsExactly("x", "1.20", "true");
        assertThat(shop.database()).isEqualTo(new Database("db", 1));
    }

    @Test
    void should_make_a_mapping_that_no_file_has() {
        assertThat(with(Map.of("archive.host", "cold", "archive.port", "9", "regions[us.west]", "{host: w, port: 3}")))
                .satisfies(shop -> assertThat(shop.archive()).contains(new Database("cold", 9)))
                .satisfies(shop -> assertThat(shop.regions()).containsEntry("us.west", new Database("w", 3)));
    }

    @Test
    void should_name_the_file_when_a_made_mapping_is_incomplete() {
        assertThat(module.mistakes(Shop.class, "dev", Map.of("archive.host", "cold")))
                .containsExactly("002 dev.yaml:1:1 archive.port | archive.port is missing in "
                        + "src/main/gantry/dev.yaml, and there is no src/main/gantry/defaults.yaml | "
                        + "add archive.port: a whole number");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "database.prot; 1; 018 database.prot | -Dgantry.set.database.prot names no setting | "
                        + "did you mean port? there are: host, port",
                "tag.x; 1; 018 tag.x | -Dgantry.set.tag.x names no setting | tag has no parts",
                "hosts.x; 1; 018 hosts.x | -Dgantry.set.hosts.x names no setting | "
                        + "hosts is a list: name an element, such as [0], or set all of it",
                "hosts[2]; x; 018 hosts[2] | -Dgantry.set.hosts[2] names no setting | "
                        + "the files have 2 elements, counted from 0: set the whole list to make it longer",
                "replicas; many; 003 replicas | replicas must be a whole number, but is \"many\" "
                        + "(from -Dgantry.set.replicas) | "
                        + "write it in decimal digits, without leading zeros or underscores",
                "alerts; maybe; 003 alerts | alerts must be true or false, but is \"maybe\" "
                        + "(from -Dgantry.set.alerts) |",
                "hosts; a; 003 hosts | hosts must be a list, but is \"a\" (from -Dgantry.set.hosts) | "
                        + "write the whole list as [a, b]",
                "hosts; [a; 007 hosts | not valid YAML: expected ',' or ']', but got <stream end> "
                        + "(from -Dgantry.set.hosts) |",
                "database; {port: x}; 003 database.port | database.port must be a whole number, but is \"x\" "
                        + "(from -Dgantry.set.database) | "
                        + "write it in decimal digits, without leading zeros or underscores",
                "tag.; 1; 018 tag. | -Dgantry.set.tag. names no setting | tag has no parts",
                "database..port; 1; 018 database..port | -Dgantry.set.database..port names no setting | "
                        + "there are: host, port",
                "mirrors[0; 1; 018 mirrors[0 | -Dgantry.set.mirrors[0 names no setting | "
                        + "mirrors is a list: name an element, such as [0], or set all of it",
            })
    void should_explain_an_override_that_cannot_be(String path, String text, String finding) {
        assertThat(module.mistakes(Shop.class, "dev", Map.of(path, text)))
                .singleElement()
                .satisfies(shown -> assertThat(shown.strip()).isEqualTo(finding));
    }

    @Test
    void should_refuse_an_override_of_nothing() {
        assertThat(module.mistakes(Shop.class, "dev", Map.of("", "x")))
                .singleElement()
                .asString()
                .startsWith("018 null | -Dgantry.set. names no setting");
    }

    @Test
    void should_leave_what_a_file_has_wrong_to_the_file() {
        record Wrapped(Database database) {}

        module.file("test.yaml", "database: 3");

        assertThat(module.mistakes(Wrapped.class, "test", Map.of("database.port", "4")))
                .containsExactly("003 test.yaml:1:11 database | database must be a mapping with host, port, "
                        + "but is the number 3 | ");
    }
}
