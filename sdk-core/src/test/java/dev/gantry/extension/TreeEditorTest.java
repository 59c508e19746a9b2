package dev.gantry.extension;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.Lines;
import dev.gantry.TestRun;
import dev.gantry.config.ConfigMap;
import dev.gantry.finding.Finding;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreeEditorTest {

    @Test
    void should_set_add_and_remove_by_path_and_make_what_is_on_the_way() {
        assertThat(edited(e -> e.set("spec.a.b", "text")
                        .set("spec.n", 7)
                        .set("spec.t", true)
                        .set("metadata.annotations[\"example.com/a \\\"b\\\"\"]", "quoted")
                        .add("spec.list", "one")
                        .add("spec.list", "two")
                        .set("spec.list[0]", "first")
                        .addObject("spec.items", i -> i.set("name", "x").add("values", "v"))
                        .object("spec.items[0]", i -> i.set("more", 1))
                        .set("spec.items[0].name", "y")
                        .add("spec.items[0].values", "w")
                        .remove("data.LOG_LEVEL")
                        .remove("spec.list[1]")))
                .isEqualTo("{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"settings\","
                        + "\"annotations\":{\"example.com/a \\\"b\\\"\":\"quoted\"}},\"data\":{},\"spec\":{\"a\":{\"b\":\"text\"},"
                        + "\"n\":7,\"t\":true,\"list\":[\"first\"],\"items\":[{\"name\":\"y\",\"values\":[\"v\",\"w\"],"
                        + "\"more\":1}]}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "metadata.name.first | The edit cannot reach metadata.name.first: at metadata.name, there is no object.",
                "data[0] | The edit cannot reach data[0]: at data, there is no list.",
                "data..a | \"data..a\" is not the path of a field.",
                ".data | \".data\" is not the path of a field.",
                "'' | \"\" is not the path of a field.",
                "data[x] | \"data[x]\" is not the path of a field.",
            })
    void should_say_where_a_path_ends(String path, String message) {
        assertThat(problems(e -> e.set(path, "x"))).containsExactly(message);
    }

    @Test
    void should_find_what_is_not_there() {
        assertThat(problems(e -> e.add("data.LOG_LEVEL", "x")))
                .containsExactly("The edit cannot reach data.LOG_LEVEL: at data.LOG_LEVEL, there is no list.");
        assertThat(problems(e -> e.add("list", "x").set("list[1]", "y")))
                .containsExactly("The edit cannot reach list[1]: at list[1], the list has 1 items.");
        assertThat(problems(e -> e.remove("data.LOG_LEVLE")))
                .containsExactly("The edit cannot reach data.LOG_LEVLE: at data.LOG_LEVLE, there is nothing.");
        assertThat(problems(e -> e.set("metadata.name", "other")))
                .containsExactly("The edit changed metadata.name from \"settings\" to \"other\".");
    }

    @Test
    void should_name_the_line_of_the_call() {
        assertThat(TestRun.report(app -> app.stack("shop")
                        .add(ConfigMap.of(
                                "settings",
                                c -> c.text("LOG_LEVEL", "info")
                                        .rawFields(e -> e.set("data.A", "b").remove("data.B")))))) // @remove
                .isEqualTo(Lines.fill(TreeEditorTest.class, """
                        error GTY-PRG-011 @remove ConfigMap settings data.B
                          The edit cannot reach data.B: at data.B, there is nothing.
                          hint: Give the path of a field as the manifest has it.
                        """));
    }

    private static ConfigMap settings(Consumer<TreeEditor> edit) {
        return ConfigMap.of("settings", c -> c.text("LOG_LEVEL", "info").rawFields(edit));
    }

    private static String edited(Consumer<TreeEditor> edit) {
        var made = TestRun.of(app -> app.stack("shop").add(settings(edit)));
        assertThat(made.findings()).extracting(Finding::code).doesNotContain("GTY-PRG-011");
        return TestRun.manifest(made, "ConfigMap", "settings").tree().toString();
    }

    private static List<String> problems(Consumer<TreeEditor> edit) {
        return TestRun.findings(app -> app.stack("shop").add(settings(edit))).stream()
                .filter(f -> f.code().equals("GTY-PRG-011"))
                .map(Finding::message)
                .toList();
    }
}
