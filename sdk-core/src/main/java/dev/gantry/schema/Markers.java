package dev.gantry.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.crd.generator.annotation.AdditionalSelectableField;
import io.fabric8.crd.generator.annotation.PrinterColumn;
import io.fabric8.crd.generator.annotation.PrinterColumnFormat;
import io.fabric8.crd.generator.annotation.SelectableField;
import io.fabric8.kubernetes.model.annotation.LabelSelector;
import io.fabric8.kubernetes.model.annotation.SpecReplicas;
import io.fabric8.kubernetes.model.annotation.StatusReplicas;
import java.util.Locale;

/** What the annotations of a class say of a version beside its schema: columns, selectable fields, the scale subresource. */
final class Markers {

    private final ObjectNode version;

    /** The markers that are written to a version of a definition. */
    Markers(ObjectNode version) {
        this.version = version;
    }

    /** Those of a property that columns can name. */
    void add(JavaProperty property, String path, ObjectNode schema) {
        PrinterColumn column = property.annotation(PrinterColumn.class);
        if (column != null) {
            ObjectNode written = version.withArray("additionalPrinterColumns").addObject();
            String name = column.name().isEmpty() ? property.name().toUpperCase(Locale.ROOT) : column.name();
            written.put("name", name);
            written.put("type", columnType(schema));
            format(written, column.format());
            if (schema.has("description")) {
                written.put("description", schema.path("description").asText());
            }
            priority(written, column.priority());
            written.put("jsonPath", path);
        }
        if (property.has(SelectableField.class)) {
            version.withArray("selectableFields").addObject().put("jsonPath", path);
        }
        if (property.has(SpecReplicas.class)) {
            scale().put("specReplicasPath", path);
        }
        if (property.has(StatusReplicas.class)) {
            scale().put("statusReplicasPath", path);
        }
        if (property.has(LabelSelector.class)) {
            scale().put("labelSelectorPath", path);
        }
    }

    /** Those of the class of the kind. */
    void add(Class<?> type) {
        for (AdditionalPrinterColumn column : type.getAnnotationsByType(AdditionalPrinterColumn.class)) {
            ObjectNode written = version.withArray("additionalPrinterColumns").addObject();
            written.put("name", column.name().isEmpty() ? lastOf(column.jsonPath()) : column.name());
            written.put("type", column.type().getValue());
            format(written, column.format());
            if (!column.getDescription().isEmpty()) {
                written.put("description", column.getDescription());
            }
            priority(written, column.priority());
            written.put("jsonPath", column.jsonPath());
        }
        for (AdditionalSelectableField field : type.getAnnotationsByType(AdditionalSelectableField.class)) {
            version.withArray("selectableFields").addObject().put("jsonPath", field.jsonPath());
        }
    }

    static boolean isMarked(JavaProperty property) {
        return property.has(PrinterColumn.class)
                || property.has(SelectableField.class)
                || property.has(SpecReplicas.class)
                || property.has(StatusReplicas.class)
                || property.has(LabelSelector.class);
    }

    private ObjectNode scale() {
        return version.withObject("/subresources/scale");
    }

    private static String lastOf(String path) {
        return path.substring(path.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
    }

    private static void format(ObjectNode column, PrinterColumnFormat format) {
        if (format != PrinterColumnFormat.NONE) {
            column.put("format", format.getValue());
        }
    }

    private static void priority(ObjectNode column, int priority) {
        if (priority != 0) {
            column.put("priority", priority);
        }
    }

    /** A column knows dates as a type; whatever it cannot show is shown as text. */
    private static String columnType(ObjectNode schema) {
        if (schema.path("format").asText().equals("date-time")) {
            return "date";
        }
        String type = schema.path("type").asText();
        return switch (type) {
            case "integer", "number", "boolean" -> type;
            default -> "string";
        };
    }
}
