package dev.gantry.raw;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.extension.Edits;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class IdentityEditTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @Property(tries = 300)
    void should_leave_the_bytes_equal(@ForAll("deployments") ObjectNode tree) {
        String before = tree.toString();
        Edits.apply(tree, ModelEdit.of(Deployment.class, DeploymentBuilder::new, d -> d), null);
        assertThat(tree.toString()).isEqualTo(before);
    }

    @Property(tries = 300)
    void should_change_nothing_but_the_replicas(@ForAll("deployments") ObjectNode tree) {
        ObjectNode expected = tree.deepCopy();
        ((ObjectNode) expected.get("spec")).put("replicas", 4711);
        Edits.apply(
                tree,
                ModelEdit.of(
                        Deployment.class,
                        DeploymentBuilder::new,
                        d -> d.editOrNewSpec().withReplicas(4711).endSpec()),
                null);
        assertThat(tree.toString()).isEqualTo(expected.toString());
    }

    @Provide
    Arbitrary<ObjectNode> deployments() {
        Arbitrary<JsonNode> containers = list(object(List.of(
                field("name", text()),
                field("image", text()),
                field("args", list(text())),
                field("env", list(object(List.of(field("name", text()), field("value", text()), unknown())))),
                field("resources", object(List.of(field("limits", quantities()), field("requests", quantities())))),
                unknown())));
        Arbitrary<JsonNode> pod = object(List.of(
                field("containers", containers),
                field("nodeSelector", map()),
                field("hostNetwork", Arbitraries.of(NODES.booleanNode(true), NODES.nullNode())),
                field("tolerations", list(object(List.of(field("key", text()), unknown())))),
                unknown()));
        Arbitrary<JsonNode> template =
                object(List.of(field("metadata", object(List.of(field("labels", map())))), field("spec", pod)));
        Arbitrary<JsonNode> spec = object(List.of(
                field("replicas", Arbitraries.integers().map(NODES::numberNode)),
                field("template", template),
                field("strategy", object(List.of(field("type", text())))),
                unknown()));
        return Combinators.combine(spec, map(), map()).as((theSpec, labels, annotations) -> {
            ObjectNode tree = NODES.objectNode().put("kind", "Deployment").put("apiVersion", "apps/v1");
            tree.putObject("metadata").put("name", "web").set("labels", labels);
            ((ObjectNode) tree.get("metadata")).set("annotations", annotations);
            tree.set("spec", theSpec);
            return tree;
        });
    }

    private static Arbitrary<JsonNode> text() {
        return Arbitraries.strings().ofMaxLength(4).map(NODES::textNode);
    }

    private static Arbitrary<JsonNode> map() {
        return map(text());
    }

    private static Arbitrary<JsonNode> quantities() {
        return map(Arbitraries.of("250m", "1Gi", "0.50", "1e3", "1000000", "1024Ki")
                .map(NODES::textNode));
    }

    private static Arbitrary<JsonNode> map(Arbitrary<JsonNode> values) {
        return Arbitraries.maps(Arbitraries.strings().alpha().ofLength(2), values)
                .ofMaxSize(3)
                .map(entries -> {
                    ObjectNode map = NODES.objectNode();
                    entries.forEach(map::set);
                    return map;
                });
    }

    private static Arbitrary<JsonNode> list(Arbitrary<JsonNode> items) {
        return items.list().ofMaxSize(3).map(all -> {
            ArrayNode list = NODES.arrayNode();
            all.forEach(list::add);
            return list;
        });
    }

    private static Arbitrary<Tuple.Tuple2<String, JsonNode>> field(String name, Arbitrary<JsonNode> value) {
        return value.map(node -> Tuple.of(name, node));
    }

    private static Arbitrary<Tuple.Tuple2<String, JsonNode>> unknown() {
        Arbitrary<JsonNode> value = Arbitraries.lazyOf(
                IdentityEditTest::text,
                () -> Arbitraries.of(NODES.nullNode(), NODES.numberNode(1.5), NODES.numberNode(7)),
                IdentityEditTest::map,
                () -> list(map()),
                () -> list(text()));
        return field("xUnknown", value);
    }

    private static Arbitrary<JsonNode> object(List<Arbitrary<Tuple.Tuple2<String, JsonNode>>> fields) {
        return Combinators.combine(fields)
                .as(values -> values)
                .flatMap(values -> Arbitraries.shuffle(values)
                        .flatMap(shuffled -> Arbitraries.integers()
                                .between(0, shuffled.size())
                                .map(n -> shuffled.subList(0, n))))
                .map(chosen -> {
                    ObjectNode object = NODES.objectNode();
                    chosen.forEach(field -> object.set(field.get1(), field.get2()));
                    return object;
                });
    }
}
