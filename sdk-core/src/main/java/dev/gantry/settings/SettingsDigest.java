package dev.gantry.settings;

import dev.gantry.bundle.Digest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Hashes settings in a canonical form: records in the order of their components, maps and lists in the order in which
 * the program sees them, scalars as written. An absent Optional and a null are the same.
 */
final class SettingsDigest {

    private final StringBuilder canonical = new StringBuilder();

    private SettingsDigest() {}

    static String of(Shape shape, Node node) {
        SettingsDigest digest = new SettingsDigest();
        digest.write(shape, node);
        return Digest.sha256(digest.canonical.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void write(Shape given, @Nullable Node node) {
        Shape shape = given.required();
        if (shape instanceof Shape.Group group && node instanceof Node.Mapping mapping) {
            canonical.append('{');
            for (Shape.Field field : group.fields()) {
                text(field.name());
                write(field.shape(), mapping.value(field.name()));
            }
            canonical.append('}');
        } else if (shape instanceof Shape.MapOf map && node instanceof Node.Mapping mapping) {
            canonical.append('{');
            for (Map.Entry<String, Node.Entry> entry : mapping.entries().entrySet()) {
                text(entry.getKey());
                write(map.value(), entry.getValue().value());
            }
            canonical.append('}');
        } else if (shape instanceof Shape.ListOf list && node instanceof Node.Sequence sequence) {
            canonical.append('[');
            for (Node element : sequence.elements()) {
                write(list.element(), element);
            }
            canonical.append(']');
        } else if (node instanceof Node.Scalar scalar && !scalar.isNull()) {
            text(scalar.text());
        } else {
            canonical.append('-');
        }
    }

    /** The length before the text makes the form unambiguous without escapes. */
    private void text(String text) {
        canonical.append(text.length()).append(':').append(text);
    }
}
