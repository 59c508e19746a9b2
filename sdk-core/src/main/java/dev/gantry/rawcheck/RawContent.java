package dev.gantry.rawcheck;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.Quantity;
import dev.gantry.check.Findings;
import dev.gantry.check.Manifest;
import dev.gantry.extension.FieldPositions;
import dev.gantry.extension.Flaw;
import dev.gantry.extension.Likeness;
import dev.gantry.extension.Syntax;
import dev.gantry.extension.ValueRule;
import dev.gantry.field.FieldPath;
import dev.gantry.finding.Finding;
import dev.gantry.raw.RawRule;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares one manifest with the model of its kind, field by field. */
final class RawContent {

    private static final int LONGEST = 40;

    private final ModelTypes types;
    private final Manifest manifest;
    private final Findings findings;

    RawContent(ModelTypes types, Manifest manifest, Findings findings) {
        this.types = types;
        this.manifest = manifest;
        this.findings = findings;
    }

    void check(Class<?> model) {
        FieldPositions written =
                FieldPositions.of(manifest.id().apiVersion(), manifest.id().kind());
        object(manifest.tree(), types.of(model), written, "");
    }

    private void value(JsonNode value, JavaType type, FieldPositions written, String path) {
        if (value.isNull() || value.isPojo()) {
            return; // as if it were not there, or not known yet
        }
        ModelTypes.Form form = types.form(type);
        if (!fits(value, form)) {
            findings.add(
                    manifest,
                    path,
                    Finding.of(RawRule.TYPE, "This is " + shown(value) + ", but the field takes " + form + ".")
                            .hint(
                                    form == ModelTypes.Form.TEXT
                                            ? "Put it in quotation marks."
                                            : "Write " + form + " there."));
            return;
        }
        switch (form) {
            case OBJECT -> object(value, type, written, path);
            case LABELLED -> {
                object(value, type, written, path);
                labels(value, path);
            }
            case MAP ->
                value.properties()
                        .forEach(entry -> value(
                                entry.getValue(),
                                type.getContentType(),
                                written.within(entry.getKey()),
                                FieldPath.child(path, entry.getKey())));
            case LIST -> {
                for (int i = 0; i < value.size(); i++) {
                    value(value.get(i), type.getContentType(), written, FieldPath.item(path, i));
                }
            }
            case QUANTITY -> report(path, Quantity.of(value.asText()).flaws());
            default -> {}
        }
    }

    private static boolean fits(JsonNode value, ModelTypes.Form form) {
        return switch (form) {
            case TEXT -> value.isTextual();
            case WHOLE_NUMBER -> value.isIntegralNumber();
            case NUMBER -> value.isNumber();
            case TRUTH -> value.isBoolean();
            case LIST -> value.isArray();
            case MAP, OBJECT, LABELLED -> value.isObject();
            case QUANTITY, NUMBER_OR_TEXT -> value.isTextual() || value.isNumber();
            case ANY -> true;
        };
    }

    private void object(JsonNode object, JavaType type, FieldPositions written, String path) {
        Map<String, JavaType> fields = types.fields(type);
        if (fields == null) {
            return;
        }
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            String field = FieldPath.child(path, entry.getKey());
            JavaType known = fields.get(entry.getKey());
            if (known != null) {
                value(entry.getValue(), known, written.within(entry.getKey()), field);
            } else if (written.of(entry.getKey()) == Integer.MAX_VALUE) { // builders write some that the model lacks
                unknown(field, entry.getKey(), fields);
            }
        }
    }

    private void unknown(String path, String name, Map<String, JavaType> fields) {
        String guess = Likeness.closest(name, fields.keySet());
        findings.add(
                manifest,
                path,
                Finding.of(RawRule.UNKNOWN_FIELD, "There is no field \"" + name + "\" here.")
                        .hint(
                                guess == null
                                        ? "Correct it or take it away. If it is newer than what is known here, accept this finding"
                                                + " with finding(code, Severity.OFF, reason)."
                                        : "Did you mean \"" + guess + "\"?"));
    }

    private void labels(JsonNode metadata, String path) {
        for (String field : new String[] {"labels", "annotations"}) {
            String map = FieldPath.child(path, field);
            for (Map.Entry<String, JsonNode> entry : metadata.path(field).properties()) {
                String entryPath = FieldPath.child(map, entry.getKey());
                report(entryPath, Flaw.ofSyntax(ValueRule.LABEL, "The key", entry.getKey(), Syntax.LABEL_KEY));
                if (field.equals("labels") && entry.getValue().isTextual()) {
                    report(
                            entryPath,
                            Flaw.ofSyntax(
                                    ValueRule.LABEL,
                                    "The value",
                                    entry.getValue().textValue(),
                                    Syntax.LABEL_VALUE));
                }
            }
        }
    }

    private void report(String path, Iterable<Flaw> flaws) {
        flaws.forEach(flaw -> report(path, flaw));
    }

    private void report(String path, @Nullable Flaw flaw) {
        if (flaw != null) {
            findings.add(manifest, path, Finding.of(flaw.rule(), flaw.message()).hint(flaw.hint()));
        }
    }

    private static String shown(JsonNode value) {
        if (value.isContainerNode()) {
            return value.isArray() ? "a list" : "an object";
        }
        String text = value.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }
}
