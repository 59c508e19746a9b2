package dev.gantry.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTypesTest {

    @TempDir
    Path folder;

    private ModuleFolder module;

    record Pair<T>(T left) {}

    record Tree(String name, List<Tree> children) {}

    static final class Private {
        @SuppressWarnings("unused")
        static Private of(String text) {
            return new Private();
        }
    }

    record Inner(char letter) {}

    @SuppressWarnings({"rawtypes", "ArrayRecordComponent"})
    record Impossible(
            Set<String> set,
            int[] array,
            List<?> wild,
            List raw,
            Map<Integer, String> byNumber,
            Pair<String> pair,
            float single,
            Tree tree,
            Private hidden,
            Optional<Inner> inner,
            Object anything,
            int fine) {}

    @BeforeEach
    void module() {
        module = new ModuleFolder(folder);
    }

    @Test
    void should_name_every_component_that_no_file_can_fill_and_what_is_wrong_in_the_file() {
        module.file("dev.yaml", "set: [a]\nfine: x\n");
        String at = " dev/gantry/settings/SettingsTypesTest.java:0:0 ";
        String end = ", which settings cannot have";

        assertThat(module.mistakes(Impossible.class, "dev"))
                .extracting(finding -> finding.substring(0, finding.lastIndexOf(" | ")))
                .containsExactly(
                        "016" + at + "set | Impossible.set has the type java.util.Set<java.lang.String>" + end,
                        "016" + at + "array | Impossible.array has the type int[]" + end,
                        "016" + at + "wild | Impossible.wild has the type ?" + end,
                        "016" + at + "raw | Impossible.raw has the type List without saying of what" + end,
                        "016" + at + "byNumber | Impossible.byNumber has the type "
                                + "java.util.Map<java.lang.Integer, java.lang.String>" + end,
                        "016" + at + "pair | Impossible.pair has the type " + Pair.class.getName()
                                + "<java.lang.String>" + end,
                        "016" + at + "single | Impossible.single has the type float" + end,
                        "016" + at + "tree.children | Tree.children contains Tree in itself" + end,
                        "016" + at + "hidden | Impossible.hidden has the type " + Private.class.getTypeName() + end,
                        "016" + at + "inner.letter | Inner.letter has the type char" + end,
                        "016" + at + "anything | Impossible.anything has the type java.lang.Object" + end,
                        "002 dev.yaml:1:1 tree | tree is missing in src/main/gantry/dev.yaml, "
                                + "and there is no src/main/gantry/defaults.yaml",
                        "003 dev.yaml:2:7 fine | fine must be a whole number, but is the text \"x\"");
    }

    @Test
    void should_refuse_a_generic_record_as_settings() {
        module.file("dev.yaml", "left: x");

        assertThat(module.mistakes(Pair.class, "dev"))
                .containsExactly("016 dev/gantry/settings/SettingsTypesTest.java:0:0 null | "
                        + "Pair has type parameters, which settings cannot have | make a record with fixed types");
    }

    @Test
    void should_say_how_to_open_a_record_that_a_java_module_keeps_closed() throws ClassNotFoundException {
        module.file("dev.yaml", "");
        Class<? extends Record> closed =
                Class.forName("jdk.internal.misc.ThreadTracker$ThreadRef").asSubclass(Record.class);

        assertThat(module.mistakes(closed, "dev"))
                .contains("017 jdk/internal/misc/ThreadTracker.java:0:0 null | "
                        + "jdk.internal.misc.ThreadTracker$ThreadRef is not open to Gantry | "
                        + "add to the module-info of java.base: opens jdk.internal.misc;");
    }

    @Test
    void should_have_codes_without_gaps_and_titles_that_differ() {
        SettingsRule[] rules = SettingsRule.values();
        for (int i = 0; i < rules.length; i++) {
            assertThat(rules[i].code()).isEqualTo("GTY-SET-%03d".formatted(i + 1));
            assertThat(rules[i].adjustable()).isFalse();
        }
        assertThat(rules).extracting(SettingsRule::title).doesNotHaveDuplicates();
    }
}
