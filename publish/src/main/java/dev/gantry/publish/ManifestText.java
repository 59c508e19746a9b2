package dev.gantry.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * A manifest as it was printed.
 *
 * @param path of its file
 * @param text the whole file
 */
record ManifestText(String path, String text) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    static ManifestText of(String path, byte[] content) {
        return new ManifestText(path, new String(content, StandardCharsets.UTF_8));
    }

    /** As people name it, such as {@code Service shop/web}; read off the lines, as thousands may be new at once. */
    String name() {
        String kind = value("kind: ");
        String name = value("  name: ");
        String namespace = value("  namespace: ");
        return kind.isEmpty() || name.isEmpty()
                ? path.substring(path.lastIndexOf('/') + 1)
                : kind + " " + (namespace.isEmpty() ? "" : namespace + "/") + name;
    }

    String kind() {
        return value("kind: ");
    }

    /** The object; a missing node for what cannot be read. */
    JsonNode tree() {
        try {
            return MAPPER.valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
        } catch (YAMLException | IllegalArgumentException e) {
            return JsonNodeFactory.instance.missingNode();
        }
    }

    /** The first value of a field at that place, which in what Gantry prints is that of the object itself. */
    private String value(String field) {
        int at = text.startsWith(field) ? 0 : text.indexOf("\n" + field) + 1;
        if (at == 0 && !text.startsWith(field)) {
            return "";
        }
        int end = text.indexOf('\n', at);
        String value = text.substring(at + field.length(), end < 0 ? text.length() : end);
        return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1)
                : value;
    }
}
