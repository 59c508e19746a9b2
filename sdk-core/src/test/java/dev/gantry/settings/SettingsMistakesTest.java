package dev.gantry.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
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
import org.junit.jupiter.params.provider.ValueSource;

class SettingsMistakesTest {

    @TempDir
    Path folder;

    private ModuleFolder module;

    enum Level {
        DEBUG,
        VERY_LOUD
    }

    record Database(String host, int port) {}

    record Shop(String image, int replicas, Database database, Optional<List<String>> hosts) {}

    record Percent(int value) {
        public static Percent of(String text) {
            if (!text.endsWith("%")) {
                throw new IllegalArgumentException("a percentage ends with %");
            }
            return new Percent(Integer.parseInt(text.substring(0, text.length() - 1)));
        }
    }

    record Strict(int low, int high) {
        Strict {
            if (low > high) {
                throw new IllegalArgumentException("low " + low + " is above high " + high);
            }
        }
    }

    record Values(
            Optional<String> text,
            Optional<Integer> small,
            Optional<Long> big,
            Optional<BigInteger> huge,
            Optional<Double> ratio,
            Optional<Boolean> on,
            Optional<Level> level,
            Optional<Duration> pause,
            Optional<Percent> share,
            Optional<List<String>> list,
            Optional<Map<String, Integer>> map,
            Optional<Strict> range) {}

    @BeforeEach
    void module() {
        module = new ModuleFolder(folder);
    }

    @Test
    void should_show_all_mistakes_of_all_files_in_order() {
        module.file("defaults.yaml", """
                imag: web
                database:
                  port: "5432"
                """);
        module.file("production.yaml", """
                replicsa: 3
                image: web
                colour: blue
                hosts: [a, 1.20]
                """);

        assertThat(module.mistakes(Shop.class, "production"))
                .containsExactly(
                        "001 defaults.yaml:1:1 imag | unknown key imag | did you mean image? "
                                + "the keys here: image, replicas, database, hosts",
                        "002 defaults.yaml:3:3 database.host | database.host is missing in "
                                + "src/main/gantry/production.yaml, and src/main/gantry/defaults.yaml does not have it "
                                + "either | add database.host: text",
                        "003 defaults.yaml:3:9 database.port | database.port must be a whole number, but is the text "
                                + "\"5432\" | write it without quotes or leading zeros: 5432",
                        "001 production.yaml:1:1 replicsa | unknown key replicsa | did you mean replicas? "
                                + "the keys here: image, replicas, database, hosts",
                        "001 production.yaml:3:1 colour | unknown key colour | "
                                + "the keys here: image, replicas, database, hosts",
                        "003 production.yaml:4:12 hosts[1] | hosts[1] must be text, but is the number 1.20 | "
                                + "quote it: \"1.20\"");
    }

