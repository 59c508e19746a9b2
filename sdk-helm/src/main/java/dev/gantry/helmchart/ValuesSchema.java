package dev.gantry.helmchart;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.chart.ChartDependency;
import dev.gantry.json.JsonWriter;
import dev.gantry.program.SourceComments;
import dev.gantry.settings.SettingComponent;
import java.time.Duration;
import java.util.List;

/**
 * The schema of a chart's values, which Helm holds them against: as strict as settings files are.
 *
 * @see <a href="https://helm.sh/docs/topics/charts/#schema-files">Schema files</a>
 */
final class ValuesSchema {

    private static final String DURATION = "^([0-9]+d)?([0-9]+h)?([0-9]+m)?([0-9]+s)?([0-9]+ms)?$|^[Pp].+$";

    /** Text of several lines could break out of the line that it is written to. */
    private static final String ONE_LINE = "^[^\\n\\r]*$";

    private final SourceComments javadoc;
    private final UsedSettings used;
    private final LongTexts longTexts;

    /**
     * A schema.
     *
     * @param used what the templates depend on
     * @param longTexts settings that may have several lines
     */
    ValuesSchema(SourceComments javadoc, UsedSettings used, LongTexts longTexts) {
        this.javadoc = javadoc;
        this.used = used;
        this.longTexts = longTexts;
    }

    /**
     * The schema as JSON.
     *
     * @param path to the values in the settings
     */
    String of(SettingComponent root, List<String> path, List<ChartDependency> dependencies) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("$schema", "http://json-schema.org/draft-07/schema#");
        group(root, path, schema);
        // Helm itself adds these: what all charts share, and the values of the charts that are installed along.
        ObjectNode properties = (ObjectNode) schema.get("properties");
        allow(properties, "global");
        dependencies.forEach(dependency -> allow(properties, dependency.name()));
        return JsonWriter.text(json -> json.tree(schema));
    }

    private static void allow(ObjectNode properties, String name) {
        if (!properties.has(name)) {
            properties.putObject(name).put("type", "object");
        }
    }

    private void group(SettingComponent group, List<String> path, ObjectNode schema) {
        schema.put("type", "object");
        schema.put("additionalProperties", false);
        ArrayNode required = JsonNodeFactory.instance.arrayNode();
        ObjectNode properties = schema.putObject("properties");
        for (SettingComponent component : group.components()) {
            ObjectNode property = properties.putObject(component.name());
            String description = javadoc.of(group.type(), component.name());
            if (description != null && !description.isEmpty()) {
                property.put("description", description);
            }
            component(component, LongTexts.then(path, component.name()), property);
            if (!component.optional()) {
                required.add(component.name());
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
    }

    private void component(SettingComponent component, List<String> path, ObjectNode schema) {
        switch (component.form()) {
            case GROUP -> group(component, path, schema);
            case LIST -> {
                schema.put("type", "array");
                if (used.needsElement(path)) {
                    schema.put("minItems", 1);
                }
                bounds(component, schema, "minItems", "maxItems");
                element(component, path, schema.putObject("items"));
            }
            case MAP -> {
                schema.put("type", "object");
                bounds(component, schema, "minProperties", "maxProperties");
                if (!used.reserved(path).isEmpty()) {
                    ArrayNode names =
                            schema.putObject("propertyNames").putObject("not").putArray("enum");
                    used.reserved(path).forEach(names::add);
                }
                element(component, path, schema.putObject("additionalProperties"));
            }
            case TEXT -> {
                schema.put("type", "string");
                if (component.type() == Duration.class) {
                    schema.put("pattern", DURATION);
                } else if (!longTexts.contains(path)) {
                    schema.put("pattern", ONE_LINE);
                }
            }
            case WHOLE -> {
                schema.put("type", "integer");
                bounds(component, schema, "minimum", "maximum");
            }
            case DECIMAL -> {
                schema.put("type", "number");
                bounds(component, schema, "minimum", "maximum");
            }
            case BOOLEAN -> schema.put("type", "boolean");
            case CONSTANT -> {
                schema.put("type", "string");
                component.constants().forEach(schema.withArray("enum")::add);
            }
        }
        if (component.optional()) {
            String type = schema.get("type").asText();
            schema.putArray("type").add(type).add("null");
            if (schema.get("enum") instanceof ArrayNode constants) {
                constants.addNull();
            }
        }
    }

    private void element(SettingComponent component, List<String> path, ObjectNode schema) {
        if (component.element() != null) {
            component(component.element(), LongTexts.then(path, LongTexts.ANY), schema);
        }
    }

    private static void bounds(SettingComponent component, ObjectNode schema, String least, String most) {
        if (component.min() != null) {
            schema.put(least, component.min());
        }
        if (component.max() != null) {
            schema.put(most, component.max());
        }
    }
}
