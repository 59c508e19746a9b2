package dev.gantry.helmchart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.program.SourceComments;
import dev.gantry.settings.SettingComponent;
import dev.gantry.settings.SettingComponent.Form;
import dev.gantry.yaml.YamlPrinter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of a chart: the part of the settings that it depends on. */
final class ChartValues {

    private static final int WIDTH = 100;

    private final SettingComponent root;
    private final List<String> path;
    private final SourceComments javadoc;

    /**
     * The values of a chart.
     *
     * @param root the record that they are, with the components that belong to them
     * @param path to it, in the settings
     */
    ChartValues(SettingComponent root, List<String> path, SourceComments javadoc) {
        this.root = root;
        this.path = List.copyOf(path);
        this.javadoc = javadoc;
    }

    /** The record that they are. */
    SettingComponent root() {
        return root;
    }

    /** The values that settings give. */
    ObjectNode of(ObjectNode settings) {
        JsonNode node = settings;
        for (String key : path) {
            node = node.path(key);
        }
        return part(root, node);
    }

    private static ObjectNode part(SettingComponent group, JsonNode node) {
        ObjectNode part = JsonNodeFactory.instance.objectNode();
        for (SettingComponent component : group.components()) {
            JsonNode value = node.path(component.name());
            if (!value.isMissingNode()) {
                boolean inner = component.form() == Form.GROUP && value.isObject();
                part.set(component.name(), inner ? part(component, value) : value);
            }
        }
        return part;
    }

    /** As {@code values.yaml} has them: with what the record's Javadoc says. */
    String documented(ObjectNode values) {
        StringBuilder out = new StringBuilder();
        write(root, values, 0, out);
        return out.isEmpty() ? "{}\n" : out.toString();
    }

    private void write(SettingComponent group, JsonNode values, int indent, StringBuilder out) {
        String blanks = " ".repeat(indent);
        for (SettingComponent component : group.components()) {
            comment(javadoc.of(group.type(), component.name()), blanks, out);
            JsonNode value = values.path(component.name());
            if (value.isMissingNode()) {
                out.append(blanks).append("# ").append(component.name()).append(":\n");
            } else if (component.form() == Form.GROUP && !value.isEmpty()) {
                out.append(blanks).append(component.name()).append(":\n");
                write(component, value, indent + 2, out);
            } else {
                String text =
                        YamlPrinter.print(JsonNodeFactory.instance.objectNode().set(component.name(), value));
                for (String line : text.strip().split("\n", -1)) {
                    out.append(line.isEmpty() ? "" : blanks).append(line).append('\n');
                }
            }
        }
    }

    private static void comment(@Nullable String text, String blanks, StringBuilder out) {
        if (text == null || text.isEmpty()) {
            return;
        }
        StringBuilder line = new StringBuilder(blanks).append('#');
        for (String word : text.split(" ", -1)) {
            if (line.length() + word.length() >= WIDTH) {
                out.append(line).append('\n');
                line = new StringBuilder(blanks).append('#');
            }
            line.append(' ').append(word);
        }
        out.append(line).append('\n');
    }

    /** What has to be said to get from some values to others: Helm merges mappings, and {@code null} takes a key away. */
    static ObjectNode difference(ObjectNode from, ObjectNode to) {
        ObjectNode difference = JsonNodeFactory.instance.objectNode();
        for (String name : names(from, to)) {
            JsonNode before = from.get(name);
            JsonNode after = to.get(name);
            if (after == null) {
                difference.putNull(name);
            } else if (before instanceof ObjectNode one && after instanceof ObjectNode other) {
                ObjectNode inner = difference(one, other);
                if (!inner.isEmpty()) {
                    difference.set(name, inner);
                }
            } else if (!after.equals(before)) {
                difference.set(name, after);
            }
        }
        return difference;
    }

    private static List<String> names(ObjectNode from, ObjectNode to) {
        List<String> names = new ArrayList<>();
        to.fieldNames().forEachRemaining(names::add);
        from.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                names.add(name);
            }
        });
        return names;
    }
}
