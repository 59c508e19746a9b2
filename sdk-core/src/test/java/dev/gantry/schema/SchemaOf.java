package dev.gantry.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.yaml.YamlPrinter;

/** The schema of a class, in which nothing is wrong. */
final class SchemaOf {

    private SchemaOf() {}

    static ObjectNode tree(Class<?> type) {
        SchemaWriter writer = new SchemaWriter(new Markers(JsonNodeFactory.instance.objectNode()), null);
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        JavaProperties properties = JavaProperties.of(JavaType.of(type));
        writer.properties(
                properties.all(),
                properties.isOpen() && !FreeForm.isModel(type),
                JavaType.of(type),
                schema,
                new Place("s", ""));
        assertThat(writer.problems()).isEmpty();
        assertThat(StructureRules.of(schema, "")).isEmpty();
        return schema;
    }

    static String yaml(Class<?> type) {
        return YamlPrinter.print(tree(type));
    }
}
