package dev.gantry.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RoundTripPropertyTest {

    @Property(tries = 1500)
    void should_be_read_back_as_the_same_tree(@ForAll("trees") JsonNode tree) {
        String yaml = YamlPrinter.print(tree);

        Readers.ALL.forEach((name, reader) -> assertThat(Trees.of(reader.apply(yaml)))
                .as("%s reads%n%s", name, yaml)
                .isEqualTo(Trees.of(tree)));
        assertThat(Trees.of(Readers.jackson(yaml)))
                .as("Jackson reads%n%s", yaml)
                .isEqualTo(Trees.of(tree));
    }

    @Property(tries = 5000)
    void should_be_read_back_as_the_same_string(@ForAll("texts") String text) {
        String yaml = YamlPrinter.print(TextNode.valueOf(text));

        Readers.ALL.forEach((name, reader) ->
                assertThat(reader.apply(yaml)).as("%s reads%n%s", name, yaml).isEqualTo(text));
    }

    @Property(tries = 500)
    void should_write_the_same_characters_for_equal_trees(@ForAll("trees") JsonNode tree) {
        assertThat(YamlPrinter.print(tree.deepCopy())).isEqualTo(YamlPrinter.print(tree));
    }

    @Property(tries = 500)
    void should_end_with_exactly_one_line_feed(@ForAll("trees") JsonNode tree) {
        assertThat(YamlPrinter.print(tree)).endsWith("\n").doesNotEndWith("\n\n");
    }

    @Provide
    Arbitrary<JsonNode> trees() {
        return Trees.any();
    }

    @Provide
    Arbitrary<String> texts() {
        return Texts.any();
    }
}
