package dev.gantry.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class FieldLookupTest {

    private static final ObjectNode TREE = tree();

    @Test
    void should_follow_names_items_and_quoted_names() {
        assertThat(FieldLookup.of(TREE, "spec.ports[1].port").node().intValue()).isEqualTo(443);
        assertThat(FieldLookup.of(TREE, "metadata.labels[\"example.com/team\"]")
                        .node()
                        .textValue())
                .isEqualTo("checkout");
        assertThat(FieldLookup.of(TREE, "spec.ports[1]").problem()).isEmpty();
    }

    @Test
    void should_say_what_is_there_instead() {
        assertThat(FieldLookup.of(TREE, "spec.port").problem()).isEqualTo("spec has ports and type");
        assertThat(FieldLookup.of(TREE, "spce").problem()).isEqualTo("it has metadata and spec");
        assertThat(FieldLookup.of(TREE, "spec.ports[2].port").problem())
                .isEqualTo("spec.ports has 2 items, and no item [2]");
        assertThat(FieldLookup.of(TREE, "spec.ports.port").problem())
                .isEqualTo("spec.ports has 2 items, and no item [port]");
        assertThat(FieldLookup.of(TREE, "spec.type.name").problem()).isEqualTo("spec.type is \"NodePort\"");
    }

    @Test
    void should_survive_a_path_that_does_not_end() {
        assertThat(FieldLookup.of(TREE, "spec.ports[1").node().path("port").intValue())
                .isEqualTo(443);
        assertThat(FieldLookup.of(TREE, "metadata.labels[\"example.com/tea").problem())
                .isEqualTo("metadata.labels has example.com/team");
    }

    private static ObjectNode tree() {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.putObject("metadata").putObject("labels").put("example.com/team", "checkout");
        ObjectNode spec = tree.putObject("spec");
        spec.putArray("ports").add(port(80)).add(port(443));
        spec.put("type", "NodePort");
        return tree;
    }

    private static ObjectNode port(int number) {
        return JsonNodeFactory.instance.objectNode().put("port", number);
    }
}
