package dev.gantry.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class QuotingPropertyTest {

    @Property(tries = 8000)
    void should_quote_a_string_if_and_only_if_some_reader_needs_it(@ForAll("texts") String text) {
        String yaml = YamlPrinter.print(TextNode.valueOf(text));

        assertThat(yaml.equals(text + "\n")).as("<%s> is plain", text).isEqualTo(Readers.allGiveBackPlain(text));
    }

    @Property(tries = 2000)
    void should_quote_a_key_as_it_quotes_a_value(@ForAll("texts") String text) {
        String value = YamlPrinter.print(TextNode.valueOf(text)).stripTrailing();

        assertThat(YamlPrinter.print(JsonNodeFactory.instance.objectNode().put(text, 1)))
                .isEqualTo(value + ": 1\n");
    }

    @Provide
    Arbitrary<String> texts() {
        return Texts.onOneLine();
    }
}
