package dev.gantry.yaml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import org.snakeyaml.engine.v2.schema.JsonSchema;
import org.snakeyaml.engine.v2.schema.Schema;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.resolver.Resolver;

/** YAML as others read it: the judges of what the printer wrote. */
final class Readers {

    /** By name; each gives plain maps, lists and scalars. */
    static final Map<String, Function<String, Object>> ALL = all();

    private static final ObjectMapper JACKSON =
            new ObjectMapper(new YAMLFactory()).enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private Readers() {}

    private static Map<String, Function<String, Object>> all() {
        Map<String, Function<String, Object>> readers = new LinkedHashMap<>();
        readers.put("SnakeYAML (1.1)", Readers::yaml11);
        readers.put("snakeyaml-engine (1.2, JSON schema)", yaml -> yaml12(yaml, new JsonSchema()));
        readers.put("snakeyaml-engine (1.2, core schema)", yaml -> yaml12(yaml, new CoreSchema()));
        return readers;
    }

    static Object yaml11(String yaml) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    }

    private static Object yaml12(String yaml, Schema schema) {
        // The engine fails where a surrogate pair lies across the end of its buffer, so the buffer holds everything.
        LoadSettings settings = LoadSettings.builder()
                .setSchema(schema)
                .setBufferSize(yaml.length() + 1)
                .build();
        return new Load(settings).loadFromString(yaml);
    }

    static JsonNode jackson(String yaml) {
        try {
            return JACKSON.readTree(yaml);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(yaml, e);
        }
    }

    /** Whether a string may stand without quotes, as root, item, value and key, because every reader gives it back. */
    static boolean allGiveBackPlain(String text) {
        if (text.indexOf('\uFEFF') >= 0 || Resolver.VALUE.matcher(text).matches() || !GoReader.isString(text)) {
            return false;
        }
        for (Function<String, Object> reader : ALL.values()) {
            if (!gives(reader, text + "\n", text)
                    || !gives(reader, "- " + text + "\n- z\n", List.of(text, "z"))
                    || !gives(reader, "a: " + text + "\nz: z\n", Map.of("a", text, "z", "z"))
                    || !gives(reader, text + ": z\n", Map.of(text, "z"))) {
                return false;
            }
        }
        return true;
    }

    private static boolean gives(Function<String, Object> reader, String yaml, Object expected) {
        try {
            return expected.equals(reader.apply(yaml));
        } catch (RuntimeException e) {
            return false;
        }
    }
}