    @Test
    void should_say_that_there_is_no_file_of_defaults() {
        module.file("dev.yaml", "\n\nport: 1");

        assertThat(module.mistakes(Database.class, "dev"))
                .containsExactly("002 dev.yaml:3:1 host | host is missing in src/main/gantry/dev.yaml, "
                        + "and there is no src/main/gantry/defaults.yaml | add host: text");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "text: 1.20; 003 dev.yaml:1:7 text | text must be text, but is the number 1.20 | quote it: \"1.20\"",
                "text: true; 003 dev.yaml:1:7 text | text must be text, but is the boolean true | quote it: \"true\"",
                "text: 1e3; 003 dev.yaml:1:7 text | text must be text, but is the number 1e3 | quote it: \"1e3\"",
                "text: [a]; 003 dev.yaml:1:7 text | text must be text, but is a list | ",
                "small: \"3\"; 003 dev.yaml:1:8 small | small must be a whole number, but is the text \"3\" | "
                        + "write it without quotes or leading zeros: 3",
                "small: 1.5; 003 dev.yaml:1:8 small | small must be a whole number, but is the number 1.5 | ",
                "small: {a: 1}; 003 dev.yaml:1:8 small | small must be a whole number, but is a mapping | ",
                "small: 3000000000; 004 dev.yaml:1:8 small | small must be a whole number, but 3000000000 is out of "
                        + "range | the component's type is Integer: from -2147483648 to 2147483647",
                "big: 9223372036854775808; 004 dev.yaml:1:6 big | big must be a whole number, but 9223372036854775808 "
                        + "is out of range | the component's type is Long: from -9223372036854775808 to "
                        + "9223372036854775807",
                "small: 012; 004 dev.yaml:1:8 small | small must be a whole number, but is \"012\" | "
                        + "write it in decimal digits, without leading zeros or underscores",
                "huge: 1_000; 004 dev.yaml:1:7 huge | huge must be a whole number, but is \"1_000\" | "
                        + "write it in decimal digits, without leading zeros or underscores",
                "huge: 08; 003 dev.yaml:1:7 huge | huge must be a whole number, but is the text \"08\" | "
                        + "write it without quotes or leading zeros: 8",
                "ratio: 0x1F; 004 dev.yaml:1:8 ratio | ratio must be a number, but is \"0x1F\" | "
                        + "write it in decimal digits, without leading zeros or underscores",
                "ratio: .inf; 004 dev.yaml:1:8 ratio | ratio must be a number, but is \".inf\" | "
                        + "write it in decimal digits, without leading zeros or underscores",
                "ratio: 1.0e999; 004 dev.yaml:1:8 ratio | ratio must be a number, but 1.0e999 is out of range | ",
                "text: off; 003 dev.yaml:1:7 text | text must be text, but is the word off, a boolean to some YAML "
                        + "readers and text to others | quote it: \"off\"",
                "on: yes; 003 dev.yaml:1:5 on | on must be true or false, but is the word yes, a boolean to some YAML "
                        + "readers and text to others | "
                        + "write true, without quotes",
                "on: \"false\"; 003 dev.yaml:1:5 on | on must be true or false, but is the text \"false\" | "
                        + "write false, without quotes",
                "level: very-lout; 004 dev.yaml:1:8 level | level must be one of debug, very-loud, but is "
                        + "\"very-lout\" | did you mean very-loud?",
                "pause: 5; 003 dev.yaml:1:8 pause | pause must be a duration such as 1m30s, but the number 5 has no unit "
                        + "| add the unit, such as 5s",
                "pause: 5 parsecs; 004 dev.yaml:1:8 pause | pause must be a duration such as 1m30s, but is \"5 parsecs\" "
                        + "| write it as 500ms, 5s, 1m30s, 2h, 1d, or as PT5S",
                "pause: 30s1m; 004 dev.yaml:1:8 pause | pause must be a duration such as 1m30s, but is \"30s1m\" | "
                        + "write it as 500ms, 5s, 1m30s, 2h, 1d, or as PT5S",
                "share: 12; 004 dev.yaml:1:8 share | share must be text for Percent, but Percent.of rejects \"12\": "
                        + "a percentage ends with % | ",
                "list: a; 003 dev.yaml:1:7 list | list must be a list, but is the text \"a\" | "
                        + "write each element on a line of its own after \"- \"",
                "list: [a, ~]; 005 dev.yaml:1:11 list[1] | list[1] has no value | "
                        + "write text, or make the component an Optional",
                "map: [1]; 003 dev.yaml:1:6 map | map must be a mapping, but is a list | ",
                "map: {a.b: x}; 003 dev.yaml:1:12 map[a.b] | map[a.b] must be a whole number, but is the text \"x\" | ",
                "range: {}; 002 dev.yaml:1:8 range.low | range.low is missing in src/main/gantry/dev.yaml, and there "
                        + "is no src/main/gantry/defaults.yaml | add range.low: a whole number",
            })
    void should_say_what_was_found_and_what_is_wanted(String yaml, String finding) {
        module.file("dev.yaml", yaml);

        assertThat(module.mistakes(Values.class, "dev").get(0).strip()).isEqualTo(finding);
    }

    @Test
    void should_shorten_what_is_long() {
        module.file("dev.yaml", "small: " + "x".repeat(80));

        assertThat(module.mistakes(Values.class, "dev"))
                .containsExactly("003 dev.yaml:1:8 small | small must be a whole number, but is the text \""
                        + "x".repeat(59) + "…\" | ");
    }

    @Test
    void should_refuse_null_where_nothing_is_optional() {
        module.file("dev.yaml", "host:\nport: null\n");

        assertThat(module.mistakes(Database.class, "dev"))
                .containsExactly(
                        "005 dev.yaml:1:6 host | host has no value | write text, or make the component an Optional",
                        "005 dev.yaml:2:7 port | port has no value | "
                                + "write a whole number, or make the component an Optional");
    }

    @Test
    void should_show_what_the_record_itself_rejects() {
        module.file("dev.yaml", "# limits\nrange:\n  low: 9\n  high: 4\n");

        assertThat(module.mistakes(Values.class, "dev"))
                .singleElement()
                .asString()
                .matches("015 dev.yaml:3:3 range \\| Strict rejects range: low 9 is above high 4 \\|  \\| "
                        + "SettingsMistakesTest.java:\\d+ the line that rejects it");
    }

    @Test
    void should_show_both_lines_of_a_duplicate_key_and_go_on() {
        module.file("dev.yaml", "host: a\nport: x\nhost: b\n");

        assertThat(module.mistakes(Database.class, "dev"))
                .containsExactly(
                        "003 dev.yaml:2:7 port | port must be a whole number, but is the text \"x\" | ",
                        "006 dev.yaml:3:1 host | host is here twice | keep one of the two | dev.yaml:1 the first host");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "host: [a; 007 dev.yaml:1:9 null | not valid YAML: expected ',' or ']', but got <stream end> | ",
                "*a : b; 007 dev.yaml:1:3 null | not valid YAML: a key must be text | ",
                "- a; 009 dev.yaml:1:1 null | a settings file consists of keys and values, but this one is a list | "
                        + "write one line for each setting, such as replicas: 3",
                "web; 009 dev.yaml:1:1 null | a settings file consists of keys and values, but this one is the text "
                        + "\"web\" | write one line for each setting, such as replicas: 3",
                "{host: !include x, port: 1}; 010 dev.yaml:1:8 host | host has the tag !include, which settings do not "
                        + "know | remove the tag, and write the value itself",
                "{host: &a x, port: *a}; 010 dev.yaml:1:20 port | port is the alias *a, and settings have no aliases | "
                        + "write the value out, or put what environments share into defaults.yaml",
            })
    void should_refuse_what_is_not_plain_yaml(String yaml, String finding) {
        module.file("dev.yaml", yaml);

        assertThat(module.mistakes(Database.class, "dev"))
                .singleElement()
                .satisfies(shown -> assertThat(shown.strip()).isEqualTo(finding));
    }

    @Test
    void should_refuse_a_tab_as_indentation_and_still_read_the_other_file() {
        module.file("dev.yaml", "database:\n\thost: a\n").file("defaults.yaml", "- a");

        assertThat(module.mistakes(Shop.class, "dev"))
                .hasSize(2)
                .anySatisfy(finding -> assertThat(finding).startsWith("009 defaults.yaml:1:1"))
                .anySatisfy(finding -> assertThat(finding)
                        .isEqualTo("007 dev.yaml:2:1 null | not valid YAML: a tab where only spaces may be | "));
    }

    @Test
    void should_say_what_is_wrong_in_words_of_the_file() {
        module.file("colon.yaml", "host: a: b")
                .file("key.yaml", "host: a\nport\nuser: x\n")
                .file("indent.yaml", "host: a\n  port: 1\nuser: x\n")
                .file("out.yaml", "  host: a\n port: 1\n")
                .file("list.yaml", "list:\n  - a\n - b\n");

        assertThat(module.mistakes(Database.class, "colon"))
                .containsExactly("007 colon.yaml:1:8 null | not valid YAML: no key can be here: "
                        + "check the indentation, and put text with a colon in quotes | ");
        assertThat(module.mistakes(Database.class, "key"))
                .containsExactly("007 key.yaml:3:1 null | not valid YAML: a key without a colon | ");
        assertThat(module.mistakes(Database.class, "indent"))
                .containsExactly("007 indent.yaml:2:7 null | not valid YAML: no key can be here: "
                        + "check the indentation, and put text with a colon in quotes | ");
        assertThat(module.mistakes(Database.class, "list"))
                .containsExactly("007 list.yaml:3:2 null | not valid YAML: "
                        + "this line does not continue what is above it: check the indentation | ");
        assertThat(module.mistakes(Database.class, "out"))
                .containsExactly("007 out.yaml:2:2 null | not valid YAML: "
                        + "this line does not continue what is above it: check the indentation | ");
    }

    @Test
    void should_not_be_blown_up_by_aliases() {
        StringBuilder yaml = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 30; i++) {
            yaml.append("a%1$d: &a%1$d [*a%2$d, *a%2$d, *a%2$d, *a%2$d]%n".formatted(i, i - 1));
        }
        module.file("dev.yaml", yaml.toString());

        assertThat(module.mistakes(Database.class, "dev").stream().filter(finding -> finding.startsWith("010")))
                .hasSize(29 * 4);
    }

    @Test
    void should_not_be_blown_up_by_depth_or_digits() {
        module.file("deep.yaml", "list: " + "[".repeat(100_000)).file("long.yaml", "huge: " + "7".repeat(500_000));

        assertThat(module.mistakes(Values.class, "deep"))
                .singleElement()
                .asString()
                .startsWith("007 deep.yaml:1:");
        assertThat(module.mistakes(Values.class, "long"))
                .containsExactly("004 long.yaml:1:7 huge | huge must be a whole number, but has 500000 characters | ");
    }

    @Test
    void should_refuse_a_second_document() {
        module.file("dev.yaml", "host: a\nport: 1\n---\nhost: b\n");

        assertThat(module.mistakes(Database.class, "dev"))
                .containsExactly("008 dev.yaml:4:1 null | a second document begins here | "
                        + "settings are one document: remove the --- and join the two, or use a file each");
    }

    @Test
    void should_refuse_a_file_that_is_not_utf_8() {
        module.file("dev.yaml", new byte[] {'a', ':', '\n', 'g', 'r', (byte) 0xf6, 'b'});

        assertThat(module.mistakes(Database.class, "dev"))
                .containsExactly("011 dev.yaml:2:3 null | src/main/gantry/dev.yaml is not UTF-8 | save it as UTF-8");
    }

    @Test
    void should_refuse_a_file_that_ends_within_a_character() {
        module.file("dev.yaml", new byte[] {'a', ':', ' ', (byte) 0xc3});

        assertThat(module.mistakes(Database.class, "dev"))
                .containsExactly("011 dev.yaml:1:4 null | src/main/gantry/dev.yaml is not UTF-8 | save it as UTF-8");
    }

    @Test
    void should_refuse_control_characters() {
        module.file("dev.yaml", "host: 'a\u0007b'");

        assertThat(module.mistakes(Database.class, "dev"))
                .containsExactly("007 dev.yaml:1:9 null | not valid YAML: it contains the control character U+0007 | "
                        + "remove it, or write it as an escape in double quotes");
    }

    @Test
    void should_refuse_a_folder_in_place_of_a_file() {
        module.file("dev.yaml/part", "");

        assertThat(module.mistakes(Database.class, "dev"))
                .containsExactly("011 dev.yaml:0:0 null | src/main/gantry/dev.yaml is a folder, not a file | ");
    }

    @Test
    void should_refuse_two_files_of_one_environment() {
        module.file("dev.yaml", "host: a\nport: 1").file("dev.yml", "host: b\nport: 2");

        assertThat(module.mistakes(Database.class, "dev"))
                .containsExactly("013 dev.yaml:0:0 null | src/main/gantry/dev.yaml and src/main/gantry/dev.yml "
                        + "are both there | keep one of the two");
    }

    @Test
    void should_list_the_environments_that_there_are() {
        module.file("production.yaml", "").file("dev.yaml", "").file("defaults.yaml", "");

        assertThat(module.mistakes(Database.class, "prodution"))
                .containsExactly(
                        "012 null | no settings for prodution: src/main/gantry/prodution.yaml does not exist | "
                                + "did you mean production? there are: dev, production");
    }

    @Test
    void should_say_that_the_folder_is_not_there() {
        assertThat(module.mistakes(Database.class, "dev"))
                .containsExactly("012 null | no settings for dev: src/main/gantry/dev.yaml does not exist | "
                        + "there is no folder src/main/gantry/: create the file, empty if need be");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../dev", "Dev", "", "-dev", "a.b", "defaults", "dev\u0000"})
    void should_refuse_a_name_that_no_environment_can_have(String name) {
        module.file("dev.yaml", "host: a\nport: 1");

        assertThat(module.mistakes(Database.class, name))
                .singleElement()
                .asString()
                .startsWith("014 null | ")
                .contains("cannot be the name of an environment");
    }

    @Test
    void should_refuse_files_whose_names_no_environment_can_have() {
        module.file("Production.yaml", "").file("dev.yaml", "").file("a_b.yml", "");

        assertThat(ModuleFolder.mistakes(() -> module.settings().environments()))
                .containsExactly(
                        "014 Production.yaml:0:0 null | \"Production\" cannot be the name of an environment | "
                                + "rename the file: lower-case letters, digits and -, at most 63 characters",
                        "014 a_b.yml:0:0 null | \"a_b\" cannot be the name of an environment | "
                                + "rename the file: lower-case letters, digits and -, at most 63 characters");
    }
}
